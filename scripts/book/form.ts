// Whether a publication is set as a book or as a short paper.
import { lettersOf } from '../ground/letters-of.ts'
import type { Book } from '../model/book.ts'
import type { Chapter } from '../model/chapter.ts'
import type { Settings } from '../model/settings.ts'

/** Pages of text below which a paper is short: with covers and contents it has about 32. */
const SHORT_PAGES = 24
/** On A4, with headings, lists and pictures as people use them. */
const LETTERS_A_PAGE = 1500

/** As `length:` asks, else by the letters of its texts. The size of the page is none of its business. */
export function formOf(chapters: readonly Chapter[], { publication }: Settings): Book['form'] {
  if (publication.length !== 'auto') return publication.length
  return lettersOf(chapters) < SHORT_PAGES * LETTERS_A_PAGE ? 'short' : 'book'
}
