// The words of what the processor of citations writes.
import type { ElementContent } from 'hast'
import { readHtml } from '../ground/html/html-text.ts'
import { textOf } from './citation-html.ts'

/** The words of a piece of HTML, or of what an author typed. */
export const plainText = (html: string): string => textOf(readHtml(html).children as ElementContent[])

/** What is compared of them: letters and digits. */
export const lettersIn = (words: string): string =>
  words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
