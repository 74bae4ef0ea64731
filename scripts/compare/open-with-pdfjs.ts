// Only for threads of their own: the legacy build of pdf.js replaces functions of the language for all that runs
// beside it.
import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

const PACKAGE = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
const partOf = (name: string): string => `${join(PACKAGE, name)}${sep}`

/** Pictures of more pixels are left out: a file of a kilobyte can ask for gigabytes. */
const MAX_PICTURE_PIXELS = 64_000_000

/**
 * Opens anybody's PDF to be read or drawn. It runs nothing of the file and asks for nothing outside of pdf.js itself.
 */
export async function openWithPdfjs(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  // @ts-expect-error pdf.js has no types of its worker.
  const pdfjsWorker = await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  Object.assign(globalThis, { pdfjsWorker }) // Given its worker module, pdf.js starts no worker of its own.
  return getDocument({
    data: Uint8Array.from(bytes), // pdf.js takes it away
    verbosity: VerbosityLevel.ERRORS,
    isEvalSupported: false,
    enableXfa: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    maxImageSize: MAX_PICTURE_PIXELS,
    cMapUrl: partOf('cmaps'),
    standardFontDataUrl: partOf('standard_fonts'),
    iccUrl: partOf('iccs'),
    wasmUrl: partOf('wasm'),
  }).promise
}
