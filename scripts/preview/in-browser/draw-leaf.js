// What is to be drawn on the place of a page: its canvas, and its text above it.
import { drawPage, textOfPage } from './draw-page.js'

/**
 * @import { Job } from './draw-queue.js'
 * @import { Leaf } from './leaf.js'
 * @import { ShownPage } from './pages-of-state.js'
 */

/**
 * What is true of all pages, at the time of a job and when it is done.
 * @typedef {{ scale: number, language: string, version: number, onText: (leaf: Leaf) => void }} Drawing
 */

/** @param {Leaf} leaf @param {Drawing} drawing @returns {Job[]} */
export function canvasJob(leaf, drawing) {
  const { page, drawn } = leaf
  const pixelsPerPt = drawing.scale * devicePixelRatio
  if (page.pdf === undefined || (drawn?.mark === page.mark && drawn.pixelsPerPt === pixelsPerPt)) return []
  const key = `canvas ${page.number} ${page.mark} ${page.pdf} ${pixelsPerPt}`
  const run = async (/** @type {AbortSignal} */ signal) => {
    swap(leaf, page, pixelsPerPt, await drawPage(page, pixelsPerPt, signal))
    performance.mark('drawn', { detail: { version: drawing.version, page: page.number, mark: page.mark } })
  }
  return [{ key, run }]
}

/**
 * In one step, so that nothing flashes. The mark `drawn` of the browser’s performance record is there to be waited
 * for and measured: its detail is `{ version, page, mark }`.
 * @param {Leaf} leaf @param {ShownPage} page @param {number} pixelsPerPt @param {HTMLCanvasElement} canvas
 */
function swap(leaf, page, pixelsPerPt, canvas) {
  if (leaf.canvas) leaf.canvas.replaceWith(canvas)
  else leaf.element.prepend(canvas)
  canvas.setAttribute('aria-hidden', 'true') // Its text is in the layer above it.
  if (leaf.canvas) leaf.canvas.width = 0 // Gives the memory back at once.
  leaf.canvas = canvas
  leaf.drawn = { mark: page.mark, pixelsPerPt }
  leaf.element.dataset.mark = page.mark
}

/** @param {Leaf} leaf @param {Drawing} drawing @returns {Job[]} */
export function textJob(leaf, drawing) {
  const { page } = leaf
  if (page.pdf === undefined || leaf.textMark === page.mark) return []
  const run = async (/** @type {AbortSignal} */ signal) => {
    const text = await textOfPage(page, drawing.language, signal)
    leaf.text?.remove()
    leaf.element.append(text)
    leaf.text = text
    leaf.textMark = page.mark
    drawing.onText(leaf)
  }
  return [{ key: `text ${page.number} ${page.mark} ${page.pdf}`, run }]
}
