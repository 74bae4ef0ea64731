// Which editions have the same text, where some of its blocks are for some of them (`:::only{edition=press}`).
import type { Book } from '../model/book.ts'
import type { Source } from '../model/chapter.ts'
import type { EditionName } from '../model/settings.ts'

type Texts = Pick<Book, 'chapters'>

const ONLY = /:::[ \t]*\{?\.?only\b/i

/** A text without such blocks stays what it is, so that it is understood once for all editions. */
export const forEdition = (source: Source, edition: EditionName): Source =>
  ONLY.test(source.text) ? { ...source, edition } : source

export const hasOnly = ({ chapters }: Texts): boolean => chapters.some(({ onlys }) => onlys)

/** Whether two editions have the same blocks, whichever of them the book is for. */
export const sameTexts = (book: Texts, one: EditionName, other: EditionName): boolean =>
  one === other || blocksOf(book, one) === blocksOf(book, other)

const blocksOf = ({ chapters }: Texts, edition: EditionName): string =>
  chapters.flatMap(({ onlys = [] }) => onlys.map((editions) => Number(editions.includes(edition)))).join('')

/** Editions that have the same text, together; in their order. */
export function groupsOf(book: Texts, editions: readonly EditionName[]): EditionName[][] {
  const groups = new Map<string, EditionName[]>()
  for (const edition of editions) {
    const blocks = blocksOf(book, edition)
    groups.set(blocks, [...(groups.get(blocks) ?? []), edition])
  }
  return [...groups.values()]
}
