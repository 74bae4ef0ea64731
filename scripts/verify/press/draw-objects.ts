import { PDFArray, PDFBool, PDFDict, PDFName, PDFRawStream } from '@cantoo/pdf-lib'
import type { Operands } from '../../ground/pdf/content-stream.ts'
import { inflated } from '../../ground/pdf/inflated.ts'
import { type Matrix, matrixOf, product } from '../../ground/pdf/matrix.ts'
import type { WhereInkIs } from '../../rules/press-read.ts'
import { around, shared } from './box.ts'
import { inkOf, readColourSpace } from './colour-space.ts'
import { fontOf } from './draw-text.ts'
import { readStateChange, type StateChange } from './extended-state.ts'
import { inksOfStream } from './inks-of-stream.ts'
import { lookOf, MAX_DEPTH, MAX_FORMS, noteColour, type PageReading, resourceOf } from './page-reading.ts'
import { picturePlates } from './picture-inks.ts'
import { inkOfShading } from './shading-ink.ts'

const name = PDFName.of

export function changeState(reading: PageReading, { others: [key] }: Operands): void {
  const { file, state } = reading
  const dictionary = resourceOf(reading, 'ExtGState', key)
  if (!(dictionary instanceof PDFDict)) return
  const change = file.states.get(dictionary) ?? readStateChange(dictionary)
  file.states.set(dictionary, change)
  const { forbidden, maskGroup, font, ...rest } = change as StateChange
  Object.assign(state, rest)
  if (font) state.font = fontOf(file, font)
  for (const one of forbidden) reading.forbidden.add(one)
  if (maskGroup) {
    noteGroup(reading, maskGroup.dict, 'mask')
    inksOfStream(reading, maskGroup)
  }
  reading.run = undefined
}

export function drawObject(reading: PageReading, { others: [key] }: Operands): void {
  const stream = resourceOf(reading, 'XObject', key)
  if (!(stream instanceof PDFRawStream)) return
  if (stream.dict.get(name('Subtype')) === name('Form')) drawForm(reading, stream)
  else if (stream.dict.get(name('Subtype')) === name('Image')) drawPicture(reading, stream)
}

function drawForm(reading: PageReading, stream: PDFRawStream): void {
  if (reading.depth >= MAX_DEPTH || reading.forms >= MAX_FORMS) return
  reading.forms++
  const { resources, state, line } = reading
  const saved = reading.saved.splice(0) // a form cannot take more off the pile than it put on
  const own = stream.dict.lookup(name('Resources'))
  const matrix = numbersOf(stream, 'Matrix', 6)
  reading.state = { ...state }
  if (matrix) reading.state.matrix = product(matrixOf(matrix), state.matrix)
  clipToForm(reading, numbersOf(stream, 'BBox', 4))
  if (noteGroup(reading, stream.dict, 'group')) enterGroup(reading)
  if (own instanceof PDFDict) reading.resources = own
  reading.run = undefined
  reading.depth++
  reading.read(inflated(stream), reading)
  reading.depth--
  reading.saved.splice(0, Infinity, ...saved)
  Object.assign(reading, { resources, state, line, run: undefined })
}

function numbersOf(stream: PDFRawStream, key: string, count: number): number[] | undefined {
  const array = stream.dict.lookup(name(key))
  if (!(array instanceof PDFArray) || array.size() !== count) return undefined
  return array.asArray().map((_, index) => Number(array.lookup(index)))
}

function clipToForm({ state }: PageReading, box: number[] | undefined): void {
  if (!box) return
  const [left = 0, bottom = 0, right = 0, top = 0] = box
  const corners = placed(state.matrix, [left, bottom, right, bottom, right, top, left, top])
  state.clip = shared(around(corners), state.clip) ?? [0, 0, -1, -1]
}

function placed(matrix: Matrix, points: readonly number[]): number[] {
  const all: number[] = []
  for (let index = 0; index < points.length; index += 2) {
    const x = points[index]!
    const y = points[index + 1]!
    all.push(x * matrix[0] + y * matrix[2] + matrix[4], x * matrix[1] + y * matrix[3] + matrix[5])
  }
  return all
}

/** Whether a form is a transparency group; its colour space, where colours are mixed, is noted. */
export function noteGroup(reading: PageReading, form: PDFDict, where: WhereInkIs): boolean {
  const group = form.lookup(name('Group'))
  if (!(group instanceof PDFDict)) return false
  const space = group.lookup(name('CS'))
  if (space !== undefined)
    noteColour(reading, readColourSpace(space, reading.resources, reading.file.context), where)
  return true
}

/** A group is painted as a whole: what held for a shape before now holds for all of it (11.6.6). */
function enterGroup({ state }: PageReading): void {
  state.groupAlpha *= state.fillAlpha
  state.groupVeiled ||= state.softMask || state.blend
  state.fillAlpha = state.strokeAlpha = 1
  state.softMask = state.blend = false
}

/** A picture is the unit square, wherever the matrix takes it. */
const UNIT = [0, 0, 1, 0, 1, 1, 0, 1]

function drawPicture(reading: PageReading, stream: PDFRawStream): void {
  const { state, paints, file } = reading
  const look = lookOf(state, false)
  const box = shared(around(placed(state.matrix, UNIT)), state.clip)
  if (!box) return
  if (stream.dict.lookup(name('ImageMask')) === PDFBool.True) {
    // A stencil of the fill colour.
    paints.push({ kind: 'picture', box, thicknessPt: Infinity, look })
    return
  }
  let known = file.pictures.get(stream)
  if (!known) {
    const space = readColourSpace(stream.dict.lookup(name('ColorSpace')), reading.resources, file.context)
    const { inks: _inks, ...ink } = inkOf(space, [])
    known = { ink: { ...ink, name: 'picture' }, picture: picturePlates(stream, space), space }
    file.pictures.set(stream, known)
  }
  noteColour(reading, known.space, 'picture')
  paints.push({
    kind: 'picture',
    box,
    thicknessPt: Infinity,
    look: { ...look, ink: known.ink },
    picture: known.picture,
    ...pixelsPerInch(stream, state.matrix),
  })
}

/** Fewer are a colour that is stretched, and meant to be. */
const FEW_PIXELS = 4

function pixelsPerInch(
  { dict }: PDFRawStream,
  [a, b, c, d]: PageReading['state']['matrix'],
): { ppi?: number } {
  const side = (key: string): number => Number(String(dict.lookup(name(key))))
  const [width, height] = [side('Width'), side('Height')]
  if (!(width > FEW_PIXELS && height > FEW_PIXELS)) return {}
  const inches = [Math.hypot(a, b) / 72, Math.hypot(c, d) / 72] as const
  return { ppi: Math.min(width / inches[0], height / inches[1]) }
}

export function drawShading(reading: PageReading, { others: [key] }: Operands): void {
  const ink = inkOfShading(reading, resourceOf(reading, 'Shading', key))
  const look = { ...lookOf(reading.state, false), ink }
  reading.paints.push({ kind: 'shading', box: reading.state.clip, thicknessPt: Infinity, look })
}

/** A picture that stands in the content itself: `source` is its text up to where its pixels may begin. */
export function drawInlinePicture(reading: PageReading, source: string): void {
  const { state, paints } = reading
  const key = /\/(?:CS|ColorSpace)\s*\/(\w+)/.exec(source)?.[1]
  const isStencil = /\/(?:IM|ImageMask)\s+true/.test(source)
  const space = readColourSpace(name(key ?? ''), reading.resources, reading.file.context)
  if (!isStencil) noteColour(reading, space, 'picture')
  const box = shared(around(placed(state.matrix, UNIT)), state.clip)
  if (!box) return
  const look = lookOf(state, false)
  const { inks: _inks, ...ink } = inkOf(space, [])
  paints.push({
    kind: 'picture',
    box,
    thicknessPt: Infinity,
    look: isStencil ? look : { ...look, ink: { ...ink, name: 'a picture' } },
    ...(isStencil ? {} : { picture: { plates: space.kind === 'gray' ? ['K'] : ['C', 'M', 'Y', 'K'] } }),
  })
}
