import { MM_PER_PIXEL } from '../../ground/units.ts'
import type { HtmlDocument } from '../../model/document.ts'
import type { Finding } from '../../model/finding.ts'
import { finding } from '../../rules/finding.ts'
import type { WideBox } from '../in-page/find-wide-boxes.ts'
import { placeOfSource } from '../place-of-source.ts'

// One table that is too wide sticks out with every cell of its last column.
const MOST = 10

/** Names what is wider than the text area: Chromium would shrink the whole book for it, without a word. */
export function boxesThatAreWide(boxes: readonly WideBox[], document: HtmlDocument): Finding[] {
  const firstOfWidth = new Map(
    boxes.map((box) => [`${box.src.split(':')[0]} ${Math.round(box.width)}`, box] as const).reverse(),
  )
  return [...firstOfWidth.values()]
    .reverse()
    .slice(0, MOST)
    .map((box) =>
      finding('box-fits-the-page', placeOfSource(box.src, document), {
        what: box.kind,
        ...widths(box),
        words: box.words,
      }),
    )
}

/** Whole millimetres tell, but for what is only a hair too wide. */
function widths({ width, available }: WideBox): { widthMm: string; roomMm: string } {
  const [widthMm, roomMm] = [width * MM_PER_PIXEL, Math.max(0, available * MM_PER_PIXEL)]
  const digits = Math.round(widthMm) > Math.round(roomMm) ? 0 : 1
  return { widthMm: widthMm.toFixed(digits), roomMm: roomMm.toFixed(digits) }
}
