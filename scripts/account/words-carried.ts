// A text that was brought in from elsewhere against the files that were written of it: every word of the one must be in
// the others, wherever notes and front matter stand there.
import { decodeHTMLStrict } from 'entities'
import type { Dialect } from '../model/dialect.ts'
import { isIn, type Loss, lossesOf, type Stretch } from './compare.ts'
import { letters } from './letters.ts'
import { definedLabels, readUses } from './lexer.ts'
import { linesApart } from './lines-apart.ts'
import type { Reading, Span } from './reading.ts'

export interface BroughtIn {
  readonly text: string
  /** Whether it is Markdown, with front matter, in which not all is a word. */
  readonly isMarkdown: boolean
}

export interface NotCarried {
  readonly words: string
  readonly line: number
}

/** `told`: words of which a finding says that they are left out. `written`: whole files of our dialect. */
export function wordsNotCarried(
  { text, isMarkdown }: BroughtIn,
  written: readonly string[],
  told: readonly string[],
  dialect: Dialect,
): NotCarried[] {
  const plain = written.map((content) => wordsIn(content, dialect))
  if (!isMarkdown) return notFound(text, letters(plain.join('\n')), told)
  const reading = readingOf(text, dialect)
  const stretch: Stretch = { text, start: 0, end: text.length, told: () => true, reading }
  if (isIn(stretch, letters(plain.join('\n')))) return []
  const missing = missingWords(without(text, reading.uses), [...plain, ...told].join('\n'))
  const left = told.map(letters).join('\n')
  const said = letters([...plain, ...told].join('\n'))
  const lost = lossesOf(stretch, said).filter(({ signs }) => !left.includes(signs))
  // What was moved about is no loss: only a word that stands there less often than before can be one.
  return joined(text, lost).filter(({ words }) => tokensOf(words).some((word) => missing.has(word)))
}

const tokensOf = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []

/** Words that stand in the one text more often than in the other. */
function missingWords(before: string, after: string): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const word of tokensOf(before)) counts.set(word, (counts.get(word) ?? 0) + 1)
  for (const word of tokensOf(after)) counts.set(word, (counts.get(word) ?? 0) - 1)
  return new Set([...counts].flatMap(([word, count]) => (count > 0 ? [word] : [])))
}

const NOTHING_USED: Reading = { uses: [], units: [], literal: [], codes: [] }

/** What stands elsewhere there is set aside first, line by line. */
function notFound(text: string, said: string, told: readonly string[]): NotCarried[] {
  const apart = linesApart(text, said, told)
  const rest = apart.lines.map((one) => one.text).join('\n')
  if (rest === '') return []
  const stretch: Stretch = { text: rest, start: 0, end: rest.length, told: () => true, reading: NOTHING_USED }
  const left = told.map(letters).join('\n')
  const lost = lossesOf(stretch, apart.said + letters(told.join('\n')))
  return joined(
    rest,
    lost.filter(({ signs }) => !left.includes(signs)),
  ).map(({ words, line }) => ({ words, line: apart.lines[line - 1]?.line ?? line }))
}

/** What a file of ours says: without addresses and names of blocks. */
function wordsIn(content: string, dialect: Dialect): string {
  const matter = matterIn(content)
  const body = content.slice(matter)
  const { uses } = readUses(body, definedLabels(body), dialect)
  const words = uses.filter(({ start, end }) => body.slice(start, end) !== LABEL_OF_PANDOC)
  return `${content.slice(0, matter)}\n${without(body, words).replace(REFERENCE, (found, reference) => (reference ? decodeHTMLStrict(found) : found))}`
}

/** Of a caption, or the first word of a paragraph that is none. */
const LABEL_OF_PANDOC = 'Table:'
const REFERENCE = /\\.|(&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z][a-zA-Z\d]*);)/g

function without(text: string, spans: readonly Span[]): string {
  let result = ''
  let done = 0
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    if (end <= done) continue
    result += `${text.slice(done, Math.max(done, start))} `
    done = end
  }
  return result + text.slice(done)
}

/** Where front matter ends. */
const matterIn = (text: string): number =>
  /^\s*(---|\+\+\+)[^\S\n]*\n[\s\S]*?\n(?:\1|\.\.\.)[^\S\n]*(?:\n|$)/.exec(text)?.[0].length ?? 0

function readingOf(text: string, dialect: Dialect): Reading {
  const begins = matterIn(text)
  const body = readUses(text.slice(begins), definedLabels(text), dialect)
  const move = <T extends Span>(spans: readonly T[]): T[] =>
    spans.map((span) => ({ ...span, start: span.start + begins, end: span.end + begins }))
  const values = valuesIn(text.slice(0, begins))
  return {
    uses: [...aroundValues(values, begins), ...move([...body.uses, ...contentsIn(text.slice(begins))])],
    units: [...values, ...move([...body.units, ...notesIn(text.slice(begins))])].sort(
      (a, b) => a.start - b.start,
    ),
    literal: move(body.literal),
    codes: move(body.codes),
  }
}

/** What stands behind the names of keys, line by line. */
function valuesIn(matter: string): Span[] {
  return [...matter.matchAll(LINE)].flatMap(({ 0: whole, 1: typed = '', index }): Span[] => {
    const start = index + whole.length - typed.length
    const value = withoutRemark(typed)
    if (NO_VALUE.test(value)) return []
    if (!value.startsWith('{') && !value.startsWith('[{')) return [{ start, end: start + value.length }]
    return [...value.matchAll(/:\s+([^,{}[\]]+)/g)].map(({ 0: pair, 1: inner = '', index: at }) => {
      const end = start + at + pair.length
      return { start: end - inner.length, end }
    })
  })
}

/** Of YAML and TOML, for who writes it. */
function withoutRemark(value: string): string {
  const quoted = /^("(?:\\.|[^"\\])*"|'(?:''|[^'])*')[^\S\n]*#/.exec(value)?.[1]
  return quoted ?? (/^["']/.test(value) ? value : value.replace(/(?<![^\S\n])[^\S\n]+#.*$/, ''))
}

const LINE =
  /^[^\S\n]*(?:-[^\S\n]+)*(?:["']?[\w$@.][\w$@./: -]*?["']?[^\S\n]*[:=](?=\s))?[^\S\n]*(\S[^\n]*)$/gm
const NO_VALUE = /^(?:---|\+\+\+|\.\.\.|#|\[\[?[\w.-]+\]\]?$|[|>][-+\d]*$|["']?[\w$@. -]+["']?:\s*$)/

function aroundValues(values: readonly Span[], end: number): Span[] {
  const starts = [0, ...values.map((value) => value.end)]
  return starts.map((start, index) => ({ start, end: values[index]?.start ?? end }))
}

/** `* TOC` and `{:toc}` below it ask for the list of contents, which every book has; so does a heading over it. */
const contentsIn = (body: string): Span[] =>
  [
    ...body.matchAll(
      /^(?:#+[^\S\n]+[^\n]+\n(?:\{:[^}\n]*\}\n)?\n*)?(?:[*+-]|\d+\.)[^\S\n]+[^\n]+\n\{:\s*toc\b[^}\n]*\}/gm,
    ),
  ].map(({ 0: whole, index }) => ({ start: index, end: index + whole.length }))

/** Notes go where they are called. */
const notesIn = (body: string): Span[] =>
  [
    ...body.matchAll(
      /^ {0,3}\[\^[^\]\n]+\]:[^\n]*(?:\n(?:[^\S\n]*\n)*(?: {2,}|\t)[^\n]+|\n(?![^\S\n]*(?:\n|\[\^|#))[^\n]+)*/gm,
    ),
  ].map(({ 0: whole, index }) => ({ start: index, end: index + whole.length }))

/** Losses side by side are one. */
function joined(text: string, losses: readonly Loss[]): NotCarried[] {
  const spans: { start: number; end: number }[] = []
  for (const { start, end } of losses.toSorted((a, b) => a.start - b.start)) {
    const last = spans.at(-1)
    if (last && text.slice(last.end, start).trim().length < 3) last.end = Math.max(last.end, end)
    else spans.push({ start, end })
  }
  return spans.map(({ start, end }) => ({
    words: wholeWords(text, start, end),
    line: text.slice(0, start).split('\n').length,
  }))
}

function wholeWords(text: string, start: number, end: number): string {
  let [from, to] = [start, end]
  while (from > 0 && /[\p{L}\p{N}]/u.test(text[from - 1] ?? '') && /[\p{L}\p{N}]/u.test(text[from] ?? ''))
    from -= 1
  while (to < text.length && /[\p{L}\p{N}]/u.test(text[to] ?? '') && /[\p{L}\p{N}]/u.test(text[to - 1] ?? ''))
    to += 1
  const words = text.slice(from, to).replace(/\s+/g, ' ').trim()
  return words.length > MOST_LETTERS ? `${words.slice(0, MOST_LETTERS)}…` : words
}

const MOST_LETTERS = 200
