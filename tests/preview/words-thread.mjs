// The words of every page and where they stand, from the top. In a thread, because pdf.js replaces Array.prototype.push
// for all that runs beside it, and the preview of the tests does.
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

export default async function read(data) {
  const task = getDocument({ data, verbosity: 0 })
  const pdf = await task.promise
  const pages = []
  for (let number = 1; number <= pdf.numPages; number++) pages.push(await itemsOf(await pdf.getPage(number)))
  await task.destroy()
  return pages
}

async function itemsOf(page) {
  const [, , , height] = page.view
  const { items } = await page.getTextContent()
  return items
    .filter(({ str }) => str?.trim())
    .map(({ str, transform, width, height: tall }) => ({
      text: str,
      xPt: transform[4] + width / 2,
      yPt: height - transform[5] - tall / 3,
    }))
}
