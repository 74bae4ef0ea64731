import { PDFArray, PDFDict, PDFName, type PDFPage, PDFRawStream, PDFRef } from '@cantoo/pdf-lib'
import { isBytes, type Operand, type Operands } from '../ground/pdf/content-stream.ts'
import { contentsOf } from '../ground/pdf/contents-of.ts'
import { inflated } from '../ground/pdf/inflated.ts'
import { beginDrawing, type Fill, interpreter } from '../ground/pdf/interpret-content.ts'
import { identity, type Matrix, matrixOf, product } from '../ground/pdf/matrix.ts'
import { type AskedFont, askFor, type FontOf, lettersOf } from './asked-fonts.ts'
import { closeSpan, openSpan, sinkOf } from './marked-spans.ts'
import type { Ground, MarkPlace, MarkSink, PageContent, Reading, ReadingState, Sink } from './reading.ts'

/** Forms in forms, and forms on a page; a file that goes further is made to keep a reader busy. */
const MAX_DEPTH = 16
const MAX_FORMS = 10_000

const X_OBJECT = PDFName.of('XObject')
const SUBTYPE = PDFName.of('Subtype')
const FORM = PDFName.of('Form')
const MATRIX = PDFName.of('Matrix')
const RESOURCES = PDFName.of('Resources')

/**
 * Reads what one page draws: the text of each marked-content sequence, and what stands outside of them; and which
 * fonts it asked for which letters.
 */
export function readPageContent(
  page: PDFPage,
  fontOf: FontOf,
): { readonly content: PageContent; readonly asked: readonly AskedFont[] } {
  const reading: Reading = {
    fontOf,
    asked: new Map(),
    marks: new Map(),
    loose: [],
    missing: [],
    untagged: [],
    unmapped: new Set(),
    tangled: false,
    strokes: 0,
    grounds: [],
    rectangle: undefined,
    ...beginDrawing<ReadingState>({ matrix: identity(), font: undefined }),
    looseNow: undefined,
    spans: [],
    sink: undefined,
    actual: 0,
    marked: 0,
    resources: page.node.Resources(),
    form: undefined,
    depth: 0,
    forms: 0,
  }
  read(contentsOf(page), reading)
  const marks = new Map([...reading.marks].map(([key, sink]) => [key, sink.text]))
  const places = new Map(
    [...reading.marks].flatMap(([key, { place }]) => (place ? [[key, place] as const] : [])),
  )
  const { loose, strokes, missing, untagged, unmapped, tangled } = reading
  return {
    content: { marks, places, loose, strokes, missing, untagged, unmapped, tangled },
    asked: [...reading.asked.values()].flatMap((fonts) => [...fonts.values()]),
  }
}

/** Words are wider than this, and lines of them taller, in points. */
const LEAST_GROUND = { width: 60, height: 8 }

function rectangle(reading: Reading, { numbers }: Operands): void {
  const [a, b, c, d, e, f] = reading.state.matrix
  const [x = 0, y = 0, width = 0, height = 0] = numbers
  const [left, bottom] = [x * a + y * c + e, x * b + y * d + f]
  const [right, top] = [left + width * a + height * c, bottom + width * b + height * d]
  reading.rectangle = [
    Math.min(left, right),
    Math.min(bottom, top),
    Math.max(left, right),
    Math.max(bottom, top),
  ] as unknown as Ground
}

function otherPath(reading: Reading): void {
  reading.rectangle = undefined
}

function paint(reading: Reading, fill: Fill): void {
  stroke(reading)
  const [left, bottom, right, top] = reading.rectangle ?? [0, 0, 0, 0]
  const isGround = right - left >= LEAST_GROUND.width && top - bottom >= LEAST_GROUND.height
  if (fill !== 'none' && isGround) reading.grounds.push([left, bottom, right, top])
  otherPath(reading)
}

function stroke(reading: Reading): void {
  reading.strokes++
  if (reading.marked === 0) leaveOut(reading, 'a shape')
}

/** The first few tell where to look. */
const MAX_UNTAGGED = 5

function leaveOut(reading: Reading, what: string): void {
  if (reading.untagged.length < MAX_UNTAGGED) reading.untagged.push(what)
}

const read = interpreter<ReadingState, Reading>({
  beginText: endLine,
  endText: endLine,
  show: showAll,
  paint,
  operators: {
    re: rectangle,
    m: otherPath,
    n: otherPath,
    Tf: setFont,
    BMC: openSpan,
    BDC: openSpan,
    EMC: closeSpan,
    Do: draw,
    sh: stroke,
    EI: stroke,
  },
})

function endLine(reading: Reading): void {
  reading.looseNow = reading.sink = undefined
}

function setFont(reading: Reading, { others: [name] }: Operands): void {
  reading.state.font = typeof name === 'string' ? askFor(reading, name) : undefined
}

function showAll(reading: Reading, shown: Operand | undefined): void {
  if (typeof shown === 'object' && 'items' in shown) for (const part of shown.items) show(reading, part)
  else show(reading, shown)
}

function show(reading: Reading, operand: Operand | undefined): void {
  const asked = reading.state.font
  const font = asked?.font
  if (!isBytes(operand) || !font) return
  const span = reading.spans.at(-1)
  const isSaid = reading.actual > 0
  let text = ''
  for (let index = 0; index < operand.length; index += font.bytesPerCode) {
    const code =
      font.bytesPerCode === 2 ? (operand[index]! << 8) | (operand[index + 1] ?? 0) : operand[index]!
    if (code === 0) reading.missing.push(span?.actual ?? '')
    const letters = lettersOf(asked, font, code)
    if (letters === undefined && !isSaid) reading.unmapped.add(`${font.name} ${code}`)
    text += letters ?? '\uFFFD'
  }
  if (reading.marked === 0) leaveOut(reading, `the text “${text}”`)
  // ActualText stands for the glyphs: it was taken when its span began.
  if (isSaid) return
  const sink = reading.sink ?? sinkOf(reading)
  reading.sink = sink
  sink.text += text
  if (isOfMark(sink) && text.trim() !== '') sink.place = widened(sink.place, reading)
}

const isOfMark = (sink: Sink): sink is MarkSink => 'place' in sink

/** To a tenth of a point. */
function widened(place: MarkPlace | undefined, { state, line, grounds }: Reading): MarkPlace {
  const [a, b, c, d, e, f] = state.matrix
  const x = Math.round((line[4] * a + line[5] * c + e) * 10) / 10
  const y = Math.round((line[4] * b + line[5] * d + f) * 10) / 10
  const [left, lowest, highest, ground] = place ?? [x, y, y, groundAt(x, y, grounds)]
  return [Math.min(left, x), Math.min(lowest, y), Math.max(highest, y), ground]
}

function groundAt(x: number, y: number, grounds: readonly Ground[]): number {
  const ground = grounds.findLast(
    ([left, bottom, right, top]) => x >= left - 1 && x <= right && y >= bottom && y <= top,
  )
  return ground ? Math.round(ground[3] * 10) / 10 : 0
}

function draw(reading: Reading, { others: [name] }: Operands): void {
  const drawn = typeof name === 'string' ? reading.resources?.lookupMaybe(X_OBJECT, PDFDict) : undefined
  const reference = drawn?.get(PDFName.of(String(name).slice(1)))
  const stream = drawn?.context.lookup(reference)
  if (!(stream instanceof PDFRawStream)) return
  if (stream.dict.get(SUBTYPE) !== FORM) {
    reading.strokes++
    if (reading.marked === 0) leaveOut(reading, 'a picture')
    return
  }
  if (reading.depth >= MAX_DEPTH || reading.forms >= MAX_FORMS) return
  reading.forms++
  const { resources, form } = reading
  const state = { ...reading.state }
  const line: Matrix = [...reading.line]
  const own = stream.dict.lookupMaybe(MATRIX, PDFArray)?.asArray().map(Number)
  reading.resources = stream.dict.lookupMaybe(RESOURCES, PDFDict) ?? resources
  reading.form = reference instanceof PDFRef ? reference : undefined
  if (own) reading.state.matrix = product(matrixOf(own), state.matrix)
  reading.depth++
  read(inflated(stream), reading)
  reading.depth--
  Object.assign(reading, { resources, form, state, line, sink: undefined })
}
