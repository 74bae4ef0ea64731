// Opens a PDF with pdf.js, away from the pipeline: its legacy build replaces Array.prototype.push and JSON for a whole
// realm, which made everything else in the process a third slower. Plain JavaScript, so that the thread needs no
// loader.
import { createRequire } from 'node:module'

// pdf.js prints advice about drawing, which is not asked of it; what matters is thrown.
for (const level of ['log', 'info', 'warn', 'error']) console[level] = () => {}

// It loads a library for drawing as it begins, and a third of the time until it reads went into that. Only the names
// of its classes are needed.
for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) globalThis[name] ??= class {}
const require = createRequire(import.meta.resolve('pdfjs-dist/legacy/build/pdf.min.mjs'))
try {
  const path = require.resolve('@napi-rs/canvas')
  require.cache[path] = { id: path, filename: path, loaded: true, exports: {}, children: [], paths: [] }
} catch {} // Not installed, it is not loaded either.

// Given its worker module, pdf.js starts no worker of its own.
globalThis.pdfjsWorker = await import('pdfjs-dist/legacy/build/pdf.worker.min.mjs')
const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.min.mjs')

export default async function read(data) {
  const task = getDocument({
    data,
    verbosity: VerbosityLevel.ERRORS,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    // A reader that guesses what a broken file meant would hide that it is broken.
    stopAtErrors: true,
  })
  try {
    return await seenIn(await task.promise)
  } finally {
    await task.destroy() // Nothing of a file, sound or broken, is left for the next.
  }
}

async function seenIn(pdf) {
  const pageOf = pageFinder(pdf)
  const destinations = await pdf.getDestinations()
  const pages = {}
  for (const [name, target] of Object.entries(destinations)) pages[name] = await pageOf(target)
  return {
    pages: pdf.numPages,
    labels: (await pdf.getPageLabels()) ?? [],
    outline: await flatOutline(await pdf.getOutline(), pageOf, destinations),
    destinations: pages,
    title: (await pdf.getMetadata()).info.Title ?? '',
  }
}

/** Destination → page from 1, 0 when it leads nowhere. Many lead to the same page: each is looked for once. */
function pageFinder(pdf) {
  const known = new Map()
  return async (target) => {
    const reference = Array.isArray(target) ? target[0] : null
    if (!reference || typeof reference !== 'object') return 0
    const key = reference.num
    if (!known.has(key))
      known.set(
        key,
        await pdf.getPageIndex(reference).then(
          (index) => index + 1,
          () => 0,
        ),
      )
    return known.get(key)
  }
}

async function flatOutline(items, pageOf, destinations, depth = 1) {
  const flat = []
  for (const item of items ?? []) {
    const target = typeof item.dest === 'string' ? destinations[item.dest] : item.dest
    flat.push({ title: item.title, depth, page: await pageOf(target) })
    flat.push(...(await flatOutline(item.items, pageOf, destinations, depth + 1)))
  }
  return flat
}
