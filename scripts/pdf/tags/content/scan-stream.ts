import { PDFArray, PDFDict, PDFName, PDFRawStream, PDFRef } from '@cantoo/pdf-lib'
import { type Operands, readContentStream } from '../../../ground/pdf/content-stream.ts'
import { inflated } from '../../../ground/pdf/inflated.ts'
import { identity, type Matrix, matrixOf, product } from '../../../ground/pdf/matrix.ts'
import { addBox, type Box, emptyBox } from '../element.ts'
import { addPoint, addRectangle, overlap } from './boxes.ts'
import { copyForm } from './copy-form.ts'
import { endRun, type PageOfScan, paint, type Scan, type Scans } from './scan.ts'
import { closeSpan, openArtifact, openSpan } from './scan-spans.ts'
import { moveLine, setFont, showText } from './scan-text.ts'

interface Place {
  readonly page: PageOfScan
  readonly form: PDFRef | undefined
  readonly resources: PDFDict | undefined
  readonly matrix: Matrix
  readonly clip: Box
  readonly depth: number
}

/** Forms in forms; a file that goes further is made to keep a reader busy. */
const MAX_DEPTH = 16

/**
 * Reads one content stream, and the tagged forms that it draws: what each mark shows, and which bytes paint outside of every
 * mark. Nothing is changed yet.
 */
export function scanStream(scans: Scans, stream: PDFRawStream, place: Place): void {
  const data = inflated(stream)
  const scan: Scan = {
    ...place,
    scans,
    stream,
    data,
    places: [],
    loose: [],
    edits: [],
    font: undefined,
    fontSize: 1,
    saved: [],
    pathFrom: -1,
    pathBox: emptyBox(),
    isClip: false,
    blockFrom: -1,
    isBlockLoose: false,
    line: identity(),
    lastY: Number.NaN,
    spans: [],
    mark: undefined,
    artifacts: 0,
    hasMarks: false,
    run: undefined,
    afterSoftHyphen: false,
  }
  scans.streams.push(scan)
  readContentStream(data, (operator, operands, from, to) =>
    OPERATORS[operator]?.(scan, operands.numbers, operands.others, from, to),
  )
}

type Handler = (
  scan: Scan,
  numbers: Float64Array,
  others: Operands['others'],
  from: number,
  to: number,
) => void

const construct: Handler = (scan, numbers, _, from) => beginPath(scan, from, numbers, 2)
const fill: Handler = (scan, _numbers, _others, _from, to) => paintPath(scan, to)
const show: Handler = (scan, _, others, from, to) => showText(scan, others[0], from, to)

const OPERATORS: Readonly<Record<string, Handler>> = {
  q: ({ saved, matrix, clip, font, fontSize }) => saved.push({ matrix, clip, font, fontSize }),
  Q: (scan) => {
    Object.assign(scan, scan.saved.pop())
    if (scan.run && scan.saved.length < scan.run.depth) endRun(scan)
  },
  cm: (scan, numbers) => {
    scan.matrix = product(matrixOf(numbers), scan.matrix)
  },
  m: construct,
  l: construct,
  v: (scan, numbers, _, from) => beginPath(scan, from, numbers, 4),
  y: (scan, numbers, _, from) => beginPath(scan, from, numbers, 4),
  c: (scan, numbers, _, from) => beginPath(scan, from, numbers, 6),
  re: (scan, [x = 0, y = 0, width = 0, height = 0], _, from) => {
    if (scan.pathFrom < 0) startPath(scan, from)
    addRectangle(scan.pathBox, scan.matrix, x, y, width, height)
  },
  W: (scan) => setClip(scan),
  'W*': (scan) => setClip(scan),
  n: endPath,
  f: fill,
  F: fill,
  'f*': fill,
  S: fill,
  s: fill,
  B: fill,
  'B*': fill,
  b: fill,
  'b*': fill,
  sh: (scan, _numbers, _others, from, to) => paintBox(scan, from, to, 'paths', scan.clip),
  EI: (scan, _numbers, _others, from, to) => paintPicture(scan, from, to),
  Do: draw,
  BT: (scan, _numbers, _others, from) => {
    scan.blockFrom = from
    scan.isBlockLoose = false
    scan.line = identity()
  },
  ET: (scan, _numbers, _others, _from, to) => {
    if (scan.isBlockLoose) paint(scan, scan.blockFrom, to, 'glyphs', emptyBox())
    scan.blockFrom = -1
  },
  Tf: (scan, numbers, others) => setFont(scan, others[0], numbers[0]!),
  Tm: (scan, numbers) => {
    scan.line = matrixOf(numbers)
  },
  Td: (scan, numbers) => moveLine(scan, numbers[0]!, numbers[1]!),
  TD: (scan, numbers) => moveLine(scan, numbers[0]!, numbers[1]!),
  Tj: show,
  TJ: show,
  "'": show,
  '"': show,
  BMC: (scan, _numbers, others, from, to) => openArtifact(scan, others[0], from, to),
  BDC: (scan, _numbers, others, from, to) => openSpan(scan, others, from, to),
  EMC: (scan, _numbers, _others, from, to) => closeSpan(scan, from, to),
}

function startPath(scan: Scan, from: number): void {
  scan.pathFrom = from
  scan.pathBox = emptyBox()
}

function beginPath(scan: Scan, from: number, numbers: Float64Array, count: number): void {
  if (scan.pathFrom < 0) startPath(scan, from)
  for (let index = 0; index < count; index += 2)
    addPoint(scan.pathBox, scan.matrix, numbers[index]!, numbers[index + 1]!)
}

function setClip(scan: Scan): void {
  scan.isClip = true
}

function endPath(scan: Scan): void {
  if (scan.isClip) scan.clip = overlap(scan.clip, scan.pathBox)
  scan.isClip = false
  scan.pathFrom = -1
}

function paintPath(scan: Scan, to: number): void {
  paintBox(scan, scan.pathFrom, to, 'paths', overlap(scan.pathBox, scan.clip))
  endPath(scan)
}

function paintBox(scan: Scan, from: number, to: number, what: 'paths' | 'pictures', box: Box): void {
  if (scan.mark) addBox(scan.mark.box, box)
  paint(scan, from, to, what, box)
}

/** A picture fills the unit square (ISO 32000-1, 8.9.3). */
function paintPicture(scan: Scan, from: number, to: number): void {
  const box = emptyBox()
  addRectangle(box, scan.matrix, 0, 0, 1, 1)
  paintBox(scan, from, to, 'pictures', overlap(box, scan.clip))
}

function draw(
  scan: Scan,
  _numbers: Float64Array,
  others: Operands['others'],
  from: number,
  to: number,
): void {
  const name = others[0]
  if (typeof name !== 'string') return
  const objects = scan.resources?.lookupMaybe(PDFName.of('XObject'), PDFDict)
  const reference = objects?.get(PDFName.of(name.slice(1)))
  const stream = objects?.context.lookup(reference)
  if (!(stream instanceof PDFRawStream)) return
  if (stream.dict.get(PDFName.of('Subtype')) !== PDFName.of('Form')) paintPicture(scan, from, to)
  else drawForm(scan, stream, reference, from, to)
}

function drawForm(scan: Scan, stream: PDFRawStream, reference: unknown, from: number, to: number): void {
  const { scans, page, depth } = scan
  const numbers = stream.dict.lookupMaybe(PDFName.of('Matrix'), PDFArray)?.asArray().map(Number)
  const matrix = numbers ? product(matrixOf(numbers), scan.matrix) : scan.matrix
  const clip = overlap(scan.clip, boxOfForm(stream, matrix))
  const form =
    reference instanceof PDFRef && scans.taggedForms.has(reference.objectNumber) ? reference : undefined
  if (!form || depth >= MAX_DEPTH) {
    paintBox(scan, from, to, 'pictures', clip)
    return
  }
  if (scans.drawn.has(form.objectNumber)) {
    drawCopy(scan, form, stream, from, to)
    paintBox(scan, from, to, 'pictures', clip)
    return
  }
  endRun(scan)
  scan.hasMarks = true
  scans.drawn.add(form.objectNumber)
  const resources = stream.dict.lookupMaybe(PDFName.of('Resources'), PDFDict) ?? scan.resources
  scanStream(scans, stream, { page, form, resources, matrix, clip, depth: depth + 1 })
}

function drawCopy(scan: Scan, form: PDFRef, stream: PDFRawStream, from: number, to: number): void {
  const { taggedForms } = scan.scans
  const copy = copyForm(form, stream, (one) => taggedForms.has(one.objectNumber))
  const name = `Copy${copy.objectNumber}`
  scan.resources?.lookupMaybe(PDFName.of('XObject'), PDFDict)?.set(PDFName.of(name), copy)
  scan.edits.push({ from, to, text: `/${name} Do` })
}

function boxOfForm(stream: PDFRawStream, matrix: Matrix): Box {
  const box = emptyBox()
  const sides = stream.dict.lookupMaybe(PDFName.of('BBox'), PDFArray)?.asArray().map(Number)
  if (!sides) return box
  const [left = 0, bottom = 0, right = 0, top = 0] = sides
  addRectangle(box, matrix, left, bottom, right - left, top - bottom)
  return box
}
