// How a listing is to be shown: lines that are marked, and whether they are numbered. `{1,3-5}` of Docusaurus and
// VitePress, `hl_lines="2 3" linenums="1"` of MkDocs, `{linenos=true, hl_lines=[2,"4-6"]}` of Hugo, `.numberLines
// startFrom="7"` of Pandoc, `code-line-numbers` of Quarto, `:emphasize-lines:` of MyST.
import type { Code } from 'mdast'

export interface ListingLook {
  /** Lines from 1, wherever their numbers begin. */
  readonly marked: readonly number[]
  /** As they are written, for messages. */
  readonly written: string
  /** The number of the first line; undefined for a listing without numbers. */
  readonly firstNumber: number | undefined
}

declare module 'mdast' {
  interface CodeData {
    look?: ListingLook
  }
}

const LINES = String.raw`\d{1,6}(?:[ \t]*(?:-|\.\.)[ \t]*\d{1,6})?`
const LIST = String.raw`${LINES}(?:[ \t]*[, ][ \t]*${LINES}){0,200}`

/** In braces, in an attribute, in the brackets of Hugo. */
const MARKS = [
  /hl_lines[ \t]*=[ \t]*\[([^[\]]{1,400})\]/,
  new RegExp(String.raw`(?<![\w=])(?:[\w+#.-]*)\{[ \t]*(${LIST})[ \t]*\}`),
  new RegExp(
    String.raw`(?:hl_lines|hl-lines|highlight|emphasize-lines|mark|code-line-numbers)[ \t]*[=:][ \t]*(?:\{|\[)?[ \t]*["']?(${LIST})["']?`,
  ),
]

const FIRST =
  /(?:line[-_]?nos?[-_]?start|linenostart|startFrom|start-from|firstnumber)[ \t]*[=:][ \t]*["']?(\d{1,6})/i
const NUMBERS_FROM =
  /(?:linenums|showLineNumbers|:line-numbers|data-start)(?:[ \t]*=[ \t]*["']?|\{)(\d{1,6})/i
const NUMBERS =
  /(?<![\w-])(?:showLineNumbers|show-line-numbers|line-?numbers|\.number-?Lines|number-?lines|linenums|linenos|lineNos|code-line-numbers)(?![\w-])(?![ \t]*[=:][ \t]*["']?(?:false|off|no\b|0\b))/i
const NO_NUMBERS = /(?:no-?line-?numbers|(?:code-)?line-?numbers[ \t]*[=:][ \t]*["']?(?:false|off|no\b))/i

/** `said`: what stands behind the fence, and options that were taken off the head of the listing. */
export function lookOf(said: string, { value }: Code): ListingLook {
  const others = said.replace(/(?:showLineNumbers|line-?numbers)\{\d+\}/gi, '')
  const written = MARKS.map((pattern) => pattern.exec(others)?.[1]).find((one) => one !== undefined) ?? ''
  const count = value.split('\n').length
  return { marked: linesIn(written, count), written: written.trim(), firstNumber: firstNumber(said) }
}

function firstNumber(said: string): number | undefined {
  const named = FIRST.exec(said)?.[1] ?? NUMBERS_FROM.exec(said)?.[1]
  if (named !== undefined) return Number(named)
  return NUMBERS.test(said) && !NO_NUMBERS.test(said) ? 1 : undefined
}

function linesIn(written: string, count: number): number[] {
  const lines = new Set<number>()
  for (const [, from = '', to = from] of written.matchAll(/(\d+)(?:\s*(?:-|\.\.)\s*(\d+))?/g)) {
    const last = Math.min(Number(to), count)
    for (let line = Math.max(1, Number(from)); line <= last; line += 1) lines.add(line)
  }
  return [...lines].sort((a, b) => a - b)
}

/** The first line that is named and not there. */
export function lineBeyond({ written }: ListingLook, { value }: Code): number | undefined {
  const count = value.split('\n').length
  return [...written.matchAll(/\d+/g)].map(Number).find((line) => line > count || line === 0)
}
