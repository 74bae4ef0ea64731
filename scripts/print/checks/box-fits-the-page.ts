import type { Page } from 'puppeteer-core'
import type { Finding, HtmlDocument } from '../../model.ts'
import { finding } from '../../rules.ts'
import { findWideBoxes } from '../in-page/find-wide-boxes.ts'
import { MM_PER_PIXEL, type PageGeometry } from '../page-geometry.ts'
import { placeOfSource } from '../place-of-source.ts'
import { runInPage } from '../run-in-page.ts'

// One table that is too wide sticks out with every cell of its last column.
const MOST = 10

/** Names what is wider than the text area: Chromium would shrink the whole book for it, without a word. */
export async function checkBoxes(
  page: Page,
  document: HtmlDocument,
  geometry: PageGeometry,
): Promise<Finding[]> {
  const boxes = await runInPage(page, findWideBoxes, geometry)
  const firstOfWidth = new Map(
    boxes.map((box) => [`${box.src.split(':')[0]} ${Math.round(box.width)}`, box] as const).reverse(),
  )
  return [...firstOfWidth.values()]
    .reverse()
    .slice(0, MOST)
    .map((box) =>
      finding('box-fits-the-page', placeOfSource(box.src, document), {
        actual: millimetres(box.width),
        expected: millimetres(box.available),
        other: box.words,
      }),
    )
}

const millimetres = (pixels: number): number => Math.round(pixels * MM_PER_PIXEL)
