// A Word file for review lists its marks once more, in a part that programs keep as it is: so what came back without
// one is known to have been taken out, and not to have been written since; and what a reviewer left alone is known.
import { createHash } from 'node:crypto'

/** A part of its own in the package, beside its relations. */
export const SENT_MARKS_PART = 'customXml/item1.xml'
export const SENT_MARKS_NAMESPACE = 'urn:whitepaper:review-marks'

/** The name of a mark, and `wordsKey` of the words that went out with it. */
export interface SentMark {
  readonly name: string
  readonly words: string
}

/** What stands in the list for a paragraph without a mark, which the program wrote: nothing but its words. */
export const sentWithoutMark = (words: string): SentMark => ({ name: `=${words}`, words })

/** Whether words of the program's went out like that; undefined for a file that does not know. */
export function wentOutUnmarked(words: string, wentOut: ReadonlyMap<string, string>): boolean | undefined {
  if (wentOut.has(sentWithoutMark(words).name)) return true
  return [...wentOut.keys()].some((name) => name.startsWith('=')) ? false : undefined
}

/** In the order of the file. */
export const sentMarksXml = (marks: readonly SentMark[]): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<marks xmlns="${SENT_MARKS_NAMESPACE}">${marks.map(({ name, words }) => `${name}:${words}`).join(' ')}</marks>`

/** Of the text of such a part: the keys of words by the names of their marks. */
export const readSentMarks = (text: string): ReadonlyMap<string, string> =>
  new Map(
    text.split(/\s+/).map((one) => {
      const [name = '', words = ''] = one.split(':')
      return [name, words]
    }),
  )

/** Twelve digits for the words of a paragraph. White space, and what is no sign, make no difference. */
export const wordsKey = (text: string): string =>
  createHash('sha256')
    .update(text.replace(/[\s\uFFFC]+/g, ''))
    .digest('hex')
    .slice(0, 12)
