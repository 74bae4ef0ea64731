// By how many pages a place of the paper has moved, so that a reader stays where they were when pages are added before it.

/**
 * @import { PreviewHeading } from '../protocol.ts'
 */

/**
 * Read from the nearest heading at or before the page that is still there. 0 where nothing can be said.
 * @param {readonly PreviewHeading[]} before
 * @param {readonly PreviewHeading[]} now
 * @param {number} page as it was numbered before
 */
export function shiftOf(before, now, page) {
  const where = new Map(named(now).map(({ name, page: at }) => [name, at]))
  const known = named(before).filter(({ name, page: at }) => at <= page && where.has(name))
  const nearest = known.at(-1)
  return nearest ? (where.get(nearest.name) ?? 0) - nearest.page : 0
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
