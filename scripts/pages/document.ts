// Rendered runs → the document that the browser opens.

import { readHtml } from '../ground/html/html-text.ts'
import { withMeaning } from '../ground/html/meaning.ts'
import { joinedFacts, NOTHING_SHOWN, shownFacts } from '../ground/html/shown-facts.ts'
import { type DrawingsAside, hasMark, markOf, partsByMarks } from '../ground/templating/drawings-aside.ts'
import type { Book } from '../model/book.ts'
import type { HtmlDocument, HtmlPiece, ShownFacts } from '../model/document.ts'
import type { Theme } from '../model/theme.ts'
import type { ComposedRun } from './compose-run.ts'
import { planPieces, type RunToCut } from './plan-pieces.ts'
import type { PlannedRun } from './runs.ts'
import { shownOf } from './section-values.ts'

interface PrintedRun {
  readonly run: PlannedRun
  readonly composed: ComposedRun
}

interface Parts {
  readonly printed: readonly PrintedRun[]
  /** Of the style sheet with the page rules of these runs. */
  readonly stylesFor: (runs: readonly PlannedRun[]) => Promise<string>
  readonly book: Book
  readonly language: string
  readonly page: Theme['page']
  readonly drawings: DrawingsAside
  /** Whether the whole is asked for beside its pieces. */
  readonly isWhole: boolean
  readonly render: (name: string, values: object) => string
}

/**
 * Sections in order, each with its runs; the skeleton itself is a template, which gets marks where runs and styles
 * go.
 */
export async function composeDocument(
  parts: Parts,
): Promise<ShownFacts & Pick<HtmlDocument, 'html' | 'pieces'>> {
  const { printed, drawings } = parts
  const composed = printed.map((one) => one.composed)
  for (const [index, { html }] of composed.entries()) drawings.stand(markOf(index), () => html)
  const skeleton = await renderSkeleton(parts, 0, printed.length)
  const tree = readHtml(skeleton)
  const facts = shownFacts(tree, (text) =>
    hasMark(text) ? joinedFacts(partsByMarks(text).map((part) => factsOf(part, composed))) : undefined,
  )
  // What a document template of the publication's own says besides its runs would be said by every piece.
  const saysMore = shownFacts(tree, () => NOTHING_SHOWN).words.trim() !== ''
  const counts = saysMore ? [printed.length] : planCuts(printed, parts.page)
  const whole = parts.isWhole || counts.length === 1 ? drawings.back(skeleton) : ''
  const pieces: HtmlPiece[] = []
  let from = 0
  for (const count of counts) {
    const to = from + count
    const html = counts.length === 1 ? whole : drawings.back(await renderSkeleton(parts, from, to))
    pieces.push(pieceOf(printed, from, to, html))
    from = to
  }
  return { ...facts, html: whole, pieces }
}

function pieceOf(printed: readonly PrintedRun[], from: number, to: number, html: string): HtmlPiece {
  const own = printed.slice(from, to)
  return {
    html,
    runs: own.filter(({ run }) => !run.joins).map(({ run }) => run.id),
    continues: from > 0 && printed[from - 1]?.run.section === printed[from]?.run.section,
    abbreviations: own.flatMap(({ composed }) => composed.abbreviations),
  }
}

/** How many of what is printed each piece has; what joins the pages before it is not cut off. */
function planCuts(printed: readonly PrintedRun[], page: Theme['page']): number[] {
  const together: { cut: RunToCut; count: number }[] = []
  for (const one of printed) {
    const last = together.at(-1)
    const cut = toCut(one, page)
    if (one.run.joins && last) {
      last.cut = { ...last.cut, pages: last.cut.pages + cut.pages }
      last.count += 1
    } else together.push({ cut, count: 1 })
  }
  let from = 0
  return planPieces(together.map(({ cut }) => cut)).map((count) => {
    const own = together.slice(from, from + count)
    from += count
    return own.reduce((sum, one) => sum + one.count, 0)
  })
}

/** Letters on an A4 page, fitted to the paper; and what a heading and a page that is not full take. */
const LETTERS_A_PAGE = 1500
const A4_MM2 = 210 * 297
const LEAST_OF_A_RUN = 0.5

function toCut({ run, composed }: PrintedRun, { widthMm, heightMm }: Theme['page']): RunToCut {
  const letters = (LETTERS_A_PAGE * widthMm * heightMm) / A4_MM2
  return {
    section: run.section,
    pages: run.kind === 'full' ? 1 : LEAST_OF_A_RUN + composed.words.length / letters,
  }
}

const STYLES = markOf('styles')

function factsOf(part: string, composed: readonly ComposedRun[]): ShownFacts {
  if (!hasMark(part)) return { ...NOTHING_SHOWN, words: part }
  return composed[Number(part.slice(1, -1))] ?? NOTHING_SHOWN
}

/** Of the runs from one index to before another. */
async function renderSkeleton(parts: Parts, from: number, to: number): Promise<string> {
  const { printed, book, language, drawings, render, stylesFor } = parts
  const own = printed.slice(from, to)
  const styles = await stylesFor(own.map(({ run }) => run))
  drawings.stand(STYLES, () => styles)
  const sections = shownSections(own, from, book, language)
  return render('document', { sections, styles: STYLES })
}

interface ShownSection {
  readonly id: string
  readonly kind: string
  readonly lang: string
  readonly runs: readonly { readonly run: object; readonly html: string }[]
}

/** Sections that stand in the pages of one run are boxes within it, and what is around them means nothing. */
function shownSections(
  own: readonly PrintedRun[],
  from: number,
  book: Book,
  language: string,
): readonly ShownSection[] {
  const sections = new Map(book.sections.map((section) => [section.id, section]))
  const langOf = (id: string): string => {
    const part = sections.get(id)?.part ?? 0
    return withMeaning(language, 'section', part > 0 ? String(part) : '')
  }
  const shown = new Map<string, ShownSection>()
  let index = 0
  while (index < own.length) {
    const { run } = own[index]!
    const { section: id } = run
    let html = markOf(from + index)
    const joining: string[] = []
    for (index++; own[index]?.run.joins; index++)
      joining.push(inSection(own[index]!.run.section, langOf, markOf(from + index)))
    const isJoined = joining.length > 0
    if (isJoined) html = [inSection(id, langOf, html), ...joining].join('\n')
    const before = shown.get(id)?.runs ?? []
    shown.set(id, {
      id,
      kind: sections.get(id)?.kind ?? '',
      lang: isJoined ? language : langOf(id),
      runs: [...before, { run: shownOf(run), html }],
    })
  }
  return [...shown.values()]
}

const inSection = (id: string, langOf: (id: string) => string, html: string): string =>
  `<section data-section="${id}" lang="${langOf(id)}">\n${html}\n</section>`
