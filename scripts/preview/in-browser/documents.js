// The PDFs that are shown: each is fetched once, when the first of its pages is needed, and let go when no state
// names it.
import { getDocument, PDFWorker, VerbosityLevel } from '/pdfjs/pdf.min.mjs'

/**
 * @import { PDFDocumentLoadingTask, PDFPageProxy } from 'pdfjs-dist'
 */

/** @type {Map<string, Promise<PDFDocumentLoadingTask>>} */
const opened = new Map()

/** The only address that may become a script here, and the only thing that may: see the server’s trusted types. */
const READER = ownScript('/pdfjs/pdf.worker.min.mjs')

/** Pages that were printed ahead do not wait behind the whole paper. */
const readers = { ahead: reader(), paper: reader() }

function reader() {
  const port = /** @type {any} */ (new Worker(READER, { type: 'module' }))
  return new PDFWorker({ port, verbosity: VerbosityLevel.ERRORS })
}

/**
 * @param {string} path
 * @returns {string}
 */
function ownScript(path) {
  const { trustedTypes } = /** @type {{ trustedTypes?: any }} */ (globalThis)
  const policy = trustedTypes?.createPolicy('whitepaper-preview', { createScriptURL: () => path })
  return policy ? policy.createScriptURL(path) : path
}

/**
 * Rejects when the file has been replaced: a newer state is then on its way.
 * @param {{ pdf: string, isAhead: boolean, place: number }} page
 * @returns {Promise<PDFPageProxy>}
 */
export async function openPage({ pdf, isAhead, place }) {
  const task = opened.get(pdf) ?? begin(pdf, isAhead ? readers.ahead : readers.paper)
  opened.set(pdf, task)
  try {
    return await (await (await task).promise).getPage(place)
  } catch (error) {
    if (opened.get(pdf) === task) opened.delete(pdf)
    throw error
  }
}

/**
 * Whole, in one go: it comes from this machine.
 * @param {string} pdf
 * @param {PDFWorker} worker
 */
async function begin(pdf, worker) {
  const answer = await fetch(`/pdf/${pdf}`)
  if (!answer.ok) throw new Error(`${pdf} is no longer there`)
  const data = await answer.arrayBuffer()
  return getDocument({
    data,
    worker,
    isEvalSupported: false,
    useWasm: false,
    // Letters are drawn as the shapes that they are. A font that is added to the window makes the browser measure all
    // text in it anew, and there would be one for each face of each print: that doubles the time to a drawn page.
    disableFontFace: true,
    verbosity: VerbosityLevel.ERRORS,
  })
}

/**
 * Lets go of all others.
 * @param {readonly (string | undefined)[]} names
 */
export function keepDocuments(names) {
  for (const [name, task] of opened) {
    if (names.includes(name)) continue
    opened.delete(name)
    task.then((begun) => begun.destroy()).catch(() => undefined)
  }
}
