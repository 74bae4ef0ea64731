import type { Heading } from '../../model/chapter.ts'
import type { Finding } from '../../model/finding.ts'
import { finding } from '../../rules/finding.ts'
import type { Proof } from '../proof.ts'
import { folded, squash } from '../squash.ts'
import { isFromTheRight } from '../without-direction.ts'

interface Line {
  readonly title: string
  readonly depth: number
  readonly page: number
}

/**
 * The bookmarks are the headings of the book: the same words, nested alike, leading to their pages. And so are the
 * headings among the tags, which a screen reader jumps by.
 */
export function outlineEqualsHeadings(proof: Proof): readonly Finding[] {
  const { headings } = proof.book
  const pages = proof.printed.pageMap.anchors
  const depths = depthsOf(headings)
  const wanted = headings.map((heading, index) => ({
    title: heading.text,
    depth: depths[index]!,
    page: pages[heading.id] ?? 0,
  }))
  const tags = headings.map((heading) => ({
    title: heading.heard ?? heading.text,
    depth: heading.level,
    page: pages[heading.id] ?? 0,
  }))
  const found = proof.read.headings.map(({ text, level, page }) => ({ title: text, depth: level, page }))
  const other = proof.hasOwnTemplates ? 'templates' : undefined
  return [
    ...firstDifference(wanted, proof.read.seen.outline, isSame, other),
    ...firstDifference(tags, found, holds, other),
  ]
}

/** A part's chapters are one deeper, whatever the numbers of their levels. */
function depthsOf(headings: readonly Heading[]): readonly number[] {
  const open: number[] = []
  return headings.map(({ level }) => {
    while (open.length > 0 && open.at(-1)! >= level) open.pop()
    return open.push(level)
  })
}

const isSame = (wanted: string, found: string): boolean => squash(wanted) === squash(found)
/** In the text a heading may have its number before it, in capitals if a style sheet wants so. */
const holds = (wanted: string, found: string): boolean =>
  isFromTheRight(wanted) ? hasLetters(folded(wanted), folded(found)) : folded(found).includes(folded(wanted))

/** Words from the right stand in another order on paper. */
function hasLetters(wanted: string, found: string): boolean {
  const left = [...found].sort()
  return [...wanted].sort().every((letter) => {
    const at = left.indexOf(letter)
    return at >= 0 && left.splice(at, 1).length > 0
  })
}

function firstDifference(
  wanted: readonly Line[],
  found: readonly Line[],
  sameTitle: (wanted: string, found: string) => boolean,
  other: string | undefined,
): readonly Finding[] {
  for (let index = 0; index < Math.max(wanted.length, found.length); index++) {
    const expected = wanted[index]
    const actual = found[index]
    const samePage = !expected?.page || expected.page === actual?.page
    if (
      expected &&
      actual &&
      samePage &&
      expected.depth === actual.depth &&
      sameTitle(expected.title, actual.title)
    )
      continue
    const page = actual?.page || expected?.page
    const facts = { wanted: describe(expected), found: describe(actual), other }
    return [finding('outline-equals-headings', page ? { page } : {}, facts)]
  }
  return []
}

const describe = (line: Line | undefined): string =>
  line ? `${line.title} (level ${line.depth}, page ${line.page || 'unknown'})` : 'nothing'
