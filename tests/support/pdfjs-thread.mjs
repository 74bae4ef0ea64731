// What pdf.js sees of a file. In a thread, because it replaces Array.prototype.push for all that runs beside it.
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'

export default async function read(data) {
  const task = getDocument({ data, verbosity: 0, stopAtErrors: true })
  const pdf = await task.promise
  const { info, metadata } = await pdf.getMetadata()
  const pages = []
  for (let number = 1; number <= pdf.numPages; number++) pages.push(await pdf.getPage(number))
  const seen = {
    labels: await pdf.getPageLabels(),
    info: JSON.parse(JSON.stringify(info)),
    xmp: metadata && {
      title: metadata.get('dc:title'),
      creator: metadata.get('dc:creator'),
      raw: metadata.getRaw(),
    },
    preferences: await pdf.getViewerPreferences(),
    pageMode: await pdf.getPageMode(),
    outline: await entries(pdf, await pdf.getOutline()),
    texts: await Promise.all(pages.map(textOf)),
    picture: await firstPicture(pages[0]),
  }
  await task.destroy()
  return seen
}

/** `page` from 0, as pdf.js counts. */
async function entries(pdf, items) {
  return Promise.all(
    (items ?? []).map(async ({ title, dest, items: within }) => ({
      title,
      page: Array.isArray(dest) ? await pdf.getPageIndex(dest[0]) : undefined,
      items: await entries(pdf, within),
    })),
  )
}

async function textOf(page) {
  const { items } = await page.getTextContent({ disableNormalization: true })
  return items.map(({ str }) => str ?? '').join('')
}

/** Three bytes a pixel. */
async function firstPicture(page) {
  const { fnArray, argsArray } = await page.getOperatorList()
  const at = fnArray.indexOf(OPS.paintImageXObject)
  if (at < 0) return undefined
  const { data } = await new Promise((take) => page.objs.get(argsArray[at][0], take))
  return data
}
