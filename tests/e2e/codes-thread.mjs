// What a telephone would read from each page of a PDF, drawn at 110 dots per inch. In a thread, because pdf.js replaces
// Array.prototype.push for all that runs beside it, and the builds of the tests do.
import jsqr from 'jsqr'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

export default async function codesIn(data) {
  const document = await getDocument({ data, verbosity: 0 }).promise
  const codes = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const viewport = page.getViewport({ scale: 110 / 72 })
    const [width, height] = [Math.round(viewport.width), Math.round(viewport.height)]
    const { canvas, context } = document.canvasFactory.create(width, height)
    await page.render({ canvas, canvasContext: context, viewport }).promise
    const { data: pixels } = context.getImageData(0, 0, width, height)
    const code = (jsqr.default ?? jsqr)(new Uint8ClampedArray(pixels), width, height)
    // Where words stand close together it takes three corners for a code that holds nothing; no telephone reads any.
    if (code && code.data !== '') codes.push(code.data)
  }
  await document.destroy()
  return codes
}
