// Rendered runs → the document that the browser opens.

import { readHtml } from '../ground/html/html-text.ts'
import { withMeaning } from '../ground/html/meaning.ts'
import { joinedFacts, shownFacts } from '../ground/html/shown-facts.ts'
import { markOf } from '../ground/templating/drawings-aside.ts'
import type { Book } from '../model/book.ts'
import type { ShownFacts } from '../model/document.ts'
import { type ComposedRun, NO_RUN } from './compose-run.ts'
import type { PlannedRun } from './runs.ts'

interface Parts {
  readonly printed: readonly { readonly run: PlannedRun; readonly composed: ComposedRun }[]
  readonly styles: string
  readonly book: Book
  readonly language: string
  readonly render: (name: string, values: object) => string
}

/** Sections in order, each with its runs; the skeleton itself is a template, which gets marks where the runs go. */
export function composeDocument(parts: Parts): ShownFacts & { readonly html: string } {
  const composed = parts.printed.map((one) => one.composed)
  const skeleton = renderWith(parts, markOf)
  let found = 0
  const facts = shownFacts(readHtml(skeleton), (text) => {
    const marks = [...text.matchAll(MARK)].map(([, index]) => composed[Number(index)] ?? NO_RUN)
    found += marks.length
    return marks.length > 0 ? joinedFacts(marks) : undefined
  })
  if (found === composed.length)
    return { ...facts, html: skeleton.replace(MARK, (_, index) => composed[Number(index)]?.html ?? '') }
  // A template that does more with the runs than print them gets their HTML.
  const html = renderWith(parts, (index) => composed[index]?.html ?? '')
  return { ...shownFacts(readHtml(html)), html }
}

const MARK = /\uFDD0(\d+)\uFDD1/g

function renderWith(
  { printed, styles, book, language, render }: Parts,
  htmlOf: (index: number) => string,
): string {
  const runsOf = new Map<string, { run: PlannedRun; html: string }[]>()
  for (const [index, { run }] of printed.entries())
    runsOf.set(run.section, [...(runsOf.get(run.section) ?? []), { run, html: htmlOf(index) }])
  const sections = book.sections.map(({ id, kind, part }) => ({
    id,
    kind,
    lang: withMeaning(language, 'section', part > 0 ? String(part) : ''),
    runs: runsOf.get(id) ?? [],
  }))
  return render('document', { sections, styles })
}
