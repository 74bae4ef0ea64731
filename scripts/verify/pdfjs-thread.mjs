// Opens a PDF with pdf.js, away from the pipeline: its legacy build replaces Array.prototype.push and JSON for a whole
// realm, which made everything else in the process a third slower. Plain JavaScript, so that the thread needs no loader.
import { parentPort } from 'node:worker_threads'
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.min.mjs'
import * as pdfjsWorker from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs'

// Given its worker module, pdf.js starts no worker of its own.
globalThis.pdfjsWorker = pdfjsWorker

async function read(data) {
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
  const pdf = await task.promise
  const pageOf = pageFinder(pdf)
  const destinations = await pdf.getDestinations()
  const pages = {}
  for (const [name, target] of Object.entries(destinations)) pages[name] = await pageOf(target)
  const answer = {
    pages: pdf.numPages,
    labels: (await pdf.getPageLabels()) ?? [],
    outline: await flatOutline(await pdf.getOutline(), pageOf, destinations),
    destinations: pages,
    title: (await pdf.getMetadata()).info.Title ?? '',
  }
  await task.destroy()
  return answer
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

parentPort.on('message', (data) => {
  read(data).then(
    (answer) => parentPort.postMessage({ answer }),
    (error) => parentPort.postMessage({ problem: error?.message ?? String(error) }),
  )
})
