// Numbers of which the signs between the digits may mean something else than they are read as.
import { decimalSign, inLocale, typedNumber } from '../../ground/language/typed-number.ts'
import type { FactsOf } from '../../rules/rules.ts'
import type { TableColumn } from './sheet-table.ts'

/** `isForeign`: whether the file was made where a comma parts the decimals, as its semicolons say. */
export function unclearNumbers(
  { name, cells }: TableColumn,
  language: string,
  isForeign: boolean,
): { readonly row: number; readonly facts: FactsOf<'sheet-number-is-clear'> } | undefined {
  const rowWith = (pattern: RegExp): number => cells.findIndex(({ text }) => pattern.test(text))
  for (const sign of [',', '.'] as const) {
    const decimal = rowWith(sign === ',' ? DECIMAL_COMMA : DECIMAL_POINT)
    const thousands = rowWith(sign === ',' ? THOUSANDS_COMMA : THOUSANDS_POINT)
    if (decimal >= 0 && thousands >= 0) {
      const facts = { one: cells[decimal]?.text ?? '', other: cells[thousands]?.text ?? '', column: name }
      return { row: thousands, facts: { problem: 'written-in-two-ways', ...facts } }
    }
  }
  const row = rowWith(THOUSANDS_POINT)
  if (!isForeign || decimalSign(language) !== '.' || row < 0) return undefined
  const written = cells[row]?.text ?? ''
  const taken = inLocale(typedNumber(written, language)?.number ?? 0, language)
  return { row, facts: { problem: 'read-by-language', written, taken, column: name } }
}

/**
 * One sign, and not three digits behind it; and one sign before three. What stands before parts of thousands is no
 * nought.
 */
const DECIMAL_COMMA = /^\D{0,3}\d+,(?:\d{1,2}|\d{4,})\D{0,3}$/
const DECIMAL_POINT = /^\D{0,3}\d+\.(?:\d{1,2}|\d{4,})\D{0,3}$/
const THOUSANDS_COMMA = /^\D{0,3}[1-9]\d{0,2},\d{3}\D{0,3}$/
const THOUSANDS_POINT = /^\D{0,3}[1-9]\d{0,2}\.\d{3}\D{0,3}$/
