// The cells of a table against what was made of them: each stands in the row, or among the names and the words about
// it, or a finding says that it is left out.
import type { ChartRow, DataQuestion } from '../model/data.ts'
import { formOf } from './form-of-cell.ts'
import { lettersOf, type RawCell, type RawSheet } from './raw-cells.ts'
import { saysCell } from './says-number.ts'
import type { ToldOfSheet } from './told-of-sheets.ts'

export interface LostCell extends RawCell {
  readonly sheet: string
}

/** `questions`: what was made of this sheet. `beside`: of the others of its file, of which it may say the source. */
export function accountForCells(
  { name, cells }: RawSheet,
  questions: readonly DataQuestion[],
  told: ToldOfSheet,
  beside: readonly DataQuestion[] = [],
): LostCell[] {
  const lines = new Map<number, RawCell[]>()
  for (const cell of cells) {
    const row = lines.get(cell.line)
    if (row) row.push(cell)
    else lines.set(cell.line, [cell])
  }
  const bodies = new Map<number, ChartRow>()
  for (const { place, rows } of questions)
    for (const [index, row] of rows.entries()) bodies.set(place?.lines[index] ?? 0, row)
  const words = [...questions, ...beside].flatMap(wordsAbout)
  const names = questions.flatMap(({ series = [], heads }) => [
    ...series,
    heads?.label ?? '',
    heads?.share ?? '',
  ])
  const lost = [...lines].flatMap(([line, row]) => {
    const body = bodies.get(line)
    return body ? missedInRow(row, body, told) : missedAround(row, names, words)
  })
  return told
    .unexplained(lost, cells, (cell) => bodies.has(cell.line))
    .map((cell) => ({ ...cell, sheet: name }))
}

/** The numbers stand in the order of their columns; each cell is carried by something of its own. */
function missedInRow(cells: readonly RawCell[], row: ChartRow, told: ToldOfSheet): RawCell[] {
  const values = row.values?.map(({ typed }) => typed) ?? [row.typed ?? String(row.count)]
  const { label, note, percent, day = '', link = '', at = [] } = row
  const others = [note, percent, link, at.join(', ')].filter((one) => one !== '')
  let next = 0
  return cells.filter((cell, index) => {
    if (index === 0 && (says(label, cell, told) || saysDay(day, cell))) return false
    const place = values.findIndex((value, at) => at >= next && says(value, cell, told))
    if (place >= 0) {
      next = place + 1
      return false
    }
    const other = others.findIndex((one) => says(one, cell, told) || onlySigns(one, cell))
    if (other >= 0) others.splice(other, 1)
    return other < 0 && !(says(label, cell, told) && index > 0 && cells[0]?.isHidden)
  })
}

const saysDay = (day: string, { serial }: RawCell): boolean =>
  day !== '' &&
  serial !== undefined &&
  Math.abs(Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569 - Math.floor(serial)) <= 1

function says(carrier: string, cell: RawCell, told: ToldOfSheet): boolean {
  if (cell.number !== undefined) return saysCell(carrier, cell) || carrier === cell.text
  const [form, text] = [formOf(carrier), formOf(cell.text)]
  if (form === text || form === `${text}%`) return true
  // `1,234 [p]`, of which the number is taken.
  return form !== '' && told.isTakenAs(text) && text.startsWith(form) && !/\d/.test(text.slice(form.length))
}

/** `3;2` is the place `3, 2`. */
const onlySigns = (carrier: string, { text }: RawCell): boolean =>
  /^\d+, \d+$/.test(carrier) && carrier === (text.match(/\d+/g) ?? []).join(', ')

/** Keys that a table may have for what is said of it, and columns that have their use by their names. */
const KEYS = /^#?\s*(?:note|at|link)$/i

function wordsAbout({ question, source, unit, of }: DataQuestion): string[] {
  const units = unit ? [`${unit.one} | ${unit.many}`, unit.one, unit.many] : []
  return [question, source, ...units, ...(of === undefined ? [] : [String(of)])].filter((one) => one !== '')
}

/** Rows of names, titles and sources. */
function missedAround(
  row: readonly RawCell[],
  names: readonly string[],
  words: readonly string[],
): RawCell[] {
  const [first] = row
  if (first && first.column === 0 && isRemark(row)) return missedOfRemark(first, words)
  const isSaid = (text: string): boolean => words.some((one) => isSame(one, text))
  const whole = formOf(row.map(({ text }) => text).join(' '))
  const [, value = ''] =
    /^\p{L}{2,20}\s*:?\s+(.+)$/su.exec(whole.replace(/^#\s*/, '').replace(':', ': ')) ?? []
  if (isSaid(whole) || isSaid(value)) return []
  return row.filter(
    (cell) =>
      !KEYS.test(formOf(cell.text)) &&
      !isSaid(cell.text) &&
      !names.some((name) => says0(name, cell) || hasWords(name, cell.text)),
  )
}

const says0 = (name: string, cell: RawCell): boolean => cell.number !== undefined && saysCell(name, cell)

const isSame = (one: string, other: string): boolean => digitsOf(formOf(one)) === digitsOf(formOf(other))

const digitsOf = (text: string): string =>
  /^[\d.,\s]+$/.test(text)
    ? text.replace(/\D/g, '')
    : text
        .split('|')
        .map((part) => part.replace(/^\s*(?:one|1)\s+/i, '').trim())
        .filter((part) => part !== '')
        .join('|')

/** A name that stands over several columns is a part of each of theirs. */
function hasWords(name: string, text: string): boolean {
  const [all, part] = [` ${formOf(name)} `, ` ${formOf(text)} `]
  return part.trim() !== '' && all.includes(part)
}

/** `# source: …`, in a file of CSV: what is none of ours is for whoever keeps the file. */
const isRemark = (row: readonly RawCell[]): boolean => /^#(?:\s|[\p{L} ]+:)/u.test(row[0]?.text.trim() ?? '')

const SAID = /^#\s*(?:source|title|question|units?|of)\s*:\s*(.*)$/is

function missedOfRemark(first: RawCell, words: readonly string[]): RawCell[] {
  const said = SAID.exec(first.text.trim())?.[1]
  if (said === undefined || words.some((one) => isSame(one, said))) return []
  return [{ ...first, text: said }]
}

export const nameOfCell = ({ sheet, line, column }: LostCell): string =>
  sheet === '' ? `column ${column + 1}` : `Sheet “${sheet}”, ${lettersOf(column)}${line}`
