// One interpreter of content streams: the state of graphics and text (ISO 32000-1, 8.4 and 9.4) is kept here, and who
// looks at a page says what they look for.
import { type Operand, type Operands, readContentStream } from './content-stream.ts'
import { identity, type Matrix, matrixOf, product } from './matrix.ts'

/** What `q` saves: a visitor's own state has more in it. */
export interface GraphicsState {
  matrix: Matrix
}

/** What is known at a place of a stream. `state` is changed in place, and copied when it is saved. */
export interface Drawing<State extends GraphicsState> {
  state: State
  readonly saved: State[]
  /** Of the text object: where its line begins, and how far the next is below. */
  line: Matrix
  leading: number
}

export type Fill = 'none' | 'nonzero' | 'even-odd'

/** With the bytes from the first operand up to the end of the operator. */
export type Visit<On> = (on: On, operands: Operands, from: number, to: number, data: Buffer) => void

export interface Visitor<On> {
  readonly restored?: (on: On) => void
  readonly beginText?: Visit<On>
  readonly endText?: Visit<On>
  /** Whatever moves the line, before it does. */
  readonly moving?: (on: On, operator: string, operands: Operands, from: number, to: number) => void
  /** Whatever shows text: a string, or an array of strings and steps between them. */
  readonly show?: (on: On, shown: Operand | undefined, from: number, to: number, operands: Operands) => void
  /** Whatever paints the path that was made. */
  readonly paint?: (on: On, fill: Fill, strokes: boolean, from: number, to: number) => void
  /** All others, by their names. */
  readonly operators?: Readonly<Record<string, Visit<On>>>
}

/** What a drawing begins with. */
export const beginDrawing = <State extends GraphicsState>(state: State): Drawing<State> => ({
  state,
  saved: [],
  line: identity(),
  leading: 0,
})

/** Reads a stream into `on`, in the state that is set there. */
export function interpreter<State extends GraphicsState, On extends Drawing<State>>(
  visitor: Visitor<On>,
): (data: Buffer, on: On) => void {
  const operators = new Map<string, Visit<On>>([
    ...Object.entries<Visit<On>>({ ...STATE, ...textOf<State, On>(visitor), ...paintOf(visitor) }),
    ['Q', restoring<State, On>(visitor)],
    ...Object.entries(visitor.operators ?? {}),
  ])
  const { moving } = visitor
  if (moving) {
    for (const operator of MOVING) {
      const move = operators.get(operator)
      operators.set(operator, (on, operands, from, to, data) => {
        moving(on, operator, operands, from, to)
        move?.(on, operands, from, to, data)
      })
    }
  }
  return (data, on) =>
    readContentStream(data, (operator, operands, from, to) =>
      operators.get(operator)?.(on, operands, from, to, data),
    )
}

/** `'` and `"` show text too, a line below. */
const MOVING = ['Tm', 'Td', 'TD', 'T*', "'", '"'] as const

/** A pile this high was made to keep a reader busy. */
const MAX_SAVED = 10_000

type OfAny = Visit<Drawing<GraphicsState>>

const STATE: Readonly<Record<string, OfAny>> = {
  q: ({ saved, state }) => {
    if (saved.length < MAX_SAVED) saved.push({ ...state })
  },
  cm: ({ state }, { numbers }) => {
    state.matrix = product(matrixOf(numbers), state.matrix)
  },
  Tm: (on, { numbers }) => {
    on.line = matrixOf(numbers)
  },
  TL: (on, { numbers }) => {
    on.leading = numbers[0]!
  },
  Td: (on, { numbers }) => moveLine(on, numbers[0]!, numbers[1]!),
  TD: (on, { numbers }) => {
    on.leading = -numbers[1]!
    moveLine(on, numbers[0]!, numbers[1]!)
  },
  'T*': (on) => nextLine(on),
}

function moveLine({ line }: Pick<Drawing<GraphicsState>, 'line'>, x: number, y: number): void {
  line[4] += x * line[0] + y * line[2]
  line[5] += x * line[1] + y * line[3]
}

const nextLine = (on: Drawing<GraphicsState>): void => moveLine(on, 0, -on.leading)

const restoring =
  <State extends GraphicsState, On extends Drawing<State>>({ restored }: Visitor<On>): Visit<On> =>
  (on) => {
    const drawing: Drawing<State> = on
    drawing.state = drawing.saved.pop() ?? drawing.state
    restored?.(on)
  }

function textOf<State extends GraphicsState, On extends Drawing<State>>({
  beginText,
  endText,
  show,
}: Visitor<On>): Record<string, Visit<On>> {
  const shows: Visit<On> = (on, operands, from, to) => show?.(on, operands.others[0], from, to, operands)
  const showsBelow: Visit<On> = (on, operands, from, to, data) => {
    nextLine(on)
    shows(on, operands, from, to, data)
  }
  return {
    BT: (on, operands, from, to, data) => {
      on.line = identity()
      beginText?.(on, operands, from, to, data)
    },
    ...(endText ? { ET: endText } : {}),
    ...(show ? { Tj: shows, TJ: shows } : {}),
    "'": showsBelow,
    '"': showsBelow,
  }
}

function paintOf<On>({ paint }: Visitor<On>): Record<string, Visit<On>> {
  if (!paint) return {}
  const painting =
    (fill: Fill, strokes: boolean): Visit<On> =>
    (on, _, from, to) =>
      paint(on, fill, strokes, from, to)
  return {
    f: painting('nonzero', false),
    F: painting('nonzero', false),
    'f*': painting('even-odd', false),
    S: painting('none', true),
    s: painting('none', true),
    B: painting('nonzero', true),
    'B*': painting('even-odd', true),
    b: painting('nonzero', true),
    'b*': painting('even-odd', true),
  }
}
