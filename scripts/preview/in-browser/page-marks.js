// Coloured boxes behind the text of a page: what was found, and the passage that was asked for.

/**
 * @import { Leaf } from './leaf.js'
 */

/**
 * Replaces those of the same kind. They hold at every zoom.
 * @param {Leaf} leaf
 * @param {string} kind
 * @param {readonly { rects: Iterable<DOMRect>, isCurrent?: boolean }[]} groups
 */
export function setMarks(leaf, kind, groups) {
  clearMarks(leaf, kind)
  const page = leaf.element.getBoundingClientRect()
  const layer = document.createElement('div')
  layer.className = `marks ${kind}`
  layer.setAttribute('aria-hidden', 'true')
  for (const { rects, isCurrent = false } of groups) {
    for (const rect of rects) {
      const box = document.createElement('div')
      if (isCurrent) box.className = 'current'
      box.style.left = percent(rect.left - page.left, page.width)
      box.style.top = percent(rect.top - page.top, page.height)
      box.style.width = percent(rect.width, page.width)
      box.style.height = percent(rect.height, page.height)
      layer.append(box)
    }
  }
  leaf.element.append(layer)
}

/** @param {Leaf} leaf @param {string} kind */
export function clearMarks(leaf, kind) {
  for (const layer of leaf.element.querySelectorAll(`.marks.${kind}`)) layer.remove()
}

const percent = (/** @type {number} */ part, /** @type {number} */ whole) =>
  `${((100 * part) / whole).toFixed(3)}%`

/**
 * The elements that hold the runs of text, in the order in which pdf.js reads them.
 * @param {Leaf} leaf
 */
export const runsOf = ({ text }) => [...(text?.querySelectorAll('span[role="presentation"]') ?? [])]
