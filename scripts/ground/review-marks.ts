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

/** `_wp_3f2a9c01_12_a1b2c3`, with `_4` behind it for part four. Word keeps 40 characters, and hides what begins with `_`. */
export const nameOfMark = ({ file, line, text, part }: ReviewMark): string =>
  `_wp_${file}_${line}_${text}${part === undefined ? '' : `_${part}`}`

/** Undefined for a bookmark of somebody else's. */
export function readMark(name: string): ReviewMark | undefined {
  const found = /^_wp_([\da-f]{8})_(\d{1,7})_([\da-f]{6})(?:_(\d{1,5}))?$/.exec(name)
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
