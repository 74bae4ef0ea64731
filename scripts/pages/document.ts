// Rendered runs → the document that the browser opens.

import { readHtml } from '../ground/html/html-text.ts'
import { withMeaning } from '../ground/html/meaning.ts'
import { joinedFacts, NOTHING_SHOWN, shownFacts } from '../ground/html/shown-facts.ts'
import { type DrawingsAside, hasMark, markOf, partsByMarks } from '../ground/templating/drawings-aside.ts'
import type { Book } from '../model/book.ts'
import type { ShownFacts } from '../model/document.ts'
import type { ComposedRun } from './compose-run.ts'
import type { PlannedRun } from './runs.ts'

interface Parts {
  readonly printed: readonly { readonly run: PlannedRun; readonly composed: ComposedRun }[]
  readonly styles: string
  readonly book: Book
  readonly language: string
  readonly drawings: DrawingsAside
  readonly render: (name: string, values: object) => string
}

/**
 * Sections in order, each with its runs; the skeleton itself is a template, which gets marks where runs and styles
 * go.
 */
export function composeDocument(parts: Parts): ShownFacts & { readonly html: string } {
  const { printed, drawings } = parts
  const composed = printed.map((one) => one.composed)
  for (const [index, { html }] of composed.entries()) drawings.stand(markOf(index), () => html)
  drawings.stand(STYLES, () => parts.styles)
  const skeleton = renderSkeleton(parts)
  const facts = shownFacts(readHtml(skeleton), (text) =>
    hasMark(text) ? joinedFacts(partsByMarks(text).map((part) => factsOf(part, composed))) : undefined,
  )
  return { ...facts, html: drawings.back(skeleton) }
}

const STYLES = markOf('styles')

function factsOf(part: string, composed: readonly ComposedRun[]): ShownFacts {
  if (!hasMark(part)) return { ...NOTHING_SHOWN, words: part }
  return composed[Number(part.slice(1, -1))] ?? NOTHING_SHOWN
}

function renderSkeleton({ printed, book, language, render }: Parts): string {
  const runsOf = new Map<string, { run: PlannedRun; html: string }[]>()
  for (const [index, { run }] of printed.entries())
    runsOf.set(run.section, [...(runsOf.get(run.section) ?? []), { run, html: markOf(index) }])
  const sections = book.sections.map(({ id, kind, part }) => ({
    id,
    kind,
    lang: withMeaning(language, 'section', part > 0 ? String(part) : ''),
    runs: runsOf.get(id) ?? [],
  }))
  return render('document', { sections, styles: STYLES })
}
