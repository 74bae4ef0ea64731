// One chapter in the making: what the handlers of its constructs write down while the text is turned into HTML.
import type { ElementContent } from 'hast'
import { anchorOf } from '../../ground/anchors.ts'
import { splitLine } from '../../ground/included-lines.ts'
import { otherLanguageOf } from '../../ground/language/language-of-words.ts'
import { A4_MEASURES, type PageMeasures } from '../../ground/page-measures.ts'
import type {
  CreditMark,
  Exhibit,
  Heading,
  ImageMark,
  IndexMark,
  LinkMark,
  ShownList,
  Source,
} from '../../model/chapter.ts'
import type { CitationMark } from '../../model/citations.ts'
import type { GlossaryEntry } from '../../model/data.ts'
import type { Finding, Fix } from '../../model/finding.ts'
import type { Severity } from '../../model/place.ts'
import type { EditionName } from '../../model/settings.ts'
import { breach, findingOf } from '../../rules/finding.ts'
import type { Facts } from '../../rules/rule.ts'
import { type Breach, type FactsOf, type RuleId, ruleOf, type WithFacts } from '../../rules/rules.ts'
import type { FormulaReader, ReadFormula } from '../formulas/read-formula.ts'
import type { MarkedHead } from '../marked-head.ts'
import type { ParseContext } from '../parse-context.ts'
import type { TermFinder } from './term-finder.ts'

export interface Draft {
  readonly source: Source
  readonly context: ParseContext
  /** What its words are in, where they settle it; else as `context` has it. */
  readonly language: string
  /** Of the glossary, and of the file itself. */
  terms: TermFinder
  /** What the file itself says that its abbreviations stand for. */
  readonly abbreviations: GlossaryEntry[]
  readonly headings: Heading[]
  /** Places without a heading that a link may lead to. */
  readonly anchors: string[]
  /** Titles of those that are blocks and have one. */
  readonly blockTitles: Map<string, string>
  readonly links: LinkMark[]
  readonly images: ImageMark[]
  /** Files beside the texts that links lead to, from the root. */
  readonly files: string[]
  readonly exhibits: Exhibit[]
  readonly credits: CreditMark[]
  /** Of each block that is for some editions, for which. */
  readonly onlys: (readonly EditionName[])[]
  /** Notes that are called in text for other editions, in small letters. */
  readonly calledElsewhere: Set<string>
  readonly indexMarks: IndexMark[]
  readonly findings: Finding[]
  /** Undefined where no text of these may hold a formula. */
  readonly readFormula: FormulaReader | undefined
  /** Formulas in the order of the text, title and standfirst first. */
  readonly formulas: ReadFormula[]
  /** Attributes that no edition has a use for, as they are written. */
  readonly leftOut: { readonly typed: string; readonly node: Placed }[]
  /** Names taken inside the file, with the line that took them. */
  readonly names: Map<string, number>
  /** Every id that an author wrote in the file, whether its place was met already or not. */
  readonly ownIds: Set<string>
  /** What else a place of the file is called, and its anchor. */
  readonly aliases: Map<string, string>
  /** Notes in the order of their first call, with the number of calls so far. */
  readonly notes: Map<string, number>
  /** How many citations stood before the first call of each note. */
  readonly firstCalls: Map<number, number>
  /** Of the note that is being rendered, 0 for none. */
  noteNumber: number
  readonly citations: CitationMark[]
  /** What title and standfirst hold beyond words, and what becomes of it. */
  head: MarkedHead
  readonly printedHead: { title?: ElementContent[]; standfirst?: ElementContent[] }
  /** Terms whose meaning was printed, and notes of ours that print one, by their name. */
  readonly explained: Set<string>
  readonly madeNotes: Set<string>
  /** Over 0 inside the words of others and in lists of terms: none of ours are put in there. */
  quoted: number
  /** What the file shows that other pages need not show again. */
  readonly shows: Set<ShownList>
  readonly seenTerms: Set<string>
  /** Index marks so far. */
  marks: number
  /** Whether the front matter asks for numbered items. */
  numberedLayout: boolean
  /** Over 0 inside headings, links and pictures: no abbreviation is explained, no page number added there. */
  quiet: number
  readonly measures: PageMeasures
  /** Width in mm at which a picture would be printed here. */
  widthMm: number
}

export function newDraft(
  source: Source,
  context: ParseContext,
  terms: TermFinder,
  readFormula?: FormulaReader,
): Draft {
  const measures = context.measures ?? A4_MEASURES
  return {
    source,
    context,
    language: otherLanguageOf(source.text, context.language) ?? context.language,
    terms,
    readFormula,
    formulas: [],
    abbreviations: [],
    numberedLayout: false,
    headings: [],
    anchors: [],
    blockTitles: new Map(),
    links: [],
    images: [],
    files: [],
    exhibits: [],
    credits: [],
    onlys: [],
    calledElsewhere: new Set(),
    indexMarks: [],
    findings: [],
    leftOut: [],
    names: new Map(),
    ownIds: new Set(),
    aliases: new Map(),
    notes: new Map(),
    firstCalls: new Map(),
    noteNumber: 0,
    citations: [],
    head: {},
    printedHead: {},
    shows: new Set(),
    explained: new Set(),
    madeNotes: new Set(),
    quoted: 0,
    seenTerms: new Set(),
    marks: 0,
    quiet: 0,
    measures,
    widthMm: measures.columnMm,
  }
}

/** Anything of the tree that knows where it stands. */
export interface Placed {
  readonly type?: string
  readonly position?:
    | {
        readonly start: {
          readonly line: number
          readonly column: number
          readonly offset?: number | undefined
        }
      }
    | undefined
}

export const lineOf = (node: Placed): number => node.position?.start.line ?? 1

/** The file that a node of the text is written in: the text itself, or one that it includes. */
export function fileOf({ source }: Draft, node: Placed): string {
  const { number } = splitLine(lineOf(node))
  return source.included?.[number - 1] ?? source.file
}

export function report<Id extends RuleId>(
  draft: Draft,
  id: Id,
  node: Placed,
  ...told: WithFacts<Id, [fix?: Fix | undefined]>
): void {
  reportAs(draft, ruleOf(id).severity, id, node, ...told)
}

/** The same where it weighs more, or less, than the rule does otherwise. */
export function reportAs<Id extends RuleId>(
  draft: Draft,
  severity: Severity,
  id: Id,
  node: Placed,
  ...told: WithFacts<Id, [fix?: Fix | undefined]>
): void {
  const [facts, fix] = told as [facts?: FactsOf<Id>, fix?: Fix]
  reportBreach(draft, breach(id, facts), node, severity, fix)
}

/** The same of a breach that was known before its place was. */
export function reportBreach(
  draft: Draft,
  one: Breach,
  node: Placed,
  severity: Severity = ruleOf(one.rule).severity,
  fix?: Fix,
): void {
  const { line, column } = node.position?.start ?? { line: 1, column: 1 }
  const place = { file: draft.source.file, line, column }
  const found = findingOf({ ...one, facts: clipped(one.facts) } as Breach, place, severity)
  draft.findings.push(fix ? { ...found, fix } : found)
}

const LONGEST_FACT = 200
/** What is left out of print is quoted, so that nothing is lost without a word. */
const LONGEST_QUOTATION = 4000
const QUOTED: ReadonlySet<string> = new Set(['quoted', 'quotedToo'])

/** An address of a megabyte must not be repeated in the report. */
const clipped = <Some extends Facts>(facts: Some): Some =>
  Object.fromEntries(
    Object.entries(facts).map(([key, value]) => [
      key,
      typeof value === 'string' ? cut(value, QUOTED.has(key) ? LONGEST_QUOTATION : LONGEST_FACT) : value,
    ]),
  ) as Some

const cut = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most)}…` : text)

/** Takes a name inside the file and returns the anchor; the second to ask gets another one and a finding. */
export function claimAnchor(draft: Draft, name: string, node: Placed): string {
  let free = name
  for (let turn = 2; draft.names.has(free); turn += 1) free = `${name}-${turn}`
  const problem = node.type === 'heading' ? 'two-places' : 'two-blocks'
  // Links have a place to lead to, the first.
  if (free !== name) reportAs(draft, 'warning', 'anchor-is-unique', node, { problem, anchor: name })
  draft.names.set(free, lineOf(node))
  return anchorOf(draft.source.prefix, free)
}

/** An anchor for what the author gave no name: `figure-2`. Never in the way of a name that an author chose. */
export function freeAnchor(draft: Draft, kind: string): string {
  let number = 1
  while (draft.names.has(`${kind}-${number}`) || draft.ownIds.has(`${kind}-${number}`)) number += 1
  draft.names.set(`${kind}-${number}`, 0)
  return anchorOf(draft.source.prefix, `${kind}-${number}`)
}

/**
 * A place in the text that the index names, asked for by `node` where its author did. Returns the id for the element.
 */
export function markForIndex(
  draft: Draft,
  terms: readonly Pick<IndexMark, 'term' | 'see'>[],
  node?: Placed,
): string {
  draft.marks += 1
  const anchor = anchorOf(draft.source.prefix, `i${draft.marks}`)
  const asked = node ? { line: lineOf(node) } : {}
  for (const term of terms) draft.indexMarks.push({ ...term, anchor, ...asked })
  return anchor
}
