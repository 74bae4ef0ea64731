// How pages stand beside and below each other, and how large.

/**
 * `zoom`: as wide as the window, whole pages, or a number, 1 being the size on paper.
 * @typedef {{ readonly view: 'single' | 'spread', readonly zoom: 'width' | 'page' | number }} Layout
 */

/** Pixels of the style sheet in a point. */
const PIXELS_PER_PT = 96 / 72
/** Pixels around a page, on both sides together. */
const ROOM = 24
const LEAST = 0.1

export const STEPS = [0.25, 0.5, 0.67, 0.75, 0.9, 1, 1.25, 1.5, 2, 3, 4]

/**
 * Page numbers, row by row. In a spread, odd pages stand on the right; 0 is the empty place beside one that stands
 * alone.
 * @param {number} total
 * @param {Layout['view']} view
 * @returns {readonly (readonly number[])[]}
 */
export function rowsOf(total, view) {
  if (view === 'single') return Array.from({ length: total }, (_, index) => [index + 1])
  return Array.from({ length: Math.floor(total / 2) + 1 }, (_, index) =>
    [2 * index, 2 * index + 1].map((number) => (number > total ? 0 : number)),
  ).filter((numbers) => numbers.some((number) => number > 0))
}

/**
 * Pixels of the style sheet for a point of the paper. The commonest size of page counts: a wide table makes no other
 * page small.
 * @param {Layout} layout
 * @param {readonly { widthPt: number, heightPt: number }[]} pages
 * @param {{ clientWidth: number, clientHeight: number }} room
 */
export function scaleOf({ view, zoom }, pages, { clientWidth, clientHeight }) {
  if (typeof zoom === 'number') return zoom * PIXELS_PER_PT
  const { widthPt, heightPt } = commonest(pages)
  const width = (clientWidth - ROOM) / (view === 'spread' ? 2 * widthPt : widthPt)
  const scale = zoom === 'width' ? width : Math.min(width, (clientHeight - ROOM) / heightPt)
  return Math.max(scale, LEAST)
}

/** @param {readonly { widthPt: number, heightPt: number }[]} pages */
function commonest(pages) {
  /** @type {Map<string, { count: number, size: { widthPt: number, heightPt: number } }>} */
  const sizes = new Map()
  for (const size of pages) {
    const key = `${size.widthPt} ${size.heightPt}`
    sizes.set(key, { count: (sizes.get(key)?.count ?? 0) + 1, size })
  }
  return (
    [...sizes.values()].sort((one, other) => other.count - one.count)[0]?.size ?? {
      widthPt: 595,
      heightPt: 842,
    }
  )
}

/**
 * The next larger (1) or smaller (-1) of the usual sizes.
 * @param {number} scale
 * @param {1 | -1} direction
 */
export function nextStep(scale, direction) {
  const now = scale / PIXELS_PER_PT
  const larger = STEPS.find((step) => step > now * 1.01) ?? STEPS.at(-1)
  const smaller = STEPS.findLast((step) => step < now * 0.99) ?? STEPS[0]
  return (direction > 0 ? larger : smaller) ?? 1
}

/**
 * Those that stand within a scroller’s window, or as many screens above and below it. The scroller is what their
 * places are counted from.
 * @template One
 * @param {HTMLElement} scroller
 * @param {readonly One[]} all
 * @param {(one: One) => HTMLElement} elementOf
 * @param {number} screens
 */
export function inSightOf({ scrollTop, clientHeight }, all, elementOf, screens) {
  const above = scrollTop - screens * clientHeight
  const below = scrollTop + (1 + screens) * clientHeight
  return all.filter((one) => {
    const { offsetTop, offsetHeight } = elementOf(one)
    return offsetTop + offsetHeight > above && offsetTop < below
  })
}
