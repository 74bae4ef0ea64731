// The number of a cell, as it is to be printed.
import { typedNumber } from '../../ground/language/typed-number.ts'
import type { SheetCell } from '../../ground/sheets/sheet.ts'
import type { ChartValue } from '../../model/data.ts'
import { isNone } from './column-roles.ts'

export interface CellNumber {
  readonly value: ChartValue
  /** `none`: nothing is given; `taken`: the number is there, and more that is not printed. */
  readonly is: 'number' | 'none' | 'taken' | 'no-number' | 'no-result' | 'error-value'
}

/** `isShare`: of a column whose name says so. */
export function numberInCell(cell: SheetCell, language: string, isShare: boolean): CellNumber {
  const text = cell.text.replace(/\s+/g, ' ')
  const none = (typed: string, is: CellNumber['is']): CellNumber => ({
    value: { number: undefined, typed },
    is,
  })
  if (cell.fault) return none('', cell.fault)
  if (isNone(cell)) return none(text, 'none')
  const whole = cell.day === undefined ? numberOf(text, language, isShare) : undefined
  if (whole) return { value: whole, is: cell.shown === undefined ? 'number' : 'taken' }
  // `1,234 [p]`, `12 kg`, `3,5*`: what is behind the number stands once, in the name of the column.
  const [, digits = ''] =
    /^(\S*\d)\s?(?:\p{L}{1,8}|\[\p{L}{1,4}\]|\(\p{L}{1,4}\)|[*†‡°]{1,3})$/u.exec(text) ?? []
  const within = digits === '' || cell.day !== undefined ? undefined : numberOf(digits, language, isShare)
  return within ? { value: within, is: 'taken' } : none(text, 'no-number')
}

function numberOf(text: string, language: string, isShare: boolean): ChartValue | undefined {
  const read = typedNumber(text, language)
  if (!read) return undefined
  return { number: read.number, typed: isShare && read.sign === '' ? `${text}%` : text }
}
