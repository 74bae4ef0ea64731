// A Word file for review remembers where each of its paragraphs comes from, by the names of hidden bookmarks.
import { createHash } from 'node:crypto'

/** Where the text of a paragraph stands, as far as the name of its bookmark can say. */
export interface ReviewMark {
  /** `fileKey` of the file. */
  readonly file: string
  readonly line: number
  /** `textKey` of the lines that it was made of. */
  readonly text: string
  /** Of several paragraphs that have one line, from 1: of a row of a table, the column. */
  readonly part?: number
}

/**
 * `_wp_3f2a9c01_12_a1b2c3`, with `_4` behind it for part four. Word keeps 40 characters, and hides what begins with
 * `_`.
 */
export const nameOfMark = ({ file, line, text, part }: ReviewMark): string =>
  `_wp_${file}_${line}_${text}${part === undefined ? '' : `_${part}`}`

/** Undefined for a bookmark of somebody else's. LibreOffice names those in notes anew, with `_Copy_1` behind them. */
export function readMark(name: string): ReviewMark | undefined {
  const found = /^_wp_([\da-f]{8})_(\d{1,7})_([\da-f]{6})(?:_(\d{1,5}))?(?:_Copy_\d{1,5})?$/.exec(name)
  if (!found) return undefined
  const [, file = '', line = '', text = '', part] = found
  return { file, line: Number(line), text, ...(part === undefined ? {} : { part: Number(part) }) }
}

/** Eight digits for the path of a file in its publication, with `/`. */
export const fileKey = (path: string): string => sha256(path).slice(0, 8)

/** Six digits for lines of a file. Line ends, and white space before them, make no difference. */
export const textKey = (lines: string): string =>
  sha256(
    lines
      .split(/\r\n?|\n/)
      .map(trimmed)
      .join('\n')
      .trimEnd(),
  ).slice(0, 6)

const trimmed = (line: string): string => line.trimEnd()

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/**
 * Of a file that is read once: the lines of the block that begins in line `line`, from 1, joined by `\n`: a key of the
 * front matter with its value, a row of a table, a listing, else up to a blank line or to what begins another block. Of
 * more lines than the block has nothing is lost: an edit beside it is then taken for one of it.
 */
export function blocksIn(file: string): (line: number) => string {
  const lines = file.split(/\r\n?|\n/)
  const matterEnd = frontMatterEnd(lines)
  return (line) => {
    const first = lines[line - 1] ?? ''
    const isEnd = endsBlock(first, line <= matterEnd)
    let end = line
    while (end < lines.length && !isEnd(lines[end] ?? '')) end += 1
    return [first, ...lines.slice(line, end)].map(trimmed).join('\n').trimEnd()
  }
}

/** Number of the line that closes the front matter; 0 without one. */
function frontMatterEnd(lines: readonly string[]): number {
  if (lines[0]?.trimEnd() !== '---') return 0
  return lines.findIndex((one, index) => index > 0 && /^(?:---|\.\.\.)\s*$/.test(one)) + 1
}

function endsBlock(first: string, isMatter: boolean): (line: string) => boolean {
  // A list may stand as far to the left as its key.
  if (isMatter) return (line) => /^(?:[^\s#-]|---)/.test(line)
  const [fence] = /^\s*(?:`{3,}|~{3,})/.exec(first) ?? []
  if (fence) return behindListing(fence.trim())
  if (/^\s*\|/.test(first)) return () => true
  const depth = quotesOf(first).length
  return (line) => {
    const quotes = quotesOf(line)
    return (
      line.slice(quotes.length).trim() === '' ||
      quotes.length !== depth ||
      BEGINS.test(line.slice(quotes.length))
    )
  }
}

/** The line that closes a listing is its own. */
function behindListing(fence: string): (line: string) => boolean {
  let isClosed = false
  return (line) => {
    if (isClosed) return true
    isClosed = line.trim().startsWith(fence)
    return false
  }
}

const quotesOf = (line: string): string => /^(?:\s{0,3}>)*/.exec(line)?.[0] ?? ''

/** An item of a list, a heading, a listing, a directive, a row of a table, the words of a note. */
const BEGINS = /^\s*(?:[-*+]\s|\d{1,9}[.)]\s|#{1,6}\s|`{3}|~{3}|:::|\||\[\^)/
