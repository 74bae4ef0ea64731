// A chapter's HTML as content/ and book/ left it → as it is printed: charts drawn, pictures placed, every line told from its file.

import { drawChart } from '../ground/drawing/draw-chart.ts'
import type { FaceWidths } from '../ground/drawing/face-widths.ts'
import { escapeText } from '../ground/drawing/marks.ts'
import { fillSlots } from '../ground/html/slots.ts'
import { mapTags } from '../ground/templating/html-tags.ts'
import type { Chapter } from '../model/chapter.ts'
import type { Picture } from './pictures.ts'

/** `fileNumber` is the chapter's number in HtmlDocument.files. */
export function finishFragment(
  chapter: Chapter,
  fileNumber: number,
  pictures: ReadonlyMap<string, Picture>,
  sans?: FaceWidths,
): string {
  const told = mapTags(chapter.html, (tag, name) => {
    const placed = name === 'img' ? placePicture(tag, pictures) : tag
    return placed.replace(/ data-src="(\d+)"/, ` data-src="${fileNumber}:$1"`)
  })
  return fillSlots(hangQuotationMarks(told), 'chart', (index) => {
    const spec = chapter.exhibits[Number(index)]?.chart
    return spec ? drawChart(spec, sans) : ''
  })
}

function placePicture(tag: string, pictures: ReadonlyMap<string, Picture>): string {
  return tag.replace(/ src="([^"]*)"/, (whole: string, written: string) => {
    const picture = pictures.get(decodeText(written))
    if (!picture) return whole
    const { asset, width, height } = picture
    const size = width && height ? ` width="${width}" height="${height}"` : ''
    return ` src="${escapeText(asset.url)}"${size}`
  })
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const decodeText = (text: string): string =>
  text.replace(
    /&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return ENTITIES[name] ?? whole
      return String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal))
    },
  )

/** An opening quotation mark hangs outside the measure; a quotation that begins with a word does not. */
const hangQuotationMarks = (html: string): string =>
  html.replace(
    /(<(?:blockquote|aside) class="(?:quote|pullquote)"[^>]*>\s*<p)((?: [^>]*)?>)(?=[“‘„«"])/g,
    '$1 class="hung"$2',
  )
