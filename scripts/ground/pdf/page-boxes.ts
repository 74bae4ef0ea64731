import { PDFArray, PDFName, PDFNumber, type PDFPage } from '@cantoo/pdf-lib'

/** Left, bottom, right, top, in the page's own coordinates. */
export type Box = readonly [number, number, number, number]

/** The parts of a page (ISO 32000-1, 14.11.2), and how it is to be held. */
export interface PageBoxes {
  /** What is left after the cut: the trim box where there is one, else what a viewer shows. */
  readonly trim: Box
  /** The trim and its bleed. */
  readonly shown: Box
  /** Degrees clockwise. */
  readonly turned: 0 | 90 | 180 | 270
  /** Points in one unit of the page's coordinates. */
  readonly unitPt: number
  /** Of the trim, as the page is held. */
  readonly widthPt: number
  readonly heightPt: number
}

/** What a reader takes for a page that does not say how large it is. */
const LETTER: Box = [0, 0, 612, 792]

/** Boxes that a page has from its parents are found; none is larger than what a viewer shows. */
export function readPageBoxes(page: PDFPage): PageBoxes {
  const { node } = page
  const boxOf = (name: string): Box | undefined => readBox(node, name)
  const { visible: crop, turned, unitPt } = visibleBox(page)
  const trim = within(boxOf('TrimBox'), crop)
  const bleed = boxOf('TrimBox') && boxOf('BleedBox') ? within(boxOf('BleedBox'), crop) : trim
  const sides = [(trim[2] - trim[0]) * unitPt, (trim[3] - trim[1]) * unitPt] as const
  const [widthPt, heightPt] = turned % 180 === 0 ? sides : ([sides[1], sides[0]] as const)
  return { trim, shown: holds(bleed, trim) ? bleed : trim, turned, unitPt, widthPt, heightPt }
}

/** What a viewer shows of a page, trimmed or not. */
export function visibleBox({
  node,
}: PDFPage): Pick<PageBoxes, 'turned' | 'unitPt'> & { readonly visible: Box } {
  const media = readBox(node, 'MediaBox') ?? LETTER
  const unit = node.lookupMaybe(PDFName.of('UserUnit'), PDFNumber)?.asNumber() ?? 1
  return {
    visible: within(readBox(node, 'CropBox'), media),
    turned: turnOf(node.Rotate()),
    unitPt: unit > 0 ? unit : 1,
  }
}

function readBox(node: PDFPage['node'], name: string): Box | undefined {
  const box = node.context.lookup(node.getInheritableAttribute(PDFName.of(name)))
  if (!(box instanceof PDFArray) || box.size() < 4) return undefined
  const [x1, y1, x2, y2] = [0, 1, 2, 3].map((index) =>
    box.lookup(index, PDFNumber).asNumber(),
  ) as never as Box
  return [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)]
}

/** What two boxes share; the outer one where they share nothing. */
function within(box: Box | undefined, outer: Box): Box {
  if (!box) return outer
  const [left, bottom] = [Math.max(box[0], outer[0]), Math.max(box[1], outer[1])]
  const [right, top] = [Math.min(box[2], outer[2]), Math.min(box[3], outer[3])]
  return left < right && bottom < top ? [left, bottom, right, top] : outer
}

const holds = (outer: Box, box: Box): boolean =>
  outer[0] <= box[0] && outer[1] <= box[1] && outer[2] >= box[2] && outer[3] >= box[3]

function turnOf(rotate: PDFNumber | undefined): PageBoxes['turned'] {
  const degrees = (((rotate?.asNumber() ?? 0) % 360) + 360) % 360
  return degrees === 90 || degrees === 180 || degrees === 270 ? degrees : 0
}
