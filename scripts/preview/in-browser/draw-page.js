// One page of a PDF on a canvas that nobody sees yet, and its text to be selected.
import { AnnotationMode, TextLayer } from '/pdfjs/pdf.min.mjs'
import { openPage } from './documents.js'

/**
 * @import { ShownPage } from './pages-of-state.js'
 */

/** Larger ones are stretched: some browsers draw nothing at all on them. */
const MOST_PIXELS = 16_000_000

/**
 * `pixelsPerPt` are those of the screen. Throws when it is told to stop, and when the file is gone.
 * @param {ShownPage} page
 * @param {number} pixelsPerPt
 * @param {AbortSignal} signal
 * @returns {Promise<HTMLCanvasElement>}
 */
export async function drawPage(page, pixelsPerPt, signal) {
  const source = await openPage(named(page))
  signal.throwIfAborted()
  const most = Math.sqrt(MOST_PIXELS / (page.widthPt * page.heightPt))
  const viewport = source.getViewport({ scale: Math.min(pixelsPerPt, most) })
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(viewport.width))
  canvas.height = Math.max(1, Math.round(viewport.height))
  // As for print: that one is not painted in slices, a frame of the screen each, and paints in a tab that is out of
  // sight, too.
  const task = source.render({ canvas, viewport, intent: 'print', annotationMode: AnnotationMode.DISABLE })
  const stop = () => task.cancel()
  signal.addEventListener('abort', stop)
  try {
    await task.promise
  } finally {
    signal.removeEventListener('abort', stop)
  }
  signal.throwIfAborted()
  return canvas
}

/**
 * The faces of the house, so that a mark on a part of a run stands where its letters are; pdf.js knows no more than
 * the kind.
 */
const FACES = { 'sans-serif': 'Source Sans 3', serif: 'Libre Baskerville', monospace: 'Source Code Pro' }
for (const [kind, face] of Object.entries(FACES)) TextLayer.fontFamilyMap.set(kind, `"${face}", ${kind}`)
const facesAreThere = Promise.allSettled(
  Object.values(FACES).map((face) => document.fonts.load(`1rem "${face}"`)),
)

/**
 * Its size follows `--total-scale-factor`, so that it need not be made anew for another zoom.
 * @param {ShownPage} page
 * @param {string} language
 * @param {AbortSignal} signal
 * @returns {Promise<HTMLElement>}
 */
export async function textOfPage(page, language, signal) {
  const source = await openPage(named(page))
  const content = await source.getTextContent({ includeMarkedContent: true, disableNormalization: true })
  await facesAreThere
  signal.throwIfAborted()
  const container = document.createElement('div')
  container.className = 'text'
  container.lang = language
  const viewport = source.getViewport({ scale: 1 })
  await new TextLayer({ textContentSource: content, container, viewport }).render()
  signal.throwIfAborted()
  return container
}

/** @param {ShownPage} page */
function named({ pdf, isAhead, place }) {
  if (pdf === undefined) throw new Error('this page is being printed')
  return { pdf, isAhead, place }
}
