import type { WordStream } from './word-stream.ts'

/**
 * Whether a word is a number that the book gives by itself, and that moves when something else does: of a page, or of
 * a figure behind the word “figure”.
 */
export const isGivenNumber = (stream: WordStream, index: number): boolean =>
  isPageNumber(stream, index) || isBehindKind(stream, index)

/**
 * Whether a word is nothing but numbers of pages: of the page that a link on it leads to, or behind the word “page”.
 * A year that became another year is no page.
 */
function isPageNumber(stream: WordStream, index: number): boolean {
  const word = stream.words[index]
  const numbers = numbersOf(word?.text ?? '')
  if (!word || !isNumbers(word.text)) return false
  const target = stream.paper.pages[word.leadsTo - 1]
  if (target && (target.label === numbers[0] || String(word.leadsTo) === numbers[0])) return true
  return isRangeEnd(stream, index) || isBehindPage(stream, index)
}

const NUMBER = /^(?:\d+|[ivxlcdm]+)$/i
const PAGE = /^(?:pages?|pp?\.|seiten?|s\.|tudalen(?:nau)?|tt?\.)$/i
const BETWEEN = /^(?:and|to|und|bis|a|ac|[-–&])$/i

const isNumbers = (text: string): boolean => {
  const numbers = numbersOf(text)
  return numbers.length > 0 && numbers.every((one) => NUMBER.test(one))
}

const KIND =
  /^(?:fig(?:ure|\.)?s?|tab(?:le|\.)?s?|equations?|chapters?|study|abb(?:ildung(?:en)?|\.)|tabellen?|kapitel)$/i
const GIVEN = /^[A-Z]?\d+(?:\.\d+)?[a-z]?[)\].,;:’”"']*$/

/** `figure 3.2`, `Table 4:`. */
const isBehindKind = ({ words }: WordStream, index: number): boolean =>
  GIVEN.test(words[index]?.text ?? '') && KIND.test(bare(words[index - 1]?.text ?? ''))

/** `54–` at the end of a line, `55` on the next. */
const isRangeEnd = (stream: WordStream, index: number): boolean =>
  /\d[-–]$/.test(stream.words[index - 1]?.text ?? '') && isPageNumber(stream, index - 1)

/** `(page 12)`, `pages 12, 14 and 15`. */
function isBehindPage({ words }: WordStream, index: number): boolean {
  for (let at = index - 1; at >= 0 && at >= index - 12; at--) {
    const text = bare(words[at]?.text ?? '')
    if (PAGE.test(text)) return true
    if (!BETWEEN.test(text) && !isNumbers(text)) return false
  }
  return false
}

const bare = (text: string): string => text.replace(/^[([“‘"']+/, '')

/** `12–14),` → 12 and 14. */
const numbersOf = (text: string): string[] =>
  bare(text)
    .replace(/[)\].,;:’”"']+\d*$/, '') // with the number of a note behind it
    .split(/[-–]/)
    .filter((part) => part !== '')
