// Rendered runs → the document that the browser opens.

import { withMeaning } from '../ground/html/meaning.ts'
import type { Book } from '../model/book.ts'
import type { PlannedRun } from './runs.ts'

interface Parts {
  readonly printed: readonly { readonly run: PlannedRun; readonly html: string }[]
  readonly styles: string
  readonly book: Book
  readonly language: string
  readonly render: (name: string, values: object) => string
}

/** Sections in order, each with its runs; the skeleton itself is a template. */
export function composeDocument({ printed, styles, book, language, render }: Parts): string {
  const runsOf = new Map<string, { run: PlannedRun; html: string }[]>()
  for (const one of printed) runsOf.set(one.run.section, [...(runsOf.get(one.run.section) ?? []), one])
  const sections = book.sections.map(({ id, kind, part }) => ({
    id,
    kind,
    lang: withMeaning(language, 'section', part > 0 ? String(part) : ''),
    runs: runsOf.get(id) ?? [],
  }))
  return render('document', { sections, styles })
}
