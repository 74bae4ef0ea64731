// How a workbook shows its numbers, and the numbers of its cells as they are shown.
import { addLocale, dateFromSerial, format, getFormatFromId, getLocale, isDateFormat } from 'numfmt'
import { inLocale, typedNumber } from '../language/typed-number.ts'
import type { SheetCell } from './sheet.ts'
import { readOrThrow } from './workbook-parts.ts'

/** By the number of a cell's style; the way of the format is `General` where there is none. */
export type CellFormats = (style: number) => string

export function readFormats(xml: string, language: string): CellFormats {
  const own = new Map<number, string>()
  const styles: number[] = []
  let isOfCells = false
  readOrThrow(xml, {
    opens: (name, attribute) => {
      if (name === 'numFmt') own.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '')
      if (name === 'cellXfs') isOfCells = true
      if (name === 'xf' && isOfCells) styles.push(Number(attribute('numFmtId') ?? 0))
    },
    closes: (name) => {
      if (name === 'cellXfs') isOfCells = false
    },
  })
  const locale = localeFor(language)
  return (style) => {
    const id = styles[style] ?? 0
    return own.get(id) ?? getFormatFromId(id, locale)
  }
}

/** A language that the library of formats does not know gets the signs of its numbers. */
export function localeFor(language: string): string {
  try {
    if (getLocale(language)) return language
    const parts = new Intl.NumberFormat(language, { useGrouping: 'always' }).formatToParts(12345.6)
    const sign = (type: string): string => parts.find((part) => part.type === type)?.value ?? ''
    addLocale({ decimal: sign('decimal') || '.', group: sign('group') || ',' }, language)
    return language
  } catch {
    return 'en-GB'
  }
}

const FROM_1904 = 1462

/** A number as its format shows it, where that says the number; else the number as the language writes it. */
export function shownNumber(
  value: number,
  pattern: string,
  { language, isFrom1904 }: { language: string; isFrom1904: boolean },
): SheetCell {
  const isDate = isDateFormat(pattern)
  const serial = isDate && isFrom1904 ? value + FROM_1904 : value
  const shown = formatted(pattern, serial, localeFor(language))
  if (isDate && shown !== '') return { text: shown, ...(serial >= 1 ? { day: dayOf(serial) } : {}) }
  if (saysNumber(shown, value, language)) return { text: shown }
  const text = inLocale(value, language)
  return shown === '' || shown === text || pattern === 'General' ? { text } : { text, shown }
}

function formatted(pattern: string, value: number, locale: string): string {
  try {
    return format(pattern, value, { locale }).trim()
  } catch {
    return ''
  }
}

const dayOf = (serial: number): string =>
  dateFromSerial(serial)
    .slice(0, 3)
    .map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0'))
    .join('-')

/** To the last digit that is shown. */
function saysNumber(shown: string, value: number, language: string): boolean {
  const read = typedNumber(shown, language)
  if (!read) return false
  const wanted = read.sign === '%' ? value * 100 : value
  const decimals = /[.,](\d+)\D*$/.exec(shown)?.[1]?.length ?? 0
  return Math.abs(read.number - wanted) <= 0.5000001 * 10 ** -decimals
}
