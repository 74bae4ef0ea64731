import { PDFArray, PDFDict, PDFName, type PDFPage, PDFRawStream, PDFRef } from '@cantoo/pdf-lib'
import { isBytes, type Operand, type Operands } from '../ground/pdf/content-stream.ts'
import { contentsOf } from '../ground/pdf/contents-of.ts'
import { inflated } from '../ground/pdf/inflated.ts'
import { beginDrawing, interpreter } from '../ground/pdf/interpret-content.ts'
import { identity, type Matrix, matrixOf, product } from '../ground/pdf/matrix.ts'
import type { ReadFont } from '../ground/pdf/read-font.ts'
import { closeSpan, openSpan, sinkOf } from './marked-spans.ts'
import type { PageContent, Reading, ReadingState } from './reading.ts'

/** Forms in forms, and forms on a page; a file that goes further is made to keep a reader busy. */
const MAX_DEPTH = 16
const MAX_FORMS = 10_000

/** Reads what one page draws: the text of each marked-content sequence, and what stands outside of them. */
export function readPageContent(page: PDFPage, fontOf: (font: PDFDict) => ReadFont): PageContent {
  const reading: Reading = {
    fontOf,
    marks: new Map(),
    loose: [],
    missing: [],
    untagged: [],
    unmapped: new Set(),
    tangled: false,
    strokes: 0,
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
  const { loose, strokes, missing, untagged, unmapped, tangled } = reading
  return { marks, loose, strokes, missing, untagged, unmapped, tangled }
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
  paint: stroke,
  operators: { Tf: setFont, BMC: openSpan, BDC: openSpan, EMC: closeSpan, Do: draw, sh: stroke, EI: stroke },
})

function endLine(reading: Reading): void {
  reading.looseNow = reading.sink = undefined
}

function setFont(reading: Reading, { others }: Operands): void {
  const font = resource(reading, 'Font', others[0])
  reading.state.font = font instanceof PDFDict ? reading.fontOf(font) : undefined
}

function resource(reading: Reading, kind: string, name: Operand | undefined): unknown {
  if (typeof name !== 'string') return undefined
  return reading.resources?.lookupMaybe(PDFName.of(kind), PDFDict)?.lookup(PDFName.of(name.slice(1)))
}

function showAll(reading: Reading, shown: Operand | undefined): void {
  if (typeof shown === 'object' && 'items' in shown) for (const part of shown.items) show(reading, part)
  else show(reading, shown)
}

function show(reading: Reading, operand: Operand | undefined): void {
  const { font } = reading.state
  if (!isBytes(operand) || !font) return
  const span = reading.spans.at(-1)
  const isSaid = reading.actual > 0
  let text = ''
  for (let index = 0; index < operand.length; index += font.bytesPerCode) {
    const code =
      font.bytesPerCode === 2 ? (operand[index]! << 8) | (operand[index + 1] ?? 0) : operand[index]!
    if (code === 0) reading.missing.push(span?.actual ?? '')
    const letters = font.unicode.get(code)
    if (letters === undefined && !isSaid) reading.unmapped.add(`${font.name} ${code}`)
    text += letters ?? '\uFFFD'
  }
  if (reading.marked === 0) leaveOut(reading, `the text “${text}”`)
  // ActualText stands for the glyphs: it was taken when its span began.
  if (isSaid) return
  reading.sink ??= sinkOf(reading)
  reading.sink.text += text
}

function draw(reading: Reading, { others: [name] }: Operands): void {
  const stream = resource(reading, 'XObject', name)
  if (!(stream instanceof PDFRawStream)) return
  if (stream.dict.get(PDFName.of('Subtype')) !== PDFName.of('Form')) {
    reading.strokes++
    if (reading.marked === 0) leaveOut(reading, 'a picture')
    return
  }
  if (reading.depth >= MAX_DEPTH || reading.forms >= MAX_FORMS) return
  reading.forms++
  const reference = reading.resources
    ?.lookup(PDFName.of('XObject'), PDFDict)
    .get(PDFName.of(String(name).slice(1)))
  const { resources, form } = reading
  const state = { ...reading.state }
  const line: Matrix = [...reading.line]
  const own = stream.dict.lookupMaybe(PDFName.of('Matrix'), PDFArray)?.asArray().map(Number)
  reading.resources = stream.dict.lookupMaybe(PDFName.of('Resources'), PDFDict) ?? resources
  reading.form = reference instanceof PDFRef ? reference : undefined
  if (own) reading.state.matrix = product(matrixOf(own), state.matrix)
  reading.depth++
  read(inflated(stream), reading)
  reading.depth--
  Object.assign(reading, { resources, form, state, line, sink: undefined })
}
