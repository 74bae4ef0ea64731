// What was checked, by whom and with which result: the one source of both papers.
import { z } from 'zod'
import type { Finding } from '../model/finding.ts'
import type { PdfFacts } from '../model/finished.ts'
import type { Place } from '../model/place.ts'
import type { Settings } from '../model/settings.ts'
import { type RuleId, ruleOf } from '../rules/rules.ts'

const CHECK = z.object({
  /** What is so where the check passed. */
  says: z.string(),
  rule: z.string(),
  passed: z.boolean(),
})

const FAULT = z.object({ says: z.string(), where: z.string(), rule: z.string() })

const VERAPDF = z.object({
  version: z.string(),
  profiles: z.array(z.object({ name: z.string(), passedChecks: z.number(), failedChecks: z.number() })),
})

export const RECORD = z.object({
  version: z.literal(1).default(1).describe('Of this form of the record'),
  publication: z.object({
    title: z.string(),
    publisher: z.string(),
    contact: z.string(),
    web: z.string(),
    language: z.string(),
  }),
  file: z.object({ name: z.string(), bytes: z.number(), sha256: z.string(), pages: z.number() }),
  /** Day of the build, UTC. */
  checkedOn: z.string(),
  tool: z.object({ name: z.string(), version: z.string(), browser: z.string() }),
  claims: z.array(z.string()),
  /** Whether faults of accessibility stopped the build, or were only written down. */
  accessibility: z.enum(['proven', 'reported']).default('proven'),
  /** Every one that was found, with where it stands. */
  faults: z.array(FAULT).default([]),
  /** Of those that ran in this build. */
  checks: z.array(CHECK),
  /** Those that did not: whether they hold is not known. */
  notRun: z.array(CHECK.omit({ passed: true })).default([]),
  /** null when veraPDF has not read this file. */
  verapdf: VERAPDF.nullable(),
  forPeople: z.array(z.string()),
})

export type AccessibilityRecord = z.infer<typeof RECORD>

/** What was found against accessibility, advice apart, in the order of the texts. */
export const faultsOfAccessibility = (findings: readonly Finding[]): AccessibilityRecord['faults'] =>
  findings
    .filter((one) => ruleOf(one.rule).kind === 'accessibility' && one.severity !== 'info')
    .map((one) => ({ says: one.message, where: placeInWords(one.place), rule: one.rule }))

/** `chapters/01-a.md, line 4`, `page 14 of the PDF`, or both. */
const placeInWords = ({ file, line, page }: Place): string =>
  [
    ...(file === undefined ? [] : [line === undefined ? file : `${file}, line ${line}`]),
    ...(page === undefined ? [] : [`page ${page} of the PDF`]),
  ].join(', ') || 'the publication'

/** In the order in which somebody who is responsible would ask. */
const CHECKED: Readonly<Partial<Record<RuleId, string>>> = {
  'text-is-complete': 'All text of the sources is in the PDF, once and in its order.',
  'structure-equals-source':
    'Headings, paragraphs, list items, table cells, pictures, links and notes of the texts are those of the PDF’s tags, in the same order.',
  'content-is-tagged': 'Everything painted is tagged content or marked as decoration.',
  'tags-lead-to-content': 'Tags and content lead to each other.',
  'tags-are-standard': 'All tags are of the standard, or mapped to it.',
  'tagged-headings-in-order': 'Headings begin at level one and leave no level out.',
  'outline-equals-headings': 'The bookmarks are the headings.',
  'tagged-pictures-have-alternatives': 'Every picture that is not decoration has a text alternative.',
  'alternatives-are-complete': 'Every text alternative of the pages is in the PDF, in order.',
  'tagged-tables-are-regular': 'Tables have rows of equal length, and headers with a scope.',
  'tagged-lists-are-sound': 'Lists are tagged as lists, with their items.',
  'tagged-links-are-described': 'Links are tagged, can be followed, and have words of their own.',
  'links-land': 'Links inside the PDF lead to the place that they name.',
  'tagged-notes-have-ids': 'Each note has an id of its own.',
  'language-is-told': 'The language of the document, and of foreign phrases that are marked, is told.',
  'characters-can-be-read-out':
    'Every character that is drawn can be read out, and all fonts are in the file.',
  'claims-agree': 'Title, language and claims of the file agree with each other.',
}

/** A list for a person: no program can answer these. */
const FOR_PEOPLE = [
  'Each text alternative says what matters in its picture, in words that help.',
  'Pictures that are marked as decoration show nothing that a reader needs.',
  'Nothing is told by colour alone, in charts and photographs too.',
  'Words in pictures, if there are any, stand in the text as well.',
  'Headings say what follows them; links make sense without the words around them.',
  'Each table is one that has to be a table, and its headers say what the cells mean.',
  'The text is plain, and abbreviations are explained where they first stand.',
  'The document has been listened to with a screen reader (NVDA, JAWS or VoiceOver), from the first page to the last.',
  'It has been read at 400% zoom, and with the colours of the reader’s choice.',
  'Someone who relies on assistive technology has tried it.',
]

export interface RecordInput {
  readonly settings: Settings
  readonly facts: PdfFacts
  readonly findings: readonly Finding[]
  readonly bytes: number
  readonly sha256: string
  readonly browser: string
  /** Milliseconds since 1970. */
  readonly now: number
}

/** What this build checked. veraPDF is not part of a build: `whitepaper verify` adds what it says. */
export function accessibilityRecord(input: RecordInput): AccessibilityRecord {
  const { settings, facts, findings } = input
  const { title, publisher, contact, web, language } = settings.publication
  const failed = new Set<string>(findings.map((one) => one.rule))
  const hasRun = new Set<string>([...facts.checked, ...failed])
  const all = Object.entries(CHECKED).map(([rule, says]) => ({ says, rule }))
  return {
    version: 1,
    publication: { title, publisher, contact, web, language },
    file: { name: settings.fileName, bytes: input.bytes, sha256: input.sha256, pages: facts.pages },
    checkedOn: new Date(input.now).toISOString().slice(0, 10),
    tool: { name: 'whitepaper', version: settings.version, browser: input.browser },
    claims: [...facts.claims],
    accessibility: settings.publication.accessibility,
    faults: faultsOfAccessibility(findings),
    checks: all
      .filter(({ rule }) => hasRun.has(rule))
      .map((one) => ({ ...one, passed: !failed.has(one.rule) })),
    notRun: all.filter(({ rule }) => !hasRun.has(rule)),
    verapdf: null,
    forPeople: FOR_PEOPLE,
  }
}
