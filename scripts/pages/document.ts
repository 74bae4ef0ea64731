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
  const whole = drawings.back(skeleton)
  // What a document template of the publication's own says besides its runs would be said by every piece.
  const saysMore = shownFacts(tree, () => NOTHING_SHOWN).words.trim() !== ''
  const counts = saysMore ? [printed.length] : planPieces(printed.map((one) => toCut(one, parts.page)))
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
    runs: own.map(({ run }) => run.id),
    continues: from > 0 && printed[from - 1]?.run.section === printed[from]?.run.section,
    abbreviations: own.flatMap(({ composed }) => composed.abbreviations),
  }
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
  const runsOf = new Map<string, { run: object; html: string }[]>()
  for (const [index, { run }] of own.entries())
    runsOf.set(run.section, [
      ...(runsOf.get(run.section) ?? []),
      { run: shownOf(run), html: markOf(from + index) },
    ])
  const styles = await stylesFor(own.map(({ run }) => run))
  drawings.stand(STYLES, () => styles)
  const isWhole = own.length === printed.length
  const sections = book.sections
    .filter(({ id }) => isWhole || runsOf.has(id))
    .map(({ id, kind, part }) => ({
      id,
      kind,
      lang: withMeaning(language, 'section', part > 0 ? String(part) : ''),
      runs: runsOf.get(id) ?? [],
    }))
  return render('document', { sections, styles: STYLES })
}
