// The body of one file against what is printed for its lines. There is no second reader of blocks here: a stretch
// runs from one line that is printed to the next, so that a block which was lost falls into the stretch before it and
// is missed there.
import type { Dialect } from '../model/dialect.ts'
import { citedLabels } from './citations.ts'
import { isIn, type Loss, lossesOf, type Stretch } from './compare.ts'
import { letters } from './letters.ts'
import { definedLabels, readUses } from './lexer.ts'
import type { Printed } from './printed.ts'
import type { Reading, Use } from './reading.ts'

export interface TextFile {
  /** As it is on the disk, line ends as `\n`. */
  readonly text: string
  /** The line, from 1, on which the text begins. */
  readonly firstLine: number
  /** Printed by a template, wherever a heading of the file says the same. */
  readonly title: string
  /** Whether a finding stands on a line between these two, or tells of something that is left out in the whole file. */
  readonly told: (firstLine: number, lastLine: number) => boolean
}

/** Words of a line that are not printed for it. */
export interface Lost {
  readonly line: number
  /** As they stand in the file. */
  readonly words: string
  readonly signs: string
  /** Whether they are printed, but elsewhere. */
  readonly elsewhere: boolean
  /** Whether nothing printed stands between these and the words that were lost before them. */
  readonly follows: boolean
}

export function accountForText(file: TextFile, printed: Printed, dialect: Dialect): Lost[] {
  const account = openAccount(file, printed, dialect)
  const losses: Lost[] = []
  for (let index = 0; index < account.starts.length; index += 1) {
    if (isTrue(account, index) || isPrinted(account, index, index + 1)) continue
    if (isPrintedWithNeighbours(account, index)) continue
    const found = lossesOf(stretchOf(account, index, index + 1), saidOf(account, index, index + 1))
    losses.push(...found.map((loss) => lostAt(account, loss)))
  }
  for (const { line } of printed.displaced) {
    const words = wordsOf(account, lineStart(account, line), lineStart(account, line + 1))
    losses.push({ line, words, signs: letters(words), elsewhere: true, follows: false })
  }
  return losses
}

interface Account {
  readonly file: TextFile
  readonly dialect: Dialect
  /** Where each line begins, one more at the end. */
  readonly lines: readonly number[]
  /** First lines of the stretches. */
  readonly starts: readonly number[]
  /** What is printed for the lines of each stretch. */
  readonly said: readonly string[]
  /** The same as it is compared, where it was asked for. */
  readonly signs: string[]
  readonly labels: () => ReadonlySet<string>
  readonly whole: () => Reading
}

function openAccount(file: TextFile, { runs, cited }: Printed, dialect: Dialect): Account {
  const lines = [0]
  for (let at = file.text.indexOf('\n'); at >= 0; at = file.text.indexOf('\n', at + 1)) lines.push(at + 1)
  lines.push(file.text.length + 1)
  const byLine = new Map<number, string>()
  for (const { line, text } of [
    ...runs.filter((run) => !run.isAside),
    ...runs.filter((run) => run.isAside),
  ]) {
    const place = Math.max(line, file.firstLine)
    byLine.set(place, (byLine.get(place) ?? '') + text)
  }
  for (const line of headings(file)) if (!byLine.has(line)) byLine.set(line, file.title)
  const starts = [...new Set([file.firstLine, ...byLine.keys()])].sort((a, b) => a - b)
  const labels = once(() => new Set([...definedLabels(file.text), ...citedLabels(cited)]))
  return {
    file,
    dialect,
    lines,
    starts,
    said: starts.map((line) => byLine.get(line) ?? ''),
    signs: [],
    labels,
    whole: once(() => readUses(file.text, labels(), dialect)),
  }
}

/** A heading that is not printed in its place must be the title, which is printed by a template. */
function headings({ text, title, firstLine }: TextFile): number[] {
  if (title === '') return []
  const lines = text.split('\n')
  return lines.flatMap((line, index) => {
    const isWritten =
      /^[^\S\n]{0,3}#{1,6}[ \t]+\S/.test(line) || /^ {0,3}(?:=+|-+)[ \t]*$/.test(lines[index + 1] ?? '')
    const isHtml = line.includes('<') && /<(?:h[1-6]|title)(?=[\s>]|$)/i.test(line.slice(0, LONGEST_LINE))
    if (index + 1 < firstLine || !(isWritten || isHtml)) return []
    const words = isHtml ? lines.slice(index, index + MOST_LINES_OF_TITLE).join('\n') : line
    return hasWordsOf(title, words) ? [index + 1] : []
  })
}

const LONGEST_LINE = 2000
const MOST_LINES_OF_TITLE = 12

/** Whether all words of the title stand in the text. */
function hasWordsOf(title: string, text: string): boolean {
  const signs = letters(text)
  return letters(title) !== '' && title.split(/\s+/).every((word) => signs.includes(letters(word)))
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => {
    made = made ?? { value: make() }
    return made.value
  }
}

const lineStart = ({ lines }: Account, line: number): number =>
  lines[Math.min(line, lines.length) - 1] ?? lines.at(-1) ?? 0

const bounds = (account: Account, from: number, to: number): { start: number; end: number } => ({
  start: lineStart(account, account.starts[from] ?? 1),
  end: lineStart(account, account.starts[to] ?? account.lines.length),
})

/** Most stretches hold nothing but words. */
function isTrue(account: Account, index: number): boolean {
  const { start, end } = bounds(account, index, index + 1)
  return letters(account.file.text.slice(start, end)) === saidOf(account, index, index + 1)
}

/** A stretch is read as part of its file, and by itself: one way must do. */
function isPrinted(account: Account, from: number, to: number): boolean {
  const said = saidOf(account, from, to)
  const whole = stretchOf(account, from, to)
  if (isIn(whole, said)) return true
  const alone = readUses(account.file.text.slice(whole.start, whole.end), account.labels(), account.dialect)
  return isIn({ ...whole, reading: moved(alone, whole.start) }, said)
}

function saidOf({ said, signs }: Account, from: number, to: number): string {
  if (to > from + 1) return letters(said.slice(from, to).join('\n'))
  signs[from] ??= letters(said[from] ?? '')
  return signs[from]
}

function stretchOf(account: Account, from: number, to: number): Stretch {
  const { file } = account
  const told = (use: Use): boolean => file.told(lineAt(account, use.start), lineAt(account, use.end))
  return { text: file.text, ...bounds(account, from, to), told, reading: account.whole() }
}

const moved = ({ uses, units, literal, codes }: Reading, by: number): Reading => {
  const move = <T extends { start: number; end: number }>(spans: readonly T[]): T[] =>
    spans.map((span) => ({ ...span, start: span.start + by, end: span.end + by }))
  return { uses: move(uses), units: move(units), literal: move(literal), codes: move(codes) }
}

/**
 * Text may be printed for a line near its own: behind a list inside an item, in a block of HTML. Then nothing is
 * lost.
 */
function isPrintedWithNeighbours(account: Account, index: number): boolean {
  const last = account.starts.length
  return [1, 3, 12, last].some((around) => {
    const from = Math.max(0, index - around)
    const to = Math.min(last, index + 1 + around)
    return isPrinted(account, from, to)
  })
}

function lineAt({ lines }: Account, at: number): number {
  let low = 0
  let high = lines.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((lines[middle] ?? 0) <= at) low = middle
    else high = middle - 1
  }
  return low + 1
}

function lostAt(account: Account, { start, end, signs, follows }: Loss): Lost {
  const elsewhere = signs.length > 5 && letters(account.said.join('\n')).includes(signs)
  return { line: lineAt(account, start), words: wordsOf(account, start, end), signs, elsewhere, follows }
}

/** Whole words, on one line. */
function wordsOf({ file: { text } }: Account, start: number, end: number): string {
  let from = start
  while (from > 0 && /[\p{L}\p{N}]/u.test(text[from - 1] ?? '') && /[\p{L}\p{N}]/u.test(text[from] ?? ''))
    from -= 1
  let to = end
  while (to < text.length && /[\p{L}\p{N}]/u.test(text[to] ?? '') && /[\p{L}\p{N}]/u.test(text[to - 1] ?? ''))
    to += 1
  return text
    .slice(from, to)
    .replace(/^[\s"'[(]+|(?<![\s"'])[\s"']+$/g, '')
    .replace(/\s+/g, ' ')
}
