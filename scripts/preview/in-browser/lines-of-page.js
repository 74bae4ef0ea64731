// The lines of a page as they stand on the screen.
import { runsOf } from './page-marks.js'

/**
 * @import { Leaf } from './leaf.js'
 * @typedef {{ readonly leaf: Leaf, readonly runs: readonly Element[] }} Line
 */

/**
 * Runs that stand beside each other, in the order of reading; without running heads and page numbers, which are
 * hidden from those who listen, too.
 * @param {Leaf} leaf
 * @returns {Line[]}
 */
export function linesOf(leaf) {
  /** @type {{ leaf: Leaf, runs: Element[] }[]} */
  const lines = []
  for (const run of runsOf(leaf)) {
    if (run.textContent?.trim() === '' || run.closest('[aria-hidden="true"]')) continue
    const last = lines.at(-1)
    const box = run.getBoundingClientRect()
    const before = last?.runs.at(-1)?.getBoundingClientRect()
    const isBeside =
      before && box.top < before.bottom - before.height / 2 && box.bottom > before.top + before.height / 2
    if (last && isBeside) last.runs.push(run)
    else lines.push({ leaf, runs: [run] })
  }
  return lines
}

/** @param {Leaf} leaf @param {Element} target */
export const lineAt = (leaf, target) => linesOf(leaf).find(({ runs }) => runs.includes(target))

/** @param {Line} line */
export function middleOf({ runs }) {
  const box = runs[0]?.getBoundingClientRect() ?? new DOMRect()
  return { x: box.left + Math.min(box.width / 2, 8), y: box.top + box.height / 2 }
}

/** @param {Line} line */
export function beginning({ runs }) {
  const words = runs
    .map(({ textContent }) => textContent)
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()
  return words.length <= 60 ? words : `${words.slice(0, 60).replace(/\s+\S*$/, '')} …`
}
