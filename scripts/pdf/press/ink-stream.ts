// The colours of one content stream, from the screen's to the press's.
import type { Rgb } from '../../ground/colour/colour-values.ts'
import {
  beginDrawing,
  type Drawing,
  type Fill,
  type GraphicsState,
  interpreter,
  type Visit,
} from '../../ground/pdf/interpret-content.ts'
import { identity, type Matrix } from '../../ground/pdf/matrix.ts'
import { addPoint, beginPiece, clearPath, type DrawnPath, endPiece, newPath } from './drawn-path.ts'
import type { Ink, InkOf, Use } from './press-ink.ts'

/** Names of the graphics states that let black overprint, and that stop it; every stream's resources have them. */
export const OVERPRINT = { on: 'PressOver', off: 'PressKnock' } as const

interface State extends GraphicsState {
  /** As the stream has set them; undefined for a pattern or another space, which stays as it is. */
  fill: Rgb | undefined
  stroke: Rgb | undefined
  /** As written, `''` for what nobody has set yet. */
  writtenFill: string
  writtenStroke: string
  overprints: boolean
  /** Whether text can be shown as things stand: nothing was set since the last that was. */
  isReadyForText: boolean
}

interface Inking extends Drawing<State> {
  readonly inkOf: InkOf
  readonly path: DrawnPath
  readonly edits: Edit[]
}

interface Edit {
  readonly from: number
  readonly to: number
  readonly text: string
}

const BLACK: Rgb = [0, 0, 0]

/**
 * Takes the colour operators out and writes one before each object whose inks differ from those of the object before:
 * only then is it known whether the colour is that of a line or of an area (ISO 32000-1, 8.6.8). Nothing else
 * changes. `matrix` leads from the stream's own space to the page.
 */
export function inkStream(data: Buffer, inkOf: InkOf, matrix: Matrix = identity()): Buffer {
  const state: State = {
    matrix,
    fill: BLACK,
    stroke: BLACK,
    writtenFill: '',
    writtenStroke: '',
    overprints: false,
    isReadyForText: false,
  }
  const inking: Inking = { ...beginDrawing(state), inkOf, path: newPath(), edits: [] }
  read(data, inking)
  return edited(data, inking.edits)
}

type Inks = Visit<Inking>

const setColour =
  (of: 'fill' | 'stroke', read: (numbers: Float64Array) => Rgb): Inks =>
  ({ state, edits }, { numbers }, from, to) => {
    state[of] = read(numbers)
    state.isReadyForText = false
    edits.push({ from, to, text: '' })
  }

const rgb = (numbers: Float64Array): Rgb => [numbers[0]!, numbers[1]!, numbers[2]!]
const grey = (numbers: Float64Array): Rgb => [numbers[0]!, numbers[0]!, numbers[0]!]

/** Another space, a pattern: its operators stay where they are, so what was written before them no longer holds. */
const leave =
  (of: 'fill' | 'stroke'): Inks =>
  ({ state }) => {
    state[of] = undefined
    state.isReadyForText = false
    state[of === 'fill' ? 'writtenFill' : 'writtenStroke'] = ''
  }

const point =
  (...at: readonly number[]): Inks =>
  ({ state, path }, { numbers }) => {
    for (const index of at) addPoint(path, state.matrix, numbers[index]!, numbers[index + 1]!)
  }

function paint(inking: Inking, fill: Fill, strokes: boolean, from: number): void {
  const { path } = inking
  endPiece(path)
  const use = path.isArea ? 'area' : 'line'
  colour(inking, path.from < 0 ? from : path.from, fill === 'none' ? undefined : use, strokes)
  clearPath(path)
}

/** Text is filled: the browser draws outlined letters as paths. */
function show(inking: Inking, from: number): void {
  if (inking.state.isReadyForText) return // A book has a million glyphs, each shown by itself.
  colour(inking, from, 'line', false)
  inking.state.isReadyForText = true
}

const read = interpreter<State, Inking>({
  beginText: (inking, operands, from, to, data) => {
    const end = endOfPlainText(data, to)
    if (end === undefined) return
    show(inking, from)
    operands.goOnAt = end
  },
  show: (inking, _, from) => show(inking, from),
  paint,
  operators: {
    rg: setColour('fill', rgb),
    RG: setColour('stroke', rgb),
    g: setColour('fill', grey),
    G: setColour('stroke', grey),
    cs: leave('fill'),
    CS: leave('stroke'),
    sc: leave('fill'),
    scn: leave('fill'),
    SC: leave('stroke'),
    SCN: leave('stroke'),
    k: leave('fill'),
    K: leave('stroke'),
    m: (inking, operands, from, to, data) => {
      beginPiece(inking.path, from)
      point(0)(inking, operands, from, to, data)
    },
    l: point(0),
    c: point(0, 2, 4),
    v: point(0, 2),
    y: point(0, 2),
    re: ({ state, path }, { numbers: [x, y, width, height] }, from) => {
      beginPiece(path, from)
      addPoint(path, state.matrix, x!, y!)
      addPoint(path, state.matrix, x! + width!, y!)
      addPoint(path, state.matrix, x!, y! + height!)
      addPoint(path, state.matrix, x! + width!, y! + height!)
    },
    n: ({ path }) => clearPath(path),
    // A stencil is painted with what is set here. A form's own stream sets what it needs.
    Do: (inking, _, from) => colour(inking, from, 'line', false, true),
    EI: (inking, _, from) => colour(inking, from, 'line', false, true),
  },
})

const codes = (letters: string): ReadonlySet<number> =>
  new Set([...letters].map((letter) => letter.charCodeAt(0)))
const OF_COLOURS = codes('gGkK(')
const OF_SPACES = codes('cC')
const [S, SMALL_S] = [0x53, 0x73]

/**
 * Where a text object ends in which nothing could set a colour: it holds none of the letters of such operators, and
 * no literal string, in which anything could stand. Five sixths of a book's pages are such text, and need not be read
 * operator by operator.
 */
function endOfPlainText(data: Buffer, from: number): number | undefined {
  const end = data.indexOf('\nET', from, 'latin1')
  if (end < 0) return undefined
  for (let at = from; at < end; at++) {
    const code = data[at]!
    if (OF_COLOURS.has(code)) return undefined
    // `cs`, `sc` and `scn` in both cases: a C alone is a digit.
    const isS = code === S || code === SMALL_S
    if (isS && (OF_SPACES.has(data[at + 1]!) || OF_SPACES.has(data[at - 1]!))) return undefined
  }
  return end
}

/** Writes at `at` what the next object needs and has not. */
function colour(inking: Inking, at: number, use: Use | undefined, strokes: boolean, knocksOut = false): void {
  const { state, inkOf, edits } = inking
  state.isReadyForText = false
  const fill = use && state.fill ? inkOf(state.fill, use) : undefined
  const stroke = strokes && state.stroke ? inkOf(state.stroke, 'line') : undefined
  let text = ''
  const overprints = !knocksOut && (fill ?? stroke)?.overprint === true
  if (overprints !== state.overprints) {
    text += `/${overprints ? OVERPRINT.on : OVERPRINT.off} gs\n`
    state.overprints = overprints
  }
  const fillText = fill ? written(fill, 'fill') : state.writtenFill
  if (fillText !== state.writtenFill) text += fillText
  const strokeText = stroke ? written(stroke, 'stroke') : state.writtenStroke
  if (strokeText !== state.writtenStroke) text += strokeText
  state.writtenFill = fillText
  state.writtenStroke = strokeText
  if (text) edits.push({ from: at, to: at, text })
}

const written = ({ operands, space }: Ink, of: 'fill' | 'stroke'): string =>
  `${operands} ${SETTERS[of][space]}\n`

const SETTERS = {
  fill: { inks: 'k', screen: 'rg', grey: 'g' },
  stroke: { inks: 'K', screen: 'RG', grey: 'G' },
} as const

/** A path's colour is written before the path, behind operators that were taken out: edits do not come in order. */
function edited(data: Buffer, edits: Edit[]): Buffer {
  edits.sort((one, other) => one.from - other.from)
  const parts: Buffer[] = []
  let at = 0
  for (const { from, to, text } of edits) {
    parts.push(data.subarray(at, from), Buffer.from(text, 'latin1'))
    at = to
  }
  parts.push(data.subarray(at))
  return Buffer.concat(parts)
}
