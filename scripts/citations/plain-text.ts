import { decodeHTMLStrict } from 'entities'

/** The words of a piece of HTML, or of what an author typed. */
export const plainText = (html: string): string => decodeHTMLStrict(html.replace(/<[^<>]*>/g, ''))

/** What is compared of them: letters and digits. */
export const lettersIn = (words: string): string =>
  words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
