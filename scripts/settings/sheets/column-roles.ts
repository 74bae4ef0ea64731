// What the columns of a table are: labels, numbers, shares of these, remarks, places and links of tiles.
import { typedNumber } from '../../ground/language/typed-number.ts'
import type { SheetCell } from '../../ground/sheets/sheet.ts'
import type { SheetTable, TableColumn } from './sheet-table.ts'

export interface ColumnRoles {
  readonly label: TableColumn | undefined
  readonly numbers: readonly TableColumn[]
  /** Shares of the one column of numbers. */
  readonly percent: TableColumn | undefined
  readonly note: TableColumn | undefined
  readonly at: TableColumn | undefined
  readonly link: TableColumn | undefined
  /** Words that nothing is made of. */
  readonly left: readonly TableColumn[]
  readonly nameless: readonly TableColumn[]
}

export function rolesOf({ columns }: SheetTable, language: string): ColumnRoles {
  const [label, ...others] = columns
  const named = others.filter(({ name }) => name !== '')
  const called = (name: string): TableColumn | undefined => named.find((one) => one.name === name)
  const [at, link] = [called('at'), called('link')]
  const rest = named.filter((one) => one !== at && one !== link && one.name !== 'note')
  const numbers = rest.filter((one) => holdsNumbers(one, language))
  const words = rest.filter((one) => !numbers.includes(one))
  const note = called('note') ?? words[0]
  const shares = numbers.filter(isOfShares)
  const [percent] = numbers.length === 2 && shares.length === 1 ? shares : []
  return {
    label,
    numbers: numbers.filter((one) => one !== percent),
    percent,
    note,
    at,
    link,
    left: words.filter((one) => one !== note),
    nameless: others.filter(({ name }) => name === ''),
  }
}

/** Signs of official statistics, of spreadsheets and of people for a number that is not there. */
const NONE =
  /^(?:[-–—]+|\.{1,3}|…|:|\*+|[xz]|n\/?a|n\.a\.?|k\.\s?a\.?|nd|null|#n\/a|missing|suppressed|\[[a-z]{1,4}\]|\([a-z:]\))$/i

export const isNone = ({ text }: SheetCell): boolean => text === '' || NONE.test(text)

/** Half of what stands in it, at the least. */
function holdsNumbers({ cells }: TableColumn, language: string): boolean {
  const filled = cells.filter((cell) => !isNone(cell) || cell.fault)
  const numbers = filled.filter(
    (cell) => cell.fault || (cell.day === undefined && typedNumber(cell.text, language) !== undefined),
  )
  return numbers.length > 0 && numbers.length * 2 >= filled.length
}

/** By its name, `Share (%)`, or by all that stands in it. */
export const isOfShares = (column: TableColumn): boolean => {
  if (isNamedShare(column.name)) return true
  const filled = column.cells.filter((cell) => !isNone(cell) && !cell.fault)
  return filled.length > 0 && filled.every(({ text }) => /%$/.test(text))
}

export const isNamedShare = (name: string): boolean => /^%(?:\s|$)|[\s([]%[)\]]?$/.test(name)
