import { PDFArray, PDFDict, PDFName, type PDFPage, PDFRawStream } from '@cantoo/pdf-lib'
import { inflated } from '../../ground/pdf/inflated.ts'
import {
  beginDrawing,
  type GraphicsState,
  interpreter,
  type Drawing as OpenDrawing,
} from '../../ground/pdf/interpret-content.ts'
import { loadPdf } from '../../ground/pdf/load-pdf.ts'
import { identity, type Matrix, product } from '../../ground/pdf/matrix.ts'
import type { Box } from '../../ground/pdf/page-boxes.ts'
import { fileIsWhole } from '../file-is-whole.ts'
import { type Drawing, type DrawingReader, drawingReader } from './drawing.ts'

/** One side of a sheet, as the bytes have it. */
export interface ReadSide {
  readonly widthPt: number
  readonly heightPt: number
  readonly placed: readonly Placed[]
}

/** Something that is drawn on a sheet. */
export interface Placed {
  readonly drawing: Drawing
  /** From what it draws to the sheet. */
  readonly matrix: Matrix
  /** What of the sheet it can reach: its own frame, cut to what it is clipped to. */
  readonly visible: Box
}

/** Reads the sheets back. Throws when the file cannot be read. */
export async function readSheets(bytes: Uint8Array): Promise<readonly ReadSide[]> {
  fileIsWhole(bytes)
  const pdf = await loadPdf(bytes)
  const drawingOf = drawingReader(pdf.context)
  return pdf.getPages().map((page) => readSide(page, drawingOf))
}

function readSide(page: PDFPage, drawingOf: DrawingReader): ReadSide {
  const { width, height } = page.getMediaBox()
  const forms = page.node.Resources()?.lookupMaybe(PDFName.of('XObject'), PDFDict)
  const contents: unknown = page.node.Contents()
  const reading: SideReading = {
    ...beginDrawing<State>({ matrix: identity(), clip: [0, 0, width, height] }),
    forms,
    placed: [],
    rectangle: undefined,
    drawingOf,
  }
  if (contents instanceof PDFRawStream) read(inflated(contents), reading)
  return { widthPt: width, heightPt: height, placed: reading.placed }
}

interface State extends GraphicsState {
  clip: Box
}

interface SideReading extends OpenDrawing<State> {
  readonly forms: PDFDict | undefined
  readonly drawingOf: DrawingReader
  readonly placed: Placed[]
  rectangle: Box | undefined
}

const read = interpreter<State, SideReading>({
  operators: {
    re: (reading, { numbers: [x = 0, y = 0, width = 0, height = 0] }) => {
      reading.rectangle = throughMatrix([x, y, x + width, y + height], reading.state.matrix)
    },
    W: ({ state, rectangle }) => {
      if (rectangle) state.clip = shared(state.clip, rectangle)
    },
    Do: ({ forms, placed, state, drawingOf }, { others: [name] }) => {
      const form = forms?.lookup(PDFName.of(String(name).slice(1)))
      if (form instanceof PDFRawStream) placed.push(placedOf(form, state, drawingOf))
    },
  },
})

function placedOf(form: PDFRawStream, { matrix, clip }: State, drawingOf: DrawingReader): Placed {
  const own = numbersOf(form, 'Matrix')
  const box = numbersOf(form, 'BBox')
  if (box?.length !== 4 || (own && own.length !== 6)) throw new Error('a page on it has no frame')
  const total = own ? product(own as unknown as Matrix, matrix) : matrix
  const resources = form.dict.lookupMaybe(PDFName.of('Resources'), PDFDict)
  return {
    drawing: drawingOf([form], resources),
    matrix: total,
    visible: shared(clip, throughMatrix(box as unknown as Box, total)),
  }
}

const numbersOf = ({ dict }: PDFRawStream, key: string): readonly number[] | undefined =>
  dict.lookupMaybe(PDFName.of(key), PDFArray)?.asArray().map(Number)

/** A rectangle, turned by quarters at most, on the sheet. */
export function throughMatrix([left, bottom, right, top]: Box, [a, b, c, d, e, f]: Matrix): Box {
  const [x1, y1] = [a * left + c * bottom + e, b * left + d * bottom + f]
  const [x2, y2] = [a * right + c * top + e, b * right + d * top + f]
  return [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)]
}

const shared = (one: Box, other: Box): Box => [
  Math.max(one[0], other[0]),
  Math.max(one[1], other[1]),
  Math.min(one[2], other[2]),
  Math.min(one[3], other[3]),
]
