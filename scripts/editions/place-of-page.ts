import type { Book } from '../model/book.ts'
import type { Place } from '../model/place.ts'
import type { PageMap } from '../model/printed.ts'

/** Where the text of a physical page comes from: the file and line of the last heading on that page or before, if any text does. */
export function placeOfPage(
  book: Book,
  { anchors, runs }: Pick<PageMap, 'anchors' | 'runs'>,
): (page: number) => Place {
  const files = new Map(book.chapters.map(({ prefix, file }) => [prefix, file]))
  const headings = book.headings.flatMap(({ id, line }) => {
    const file = files.get(id.split('--')[0] ?? '')
    const page = anchors[id]
    return file && page ? [{ file, line, page }] : []
  })
  return (number) => {
    const run = runs.findLast(({ first }) => first <= number)
    // Covers, dividers and blank pages come from no text.
    if (run && (run.blank || !files.has(run.id.replace(/--run-\d+$/, '')))) return {}
    const heading = headings.findLast(({ page }) => page <= number)
    return heading ? { file: heading.file, line: heading.line } : {}
  }
}
