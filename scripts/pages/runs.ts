// Sections → runs: stretches of pages that share one page name, one set of margins and one pair of running heads.

import type { Root, RootContent } from 'hast'
import { digest } from '../ground/digest.ts'
import { LAYOUTS } from '../ground/layouts.ts'
import { lettersOf } from '../ground/letters-of.ts'
import { headText } from '../ground/templating/running-heads.ts'
import type { Book, Section } from '../model/book.ts'
import type { Chapter } from '../model/chapter.ts'
import type { PageRun } from '../model/document.ts'
import type { Settings } from '../model/settings.ts'
import { isNote, type Stretch, splitFragment } from './split-fragment.ts'

/** Colour of a full page, as the page rules name it. */
export type Look = 'white' | 'grit' | 'ink' | 'canal'

export interface PlannedRun extends Omit<PageRun, 'ends'> {
  readonly template: string
  readonly look: Look
  /** Number of the part whose thumb tab stands on the pages; 0 for none. */
  readonly tab: number
  readonly body: readonly RootContent[]
  /** Whether the title is printed at the head of this run, and what closes the file at its end. */
  readonly first: boolean
  readonly last: boolean
  /** Whether it stands in the pages of the run before it, behind the end of its text. */
  readonly joins: boolean
}

type Shape = Partial<Pick<PlannedRun, 'kind' | 'look' | 'body' | 'first' | 'last' | 'template'>>

/** Every run of the book in order. `fragment` gives a chapter's finished tree. */
export function planRuns(
  book: Book,
  settings: Settings,
  fragment: (chapter: Chapter) => Root,
  turned: ReadonlySet<string>,
): PlannedRun[] {
  const joined = joining(book)
  return book.sections.flatMap((section) => {
    const chapter = section.chapter === undefined ? undefined : book.chapters[section.chapter]
    const shapes = chapter
      ? chapterShapes(section, chapter, splitFragment(fragment(chapter).children, turned), settings)
      : plainShapes(section, book)
    return joined(
      section,
      shapes.map((shape, index) => named(runOf(section, shape, index, book.form))),
    )
  })
}

/** What is measured as one may not grow beyond all measure: about thirty pages. */
const LETTERS_JOINED = 45_000

/** A text that may run on does so where it and the one before it are one stretch of the same pages. */
function joining({
  chapters,
}: Book): (section: Section, runs: readonly PlannedRun[]) => readonly PlannedRun[] {
  let before: PlannedRun | undefined
  let letters = 0
  return (section, runs) => {
    const [only] = runs
    const isFlow = runs.length === 1 && only?.kind === 'flow'
    const chapter = chapters[section.chapter ?? -1]
    const length = chapter ? lettersOf([chapter]) : 0
    const joins = isFlow && section.runsOn && before?.page === only.page && letters + length <= LETTERS_JOINED
    letters = joins ? letters + length : length
    before = isFlow ? only : undefined
    return joins ? [{ ...only, joins }] : runs
  }
}

const FULL_LOOKS: Partial<Record<Section['kind'], Look>> = {
  'front-cover': 'grit',
  'inside-cover': 'ink',
  part: 'ink',
  'back-cover': 'grit',
}

function plainShapes(section: Section, book: Book): Shape[] {
  const look = FULL_LOOKS[section.kind]
  if (look) return [{ template: section.kind, kind: 'full', look }]
  if (section.kind !== 'contents') return [{ template: section.kind, kind: 'bare' }]
  const byCouncil = book.caseStudies.length > 0
  return [{ template: 'contents' }, ...(byCouncil ? [{ template: 'contents-case-studies' }] : [])]
}

function chapterShapes(
  section: Section,
  chapter: Chapter,
  parts: readonly Stretch[],
  settings: Settings,
): Shape[] {
  const { opener } = chapter.matter
  const layout = LAYOUTS[chapter.matter.layout]
  if (layout.fullPage)
    return [
      {
        template: layout.print,
        kind: 'full',
        look: layout.fullPage,
        body: parts.flatMap(({ body }) => body),
      },
    ]
  const template = section.kind === 'case-study' ? 'case-study' : layout.print
  const hasOpener = section.kind === 'chapter' && opener !== false && settings.theme.openers === 'page'
  const [head, text] = hasOpener ? headNotes(parts) : [[], parts]
  const stretches = withEnds(text, {
    opener: hasOpener,
    head: section.kind === 'case-study',
    tail: hasClosing(section, chapter, settings),
  })
  const flow = stretches.map((stretch, index) => ({
    ...stretchShape(stretch, template),
    body: stretch.body,
    first: index === 0 && !hasOpener,
    last: index === stretches.length - 1,
  }))
  return hasOpener ? [{ template: 'opener', kind: 'full', look: 'grit', body: head }, ...flow] : flow
}

/** The notes of title and standfirst stand where these do. */
function headNotes(parts: readonly Stretch[]): readonly [readonly RootContent[], readonly Stretch[]] {
  const [first, ...others] = parts
  const end = first?.body.findIndex((one) => !isNote(one)) ?? 0
  const count = end < 0 ? (first?.body.length ?? 0) : end
  if (!first || count === 0) return [[], parts]
  const rest = { ...first, body: first.body.slice(count) }
  return [first.body.slice(0, count), rest.body.length > 0 ? [rest, ...others] : others]
}

/** Whether the template adds more than a line or two at the end: that needs upright pages. */
function hasClosing({ kind }: Section, { shows, matter }: Chapter, { glossary }: Settings): boolean {
  if (kind === 'case-study') return matter.picture !== undefined
  const layout = LAYOUTS[matter.layout]
  if (layout.shows === 'glossary') return glossary.length > 0 && !shows?.includes('glossary')
  return ['index', 'sources', 'exhibits', 'credits'].includes(layout.shows ?? '')
}

/**
 * The head of a case study, with its panel, needs a flow to stand in; other titles stand on whatever page comes
 * first.
 */
function withEnds(
  stretches: readonly Stretch[],
  needs: { readonly opener: boolean; readonly head: boolean; readonly tail: boolean },
): Stretch[] {
  const empty: Stretch = { kind: 'flow', body: [] }
  if (stretches.length === 0) return needs.opener && !needs.tail ? [] : [empty]
  const head = needs.head && stretches[0]?.kind !== 'flow' ? [empty] : []
  const tail = needs.tail && stretches.at(-1)?.kind !== 'flow' ? [empty] : []
  return [...head, ...stretches, ...tail]
}

function stretchShape(stretch: Stretch, template: string): Shape {
  if (stretch.kind === 'landscape') return { template: 'landscape', kind: 'landscape' }
  if (stretch.kind === 'plate') return { template: 'plate', kind: 'bare' }
  if (stretch.kind === 'bleed') return { template: 'bleed', kind: 'full' }
  return { template, kind: 'flow' }
}

function runOf(section: Section, shape: Shape, index: number, form: Book['form']): PlannedRun {
  const { kind = 'flow', look = 'white', body = [], first = true, last = true, template = '' } = shape
  const folio = kind === 'flow' || kind === 'landscape'
  return {
    id: index === 0 ? section.id : `${section.id}--run-${index + 1}`,
    section: section.id,
    page: '',
    kind,
    numbering: section.numbering,
    starts: index === 0 ? section.starts : 'any',
    heads: folio
      ? { left: headText(section.heads.left), right: headText(section.heads.right) }
      : { left: '', right: '' },
    folio,
    template,
    look,
    tab: folio && form === 'book' ? section.part : 0,
    body,
    first,
    last,
    joins: false,
  }
}

/**
 * Runs whose margins say the same share a page name: a book of a thousand files still has few page rules. The name is
 * made of what they say, so that it is the same whatever other pages there are.
 */
function named(run: PlannedRun): PlannedRun {
  const margins = JSON.stringify([run.kind, run.look, run.numbering, run.tab, run.folio, run.heads])
  return { ...run, page: `pages-${digest(margins).slice(0, 12)}` }
}
