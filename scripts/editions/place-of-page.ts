import { partsOfAnchor } from '../ground/anchors.ts'
import type { Book } from '../model/book.ts'
import type { Place } from '../model/place.ts'
import type { PageMap } from '../model/printed.ts'

/**
 * Where the text of a physical page comes from: the file and line of the last heading on that page or before, if any
 * text does.
 */
export function placeOfPage(
  book: Book,
  { anchors, runs }: Pick<PageMap, 'anchors' | 'runs'>,
): (page: number) => Place {
  const prefixes = new Set(book.chapters.map(({ prefix }) => prefix))
  const headings = book.headings.flatMap(({ id, file, line }) => {
    const page = anchors[id]
    return file && page ? [{ file, line, page }] : []
  })
  return (number) => {
    const run = runs.findLast(({ first }) => first <= number)
    // Covers, dividers and blank pages come from no text.
    if (run && (run.blank || !prefixes.has(partsOfAnchor(run.id).prefix))) return {}
    const heading = headings.findLast(({ page }) => page <= number)
    return heading ? { file: heading.file, line: heading.line } : {}
  }
}
