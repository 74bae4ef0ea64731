// By how many pages the places of the paper have moved, read from its headings.

/**
 * @import { PreviewHeading } from '../protocol.ts'
 */

/**
 * Answers for a page as it was numbered before. The nearest heading before that page counts, or, with `isOwn`, one on
 * it, too: a chapter begins its page, but a heading further down may have moved without what stands above it. 0 where
 * nothing can be said.
 * @param {readonly PreviewHeading[]} before
 * @param {readonly PreviewHeading[]} now
 * @returns {(page: number, isOwn: boolean) => number}
 */
export function shiftBetween(before, now) {
  const where = new Map(named(now).map(({ name, page }) => [name, page]))
  const known = named(before).flatMap(({ name, page }) => {
    const at = where.get(name)
    return at === undefined ? [] : [{ page, moved: at - page }]
  })
  return (page, isOwn) =>
    known.findLast((heading) => heading.page < page || (isOwn && heading.page === page))?.moved ?? 0
}

/**
 * Headings may share their words: the first, the second … of them.
 * @param {readonly PreviewHeading[]} headings
 */
function named(headings) {
  /** @type {Map<string, number>} */
  const seen = new Map()
  return headings.map(({ level, title, page }) => {
    const words = `${level} ${title}`
    const turn = (seen.get(words) ?? 0) + 1
    seen.set(words, turn)
    return { name: `${turn} ${words}`, page }
  })
}
