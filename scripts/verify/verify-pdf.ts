import type { Finding } from '../model/finding.ts'
import type { FinishedPdf, PdfFacts } from '../model/finished.ts'
import type { PrintedPdf } from '../model/printed.ts'
import type { Settings } from '../model/settings.ts'
import { finding } from '../rules/finding.ts'
import type { FactsOf, RuleId } from '../rules/rules.ts'
import { checkAccessibility } from './check-accessibility.ts'
import { alternativesAreComplete } from './checks/alternatives-are-complete.ts'
import { charactersCanBeDrawn } from './checks/characters-can-be-drawn.ts'
import { claimsAreMade } from './checks/claims-are-made.ts'
import { fontsAreOurs, type SeenFont } from './checks/fonts-are-ours.ts'
import { headsAndFoliosAreTrue } from './checks/heads-and-folios-are-true.ts'
import { linksLand } from './checks/links-land.ts'
import { noteIsOnItsPage } from './checks/note-is-on-its-page.ts'
import { outlineEqualsHeadings } from './checks/outline-equals-headings.ts'
import { pageIsNotEmpty } from './checks/page-is-not-empty.ts'
import { pageLabelsEqualFolios } from './checks/page-labels-equal-folios.ts'
import { pageNumbersAreTrue } from './checks/page-numbers-are-true.ts'
import { pageSizeIsRight } from './checks/page-size-is-right.ts'
import { structureEqualsSource } from './checks/structure-equals-source.ts'
import { textIsComplete } from './checks/text-is-complete.ts'
import { type BookToVerify, type DocumentToVerify, type Expected, expectedOf } from './expected.ts'
import { firstFindings } from './first-findings.ts'
import type { Memory } from './memory.ts'
import type { Proof } from './proof.ts'
import { type ReadPdf, readBack } from './read-back.ts'
import { runsOfPages } from './runs-of-pages.ts'

type Check = (proof: Proof) => readonly Finding[]

/** In the order in which a reader of the report would want to know. */
const CHECKS: readonly (readonly [RuleId, Check])[] = [
  ['text-is-complete', textIsComplete],
  ['structure-equals-source', structureEqualsSource],
  ['alternatives-are-complete', alternativesAreComplete],
  ['page-numbers-are-true', pageNumbersAreTrue],
  ['note-is-on-its-page', noteIsOnItsPage],
  ['links-land', linksLand],
  ['heads-and-folios-are-true', headsAndFoliosAreTrue],
  ['page-labels-equal-folios', pageLabelsEqualFolios],
  ['outline-equals-headings', outlineEqualsHeadings],
  ['page-is-not-empty', pageIsNotEmpty],
  ['page-size-is-right', pageSizeIsRight],
  ['characters-can-be-drawn', charactersCanBeDrawn],
]

/**
 * Reads the finished bytes back and holds them against what they should be. A file that cannot be read is a finding.
 * What is remembered changes nothing that is found: the same bytes held against the same words give the same verdict.
 */
export async function verifyPdf(
  finished: FinishedPdf,
  printed: PrintedPdf,
  book: BookToVerify,
  document: DocumentToVerify,
  settings: Settings,
  memory: Memory = {},
): Promise<PdfFacts> {
  const { bytes } = finished
  const expected = expectedOf(finished, printed, book, document, settings)
  const { facts, fonts } = await remembered(memory, bytes, expected, () => judge(bytes, expected, memory))
  if (!fonts) return facts
  const strangers = await fontsAreOurs(fonts, settings, document)
  return {
    ...facts,
    checked: [...facts.checked, 'fonts-are-ours'],
    findings: [...facts.findings, ...firstFindings(strangers)],
  }
}

interface Verdict {
  readonly facts: PdfFacts
  /** Undefined where the file is held against nothing. */
  readonly fonts?: readonly SeenFont[]
}

/** `judge` sees nothing of the build but what is in the key. */
async function remembered(
  { verdicts }: Memory,
  bytes: Uint8Array,
  expected: Expected,
  judge: () => Promise<Verdict>,
): Promise<Verdict> {
  if (!verdicts) return judge()
  const key = await verdicts.keyOf(bytes, JSON.stringify(expected))
  const known = await verdicts.read<Verdict>(key)
  if (known) return known.facts
  const verdict = await judge()
  // A reader may have been out of time or memory.
  if (verdict.fonts) await verdicts.keep(key, verdict)
  return verdict
}

async function judge(bytes: Uint8Array, expected: Expected, memory: Memory): Promise<Verdict> {
  let read: ReadPdf
  try {
    read = await readBack(bytes, memory)
  } catch (problem) {
    return { facts: unreadable(problem instanceof Error ? problem.message : String(problem)) }
  }
  const { total } = expected.printed.pageMap
  if (read.pages.length !== total || read.seen.pages !== total) {
    // Nothing can be held against a page map of another book.
    const count = Math.min(read.pages.length, read.seen.pages)
    return { facts: { ...factsOf(read), ...doesNotOpen({ problem: 'not-all-pages', count, of: total }) } }
  }
  const runs = runsOfPages(expected.document.runs, expected.printed.pageMap)
  const proof: Proof = { ...expected, read, runs }
  const found = CHECKS.flatMap(([, check]) => firstFindings(check(proof)))
  const accessible = checkAccessibility(read)
  const claims = claimsAreMade(read, expected.claims)
  const facts = {
    ...factsOf(read),
    checked: ['pdf-opens', ...CHECKS.map(([rule]) => rule), ...accessible.checked, 'claims-are-made'],
    findings: [...found, ...accessible.findings, ...claims],
  } satisfies PdfFacts
  return { facts, fonts: read.fonts.map(({ name, type, embedded }) => ({ name, type, embedded })) }
}

function unreadable(problem: string): PdfFacts {
  const nothing = { pages: 0, characters: 0, links: 0, outlineEntries: 0, fonts: [], labels: [], claims: [] }
  return { ...nothing, ...doesNotOpen({ problem: 'no-pdf', reason: problem.replace(/\.$/, '') }) }
}

/** Then it was held against nothing else. */
const doesNotOpen = (facts: FactsOf<'pdf-opens'>): Pick<PdfFacts, 'checked' | 'findings'> => ({
  checked: ['pdf-opens'],
  findings: [finding('pdf-opens', {}, facts)],
})

const factsOf = (read: ReadPdf): Omit<PdfFacts, 'checked' | 'findings'> => ({
  pages: read.pages.length,
  characters: read.text.reduce((sum, piece) => sum + piece.text.length, 0),
  links: read.links.length,
  outlineEntries: read.seen.outline.length,
  fonts: [...new Set(read.fonts.map((font) => font.name))].sort(),
  labels: read.seen.labels,
  claims: read.claims.names,
})
