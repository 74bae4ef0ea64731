import { PDFArray, PDFName, PDFNumber, type PDFPage } from '@cantoo/pdf-lib'
import { type Operands, readContentStream } from '../../ground/pdf/content-stream.ts'
import { contentsOf } from '../../ground/pdf/contents-of.ts'
import { matrixOf, product } from '../../ground/pdf/matrix.ts'
import type { Box } from './box.ts'
import { changeState, drawInlinePicture, drawObject, drawShading, noteGroup } from './draw-objects.ts'
import { beginText, endText, moveLine, setFont, setLine, setRenderMode, show, showAll } from './draw-text.ts'
import { type FileReading, openReading, type PageReading } from './page-reading.ts'
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
  noteGroup(reading, page.node, 'the transparency group of the page')
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

function readOperators(data: Buffer, reading: PageReading): void {
  readContentStream(data, (operator, operands, from, to) => {
    if (operator === 'EI')
      drawInlinePicture(reading, data.toString('latin1', from, Math.min(to, from + KEYS_LENGTH)))
    else OPERATORS.get(operator)?.(reading, operands)
  })
}

/** A pile this high was made to keep a reader busy. */
const MAX_SAVED = 10_000

function save(reading: PageReading): void {
  if (reading.saved.length < MAX_SAVED) reading.saved.push({ ...reading.state })
}

function restore(reading: PageReading): void {
  reading.state = reading.saved.pop() ?? reading.state
  reading.run = undefined
}

const nextLine = (reading: PageReading): void => moveLine(reading, 0, -reading.leading)

const paint =
  (fill: 'none' | 'nonzero' | 'even-odd', stroked: boolean) =>
  (reading: PageReading): void => {
    if (fill !== 'none') fillPath(reading, fill === 'even-odd')
    if (stroked) strokePath(reading)
    endPath(reading)
  }

type Operator = (reading: PageReading, operands: Operands) => void

const OPERATORS: ReadonlyMap<string, Operator> = new Map(
  Object.entries<Operator>({
    q: save,
    Q: restore,
    cm: ({ state }, { numbers }) => {
      state.matrix = product(matrixOf(numbers), state.matrix)
    },
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
    f: paint('nonzero', false),
    F: paint('nonzero', false),
    'f*': paint('even-odd', false),
    S: paint('none', true),
    s: paint('none', true),
    B: paint('nonzero', true),
    'B*': paint('even-odd', true),
    b: paint('nonzero', true),
    'b*': paint('even-odd', true),
    sh: drawShading,
    Do: drawObject,
    BT: beginText,
    ET: endText,
    Tf: setFont,
    Tr: setRenderMode,
    Tm: setLine,
    TL: (reading, { numbers }) => {
      reading.leading = numbers[0]!
    },
    Td: (reading, { numbers }) => moveLine(reading, numbers[0]!, numbers[1]!),
    TD: (reading, { numbers }) => {
      reading.leading = -numbers[1]!
      moveLine(reading, numbers[0]!, numbers[1]!)
    },
    'T*': nextLine,
    Tj: (reading, { others }) => show(reading, others[0]),
    TJ: showAll,
    "'": (reading, { others }) => {
      nextLine(reading)
      show(reading, others[0])
    },
    '"': (reading, { others }) => {
      nextLine(reading)
      show(reading, others[0])
    },
  }),
)
