import { PDFArray, PDFDict, PDFName, PDFRawStream, PDFRef } from '@cantoo/pdf-lib'
import type { Operand } from '../../../ground/pdf/content-stream.ts'
import { inflated } from '../../../ground/pdf/inflated.ts'
import { beginDrawing, interpreter, type Visit } from '../../../ground/pdf/interpret-content.ts'
import { type Matrix, matrixOf, product } from '../../../ground/pdf/matrix.ts'
import { addBox, type Box, emptyBox } from '../element.ts'
import { addPoint, addRectangle, overlap } from './boxes.ts'
import { copyForm } from './copy-form.ts'
import { endJoined, moveLine, moveOtherwise, spaceOut } from './join-glyphs.ts'
import { beginLine, joinedText } from './joined-text.ts'
import { endRun, type PageOfScan, paint, type Scan, type ScanState, type Scans } from './scan.ts'
import { closeSpan, openArtifact, openSpan } from './scan-spans.ts'
import { setFont, showText } from './scan-text.ts'

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
 * Reads one content stream, and the tagged forms that it draws: what each mark shows, and which bytes paint outside
 * of every mark. Nothing is changed yet.
 */
export function scanStream(scans: Scans, stream: PDFRawStream, place: Place): void {
  const data = inflated(stream)
  const scan: Scan = {
    ...beginDrawing<ScanState>({ matrix: place.matrix, clip: place.clip, font: undefined, fontSize: 1 }),
    page: place.page,
    form: place.form,
    resources: place.resources,
    depth: place.depth,
    scans,
    stream,
    data,
    places: [],
    loose: [],
    edits: [],
    pathFrom: -1,
    pathBox: emptyBox(),
    isClip: false,
    blockFrom: -1,
    isBlockLoose: false,
    joined: joinedText(),
    lastY: Number.NaN,
    spans: [],
    mark: undefined,
    artifacts: 0,
    hasMarks: false,
    run: undefined,
    afterSoftHyphen: false,
  }
  scans.streams.push(scan)
  read(data, scan)
  endJoined(scan)
}

const construct =
  (count: number): Visit<Scan> =>
  (scan, { numbers }, from) =>
    beginPath(scan, from, numbers, count)

const read = interpreter<ScanState, Scan>({
  restored: (scan) => {
    if (scan.run && scan.saved.length < scan.run.depth) endRun(scan)
  },
  beginText: (scan, _, from) => {
    scan.blockFrom = from
    scan.isBlockLoose = false
    beginLine(scan.joined)
  },
  endText: (scan, _operands, _from, to) => {
    if (scan.isBlockLoose) paint(scan, scan.blockFrom, to, 'glyphs', emptyBox())
    scan.blockFrom = -1
  },
  moving: (scan, operator, { numbers }, from, to) => {
    if (operator === 'Td') moveLine(scan, numbers[0]!, numbers[1]!, from, to)
    else if (operator === 'Tm') beginLine(scan.joined)
    else moveOtherwise(scan, from)
  },
  show: showText,
  paint: (scan, _fill, _strokes, _from, to) => paintPath(scan, to),
  operators: {
    m: construct(2),
    l: construct(2),
    v: construct(4),
    y: construct(4),
    c: construct(6),
    re: (scan, { numbers: [x = 0, y = 0, width = 0, height = 0] }, from) => {
      if (scan.pathFrom < 0) startPath(scan, from)
      addRectangle(scan.pathBox, scan.state.matrix, x, y, width, height)
    },
    W: setClip,
    'W*': setClip,
    n: endPath,
    sh: (scan, _, from, to) => paintBox(scan, from, to, 'paths', scan.state.clip),
    EI: (scan, _, from, to) => paintPicture(scan, from, to),
    Do: (scan, { others }, from, to) => draw(scan, others[0], from, to),
    Tc: spaceOut,
    Tw: spaceOut,
    Tz: spaceOut,
    Tf: (scan, { numbers, others }) => setFont(scan, others[0], numbers[0]!),
    BMC: (scan, { others }, from, to) => openArtifact(scan, others[0], from, to),
    BDC: (scan, { others }, from, to) => openSpan(scan, others, from, to),
    EMC: (scan, _, from, to) => closeSpan(scan, from, to),
  },
})

function startPath(scan: Scan, from: number): void {
  scan.pathFrom = from
  scan.pathBox = emptyBox()
}

function beginPath(scan: Scan, from: number, numbers: Float64Array, count: number): void {
  if (scan.pathFrom < 0) startPath(scan, from)
  for (let index = 0; index < count; index += 2)
    addPoint(scan.pathBox, scan.state.matrix, numbers[index]!, numbers[index + 1]!)
}

function setClip(scan: Scan): void {
  scan.isClip = true
}

function endPath(scan: Scan): void {
  const { state } = scan
  if (scan.isClip) state.clip = overlap(state.clip, scan.pathBox)
  scan.isClip = false
  scan.pathFrom = -1
}

function paintPath(scan: Scan, to: number): void {
  paintBox(scan, scan.pathFrom, to, 'paths', overlap(scan.pathBox, scan.state.clip))
  endPath(scan)
}

function paintBox(scan: Scan, from: number, to: number, what: 'paths' | 'pictures', box: Box): void {
  if (scan.mark) addBox(scan.mark.box, box)
  paint(scan, from, to, what, box)
}

/** A picture fills the unit square (ISO 32000-1, 8.9.3). */
function paintPicture(scan: Scan, from: number, to: number): void {
  const box = emptyBox()
  addRectangle(box, scan.state.matrix, 0, 0, 1, 1)
  paintBox(scan, from, to, 'pictures', overlap(box, scan.state.clip))
}

function draw(scan: Scan, name: Operand | undefined, from: number, to: number): void {
  if (typeof name !== 'string') return
  const objects = scan.resources?.lookupMaybe(PDFName.of('XObject'), PDFDict)
  const reference = objects?.get(PDFName.of(name.slice(1)))
  const stream = objects?.context.lookup(reference)
  if (!(stream instanceof PDFRawStream)) return
  if (stream.dict.get(PDFName.of('Subtype')) !== PDFName.of('Form')) paintPicture(scan, from, to)
  else drawForm(scan, stream, reference, from, to)
}

function drawForm(scan: Scan, stream: PDFRawStream, reference: unknown, from: number, to: number): void {
  const { scans, page, depth, state } = scan
  const numbers = stream.dict.lookupMaybe(PDFName.of('Matrix'), PDFArray)?.asArray().map(Number)
  const matrix = numbers ? product(matrixOf(numbers), state.matrix) : state.matrix
  const clip = overlap(state.clip, boxOfForm(stream, matrix))
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
