// What pdf.js reads on each side of the sheets. In a thread, because pdf.js replaces Array.prototype.push for all that
// runs beside it.
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

export default async function readSides(data) {
  const pdf = await getDocument({ data, verbosity: 0 }).promise
  const sides = []
  for (let index = 1; index <= pdf.numPages; index++) sides.push(await seenOn(await pdf.getPage(index)))
  await pdf.destroy()
  return sides
}

async function seenOn(page) {
  const [, , widthPt = 0, heightPt = 0] = page.view
  const { items } = await page.getTextContent()
  const numbers = items.filter(({ str }) => str?.trim()).map(numberOf)
  const on = (isHere) => numbers.find(({ x }) => isHere(x))?.page ?? 0
  return {
    widthPt,
    heightPt,
    left: on((x) => x < widthPt / 2),
    right: on((x) => x >= widthPt / 2),
    numbers,
  }
}

function numberOf({ str, transform: [a, b, , , x, y] }) {
  const angle = Math.round((Math.atan2(b, a) * 180) / Math.PI) + 0
  return { page: Number(str), x, y, sizePt: Math.hypot(a, b), angle }
}
