// A place on the screen for one page: what it is called, how large it is, and what it lets go when it is not near.
import { element } from './element.js'
import { isAlike, nameOf } from './pages-of-state.js'

/**
 * @import { ShownPage } from './pages-of-state.js'
 */

/**
 * `drawn` is what its canvas shows, which may still be an earlier page.
 * @typedef {object} Leaf
 * @property {HTMLElement} element
 * @property {ShownPage} page
 * @property {HTMLCanvasElement} [canvas]
 * @property {{ mark: string, pixelsPerPt: number }} [drawn]
 * @property {HTMLElement} [text]
 * @property {string} [textMark]
 */

/** @returns {Leaf} */
export const newLeaf = () => ({
  element: element('section', { class: 'leaf' }),
  page: { number: 0, folio: '', widthPt: 1, heightPt: 1, mark: '', isAhead: false, place: 0 },
})

/** @param {Leaf | undefined} leaf @param {ShownPage} page */
export function label(leaf, page) {
  if (!leaf) return
  const { element: section, page: before } = leaf
  leaf.page = page
  // Hundreds of pages stay as they are: the browser is not to go through them.
  if (isAlike(before, page)) return
  section.id = `page-${page.number}`
  section.dataset.page = String(page.number)
  section.setAttribute('aria-label', nameOf(page))
  section.classList.toggle('waiting', page.pdf === undefined)
  section.style.setProperty('--width', String(page.widthPt))
  section.style.setProperty('--height', String(page.heightPt))
}

/** @param {Leaf} leaf */
export function letGo(leaf) {
  if (leaf.canvas) leaf.canvas.width = 0
  leaf.canvas?.remove()
  leaf.text?.remove()
  delete leaf.canvas
  delete leaf.drawn
  delete leaf.text
  delete leaf.textMark
  delete leaf.element.dataset.mark
}
