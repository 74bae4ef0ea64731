// Rendered runs → the document that the browser opens.

import { readHtml } from '../ground/html/html-text.ts'
import { withMeaning } from '../ground/html/meaning.ts'
import { joinedFacts, shownFacts } from '../ground/html/shown-facts.ts'
import { hasMark, markOf, partsByMarks } from '../ground/templating/drawings-aside.ts'
import type { Book } from '../model/book.ts'
import type { ShownFacts } from '../model/document.ts'
import type { ComposedRun } from './compose-run.ts'
import type { PlannedRun } from './runs.ts'

interface Parts {
  readonly printed: readonly { readonly run: PlannedRun; readonly composed: ComposedRun }[]
  readonly styles: string
  readonly book: Book
  readonly language: string
  readonly render: (name: string, values: object) => string
}

/** Sections in order, each with its runs; the skeleton itself is a template, which gets marks where runs and styles go. */
export function composeDocument(parts: Parts): ShownFacts & { readonly html: string } {
  const composed = parts.printed.map((one) => one.composed)
  const skeleton = renderWith(parts, { htmlOf: markOf, styles: STYLES })
  let found = 0
  const facts = shownFacts(readHtml(skeleton), (text) => {
    const runs = partsByMarks(text).flatMap((part) => composed[numberOf(part)] ?? [])
    found += runs.length
    return runs.length > 0 ? joinedFacts(runs) : undefined
  })
  if (found === composed.length && skeleton.includes(STYLES)) {
    const filled = partsByMarks(skeleton).map((part) =>
      part === STYLES ? parts.styles : (composed[numberOf(part)]?.html ?? part),
    )
    return { ...facts, html: filled.join('') }
  }
  // A template that does more with the runs than print them gets their HTML.
  const htmlOf = (index: number): string => composed[index]?.html ?? ''
  const html = renderWith(parts, { htmlOf, styles: parts.styles })
  return { ...shownFacts(readHtml(html)), html }
}

const STYLES = markOf('styles')

/** Which run a mark stands for; NaN for what is no mark of one. */
const numberOf = (part: string): number => (hasMark(part) ? Number(part.slice(1, -1)) : Number.NaN)

interface Content {
  readonly htmlOf: (index: number) => string
  readonly styles: string
}

function renderWith({ printed, book, language, render }: Parts, { htmlOf, styles }: Content): string {
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
