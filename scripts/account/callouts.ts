// What several tools call their callouts, and their shortcodes: `{{% notice tip "Title" %}}`, `{% hint style="info"
// %}`.
import { CALLOUT_NAMES } from '../ground/language/callout-names.ts'
import type { Span } from './reading.ts'

/** Callouts and their like: the name is printed in the words of the publication, or not at all. */
export const CALLOUTS = CALLOUT_NAMES.join('|')

const SHORTCODE = new RegExp(
  String.raw`(?<!\\)\{\{?[%<]-?\s*(?:\/\s*|end)?(?:message|banner|${CALLOUTS})(?![\w-])([^{}\n]*?)-?[%>]\}\}?`,
  'gi',
)
/** What is printed of a shortcode: its title. */
const TITLE = /(?:(?:title|heading|header)=|(?:^|\s))("[^"]*")\s*$|(?:title|heading|header)=("[^"]*")/i

/** Around listings; and a picture, of which its caption and alternative are printed. */
const LISTING =
  /(?<!\\)\{\{?[%<]-?\s*(?:\/\s*|end)?(?:highlight|code-toggle|codeblock|sourcecode|prism|chroma|prettify)(?![\w-])[^{}\n]*-?[%>]\}\}?/gi
const FIGURE = /(?<!\\)\{\{[%<]\s*figure\s[^{}\n]*[%>]\}\}/gi
const PRINTED = /(?<=(?:alt|title|caption|attr)[ \t]*=[ \t]*)(?:"(?:\\.|[^"\\])*"|`[^`]*`)/gi

/** Figures that go over several lines. */
export const longFigures = (text: string): Span[] =>
  [...text.matchAll(LONG_FIGURE)].flatMap(({ 0: whole, index }) => apartFrom(whole, index))

const LONG_FIGURE = /(?<!\\)\{\{[%<]\s*figure\s[^{}\n]{0,1000}\n[^{}]{0,2000}[%>]\}\}/gi

/** All of each shortcode in a line but its title; `offset` is where the line begins. */
export function shortcodeUses(line: string, offset: number): Span[] {
  if (!line.includes('{')) return []
  return [
    ...[...line.matchAll(LISTING)].map(({ 0: whole, index }) => ({
      start: offset + index,
      end: offset + index + whole.length,
    })),
    ...[...line.matchAll(FIGURE)].flatMap(({ 0: whole, index }) => apartFrom(whole, offset + index)),
    ...calloutUses(line, offset),
  ]
}

function apartFrom(figure: string, start: number): Span[] {
  const spans: Span[] = []
  let done = start
  for (const { 0: value, index } of figure.matchAll(PRINTED)) {
    spans.push({ start: done, end: start + index })
    done = start + index + value.length
  }
  return [...spans, { start: done, end: start + figure.length }]
}

function calloutUses(line: string, offset: number): Span[] {
  return [...line.matchAll(SHORTCODE)].flatMap(({ 0: whole, 1: given = '', index }): Span[] => {
    const start = offset + index
    const end = start + whole.length
    const title = TITLE.exec(given)
    const words = title?.[1] ?? title?.[2]
    const from = words ? whole.lastIndexOf(words) : -1
    if (!words || from < 0) return [{ start, end }]
    return [
      { start, end: start + from },
      { start: start + from + words.length, end },
    ]
  })
}
