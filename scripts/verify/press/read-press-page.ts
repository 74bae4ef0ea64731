import { PDFArray, PDFName, PDFNumber, type PDFPage } from '@cantoo/pdf-lib'
import { contentsOf } from '../../ground/pdf/contents-of.ts'
import { interpreter } from '../../ground/pdf/interpret-content.ts'
import type { Box } from './box.ts'
import { changeState, drawInlinePicture, drawObject, drawShading, noteGroup } from './draw-objects.ts'
import { endRun, setFont, setRenderMode, showAll } from './draw-text.ts'
import { type FileReading, type GraphicsState, openReading, type PageReading } from './page-reading.ts'
import type { PageBoxes, PressPage } from './press-page.ts'
import { setCmyk, setColour, setGray, setRgb, setSpace } from './set-colours.ts'
import {
  addRectangle,
  curveFrom,
  curveInto,
  curveTo,
  endPath,
  fillPath,
  lineTo,
  moveTo,
  strokePath,
  willClip,
} from './trace-path.ts'

/** Reads what one page of a press file draws, and where, in one pass over its content. */
export function readPressPage(page: PDFPage, file: FileReading): PressPage {
  const boxes = readBoxes(page)
  const reading = openReading(file, readOperators, page.node.Resources(), boxes.media)
  noteGroup(reading, page.node, 'page')
  readOperators(contentsOf(page), reading)
  const { paints, texts, strangers, forbidden } = reading
  return { boxes, paints, texts, strangers: [...strangers.values()], forbidden: [...forbidden] }
}

function readBoxes(page: PDFPage): PageBoxes {
  const { node } = page
  const inherited = (key: string): unknown => node.getInheritableAttribute(PDFName.of(key))
  const box = (value: unknown): Box | undefined => {
    const array = value instanceof PDFArray ? value : node.context.lookup(value as never)
    if (!(array instanceof PDFArray) || array.size() !== 4) return undefined
    const [a = 0, b = 0, c = 0, d = 0] = array.asArray().map((_, index) => Number(array.lookup(index)))
    return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)]
  }
  const number = (value: unknown, otherwise: number): number =>
    value instanceof PDFNumber ? value.asNumber() : otherwise
  return {
    media: box(inherited('MediaBox')) ?? [0, 0, 0, 0],
    crop: box(inherited('CropBox')),
    bleed: box(node.get(PDFName.of('BleedBox'))),
    trim: box(node.get(PDFName.of('TrimBox'))),
    hasArtBox: node.has(PDFName.of('ArtBox')),
    rotation: number(inherited('Rotate'), 0),
    userUnit: number(node.lookup(PDFName.of('UserUnit')), 1),
  }
}

/** What stands before the pixels of a picture in the content: a few keys. */
const KEYS_LENGTH = 256

const readOperators = interpreter<GraphicsState, PageReading>({
  restored: endRun,
  beginText: endRun,
  endText: endRun,
  show: showAll,
  paint: (reading, fill, strokes) => {
    if (fill !== 'none') fillPath(reading, fill === 'even-odd')
    if (strokes) strokePath(reading)
    endPath(reading)
  },
  operators: {
    w: ({ state }, { numbers }) => {
      state.lineWidth = numbers[0]!
    },
    gs: changeState,
    g: (reading, operands) => setGray(reading, operands, 'fill'),
    G: (reading, operands) => setGray(reading, operands, 'stroke'),
    rg: (reading, operands) => setRgb(reading, operands, 'fill'),
    RG: (reading, operands) => setRgb(reading, operands, 'stroke'),
    k: (reading, operands) => setCmyk(reading, operands, 'fill'),
    K: (reading, operands) => setCmyk(reading, operands, 'stroke'),
    cs: (reading, operands) => setSpace(reading, operands, 'fill'),
    CS: (reading, operands) => setSpace(reading, operands, 'stroke'),
    sc: (reading, operands) => setColour(reading, operands, 'fill'),
    SC: (reading, operands) => setColour(reading, operands, 'stroke'),
    scn: (reading, operands) => setColour(reading, operands, 'fill'),
    SCN: (reading, operands) => setColour(reading, operands, 'stroke'),
    m: moveTo,
    l: lineTo,
    c: curveTo,
    v: curveFrom,
    y: curveInto,
    re: addRectangle,
    W: willClip,
    'W*': willClip,
    n: endPath,
    sh: drawShading,
    Do: drawObject,
    EI: (reading, _, from, to, data) =>
      drawInlinePicture(reading, data.toString('latin1', from, Math.min(to, from + KEYS_LENGTH))),
    Tf: setFont,
    Tr: setRenderMode,
  },
})
