// Rows with their names: beside them in the hanging column where they are short enough, else above them.
import type { ChartRow } from '../../model/data.ts'
import { escapeText, round } from './marks.ts'
import type { Paper } from './paper.ts'
import { breakLines, hardBroken } from './text-width.ts'

const NAME_MM = 4.59
const NOTE_MM = 4.06
const NAME_LINE_MM = 5.2
const NOTE_LINE_MM = 4.8
const GAP_MM = 3.5
const MOST_LINES_BESIDE = 2
/** A narrower column holds no names. */
const LEAST_BESIDE_MM = 24

/** One row's drawing, from its own upper left corner. */
export interface RowDrawing {
  readonly body: string
  readonly heightMm: number
}

export interface NamedRows {
  readonly body: string
  readonly heightMm: number
  readonly widthMm: number
  /** Where the drawings begin; from there they have the width of the column. */
  readonly leftMm: number
}

export function namedRows(
  rows: readonly ChartRow[],
  paper: Paper,
  draw: (row: ChartRow, index: number) => RowDrawing,
): NamedRows {
  const beside = namesOf(rows, paper.hangMm * 0.9, paper)
  const isBeside = paper.hangMm >= LEAST_BESIDE_MM && beside.every(({ lines }) => lines <= MOST_LINES_BESIDE)
  const names = isBeside ? beside : namesOf(rows, paper.columnMm, paper)
  const leftMm = isBeside ? paper.hangMm : 0
  let [y, body] = [0, '']
  for (const [index, row] of rows.entries()) {
    const name = names[index] ?? { body: '', heightMm: 0 }
    const drawn = draw(row, index)
    const height = isBeside ? Math.max(name.heightMm, drawn.heightMm) : name.heightMm + 1 + drawn.heightMm
    const nameY = isBeside ? (height - name.heightMm) / 2 : 0
    const drawnY = isBeside ? (height - drawn.heightMm) / 2 : height - drawn.heightMm
    body += `<g transform="translate(0 ${round(y + nameY)})">${name.body}</g>`
    body += `<g transform="translate(${round(leftMm)} ${round(y + drawnY)})">${drawn.body}</g>`
    y += height + GAP_MM
  }
  return { body, heightMm: Math.max(0, y - GAP_MM), widthMm: leftMm + paper.columnMm, leftMm }
}

interface Name extends RowDrawing {
  readonly lines: number
}

const namesOf = (rows: readonly ChartRow[], widthMm: number, { sans }: Paper): Name[] =>
  rows.map(({ label, note }) => {
    const broken = (text: string, size: number): string[] =>
      breakLines(text, widthMm / size, sans).flatMap((line) => hardBroken(line, widthMm / size, sans))
    const [names, notes] = [broken(label, NAME_MM), broken(note, NOTE_MM)]
    const line = (text: string, name: string, y: number): string =>
      `<text class="${name}" x="0" y="${round(y)}">${escapeText(text)}</text>`
    const body = [
      ...names.map((text, index) => line(text, 'name', 4 + index * NAME_LINE_MM)),
      ...notes.map((text, index) =>
        line(text, 'note', names.length * NAME_LINE_MM + 3.8 + index * NOTE_LINE_MM),
      ),
    ]
    return {
      body: body.join(''),
      heightMm: names.length * NAME_LINE_MM + notes.length * NOTE_LINE_MM,
      lines: names.length + notes.length,
    }
  })
