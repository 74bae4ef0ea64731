import { pointsOf } from '../../ground/units.ts'
import type { Finding } from '../../model/finding.ts'
import { finding } from '../../rules/finding.ts'
import type { Proof } from '../proof.ts'
import { folded } from '../squash.ts'
import { withoutDirection } from '../without-direction.ts'

/** The margins of each page say what the book wants there, head and folio and the mark of a draft, and nothing else. */
export function headsAndFoliosAreTrue(proof: Proof): readonly Finding[] {
  return proof.read.pages.flatMap((_, index) => checkPage(proof, index))
}

function checkPage(proof: Proof, index: number): readonly Finding[] {
  const run = proof.runs[index]
  const page = index + 1
  // A full page has no margins, and what is drawn there is its own affair; but it carries the mark of a draft.
  if (!run || run.kind === 'full') return checkMark(proof, index)
  const head = page % 2 === 1 ? run.heads.right : run.heads.left
  const folio = run.folio ? (proof.finished.labels[index] ?? '') : ''
  const wanted = [head, folio, proof.mark].filter((part) => part !== '')
  const actual = marginText(proof, index)
  if (
    orders(wanted.map(folded)).some(
      (one) => withoutDirection(one) === withoutDirection(folded(actual.join(''))),
    )
  )
    return []
  const facts = {
    wanted: wanted.join(' · ') || 'nothing',
    found: actual.join(' · ') || 'nothing',
    other: proof.hasOwnTemplates ? 'templates' : undefined,
  }
  return [finding('heads-and-folios-are-true', { page }, facts)]
}

function checkMark({ read, mark }: Proof, index: number): readonly Finding[] {
  const loose = read.pages[index]!.content.loose.map((text) => text.text)
  if (mark === '' || folded(loose.join('')).includes(folded(mark))) return []
  const facts = { wanted: mark, found: 'nothing' }
  return [finding('heads-and-folios-are-true', { page: index + 1 }, facts)]
}

/**
 * Chromium paints margin boxes before the flow; what else is untagged there (a rule, an ornament) lies inside of the
 * margins.
 */
function marginText({ read, page }: Proof, index: number): readonly string[] {
  const { heightPt, content } = read.pages[index]!
  const { top, bottom } = page.marginMm
  const inMargin = (yPt: number) => yPt > heightPt - pointsOf(top) || yPt < pointsOf(bottom)
  return content.loose
    .filter((text) => text.comesFirst && inMargin(text.yPt))
    .map((text) => text.text.trim())
    .filter((text) => text !== '')
}

/** In which order the margin boxes are painted is the browser's affair. */
function orders(parts: readonly string[]): string[] {
  if (parts.length < 2) return [parts.join('')]
  return parts.flatMap((part, index) => orders(parts.toSpliced(index, 1)).map((rest) => part + rest))
}
