import { ownMatches, stretchOf } from './own-matches.ts'
import type { Block } from './prose.ts'
import type { Note } from './tell.ts'

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
)
const MONTH = `(${MONTHS.map((name) => `${name}|${name.slice(0, name === 'September' ? 4 : 3)}\\.?`).join('|')})(?!\\p{L})`
const DAY = '(0?[1-9]|[12]\\d|3[01])'
const START = '(?<![\\p{L}\\p{N}/.,:–-])'
const END = '(?![\\p{L}\\p{N}]|[/:.,-]\\d)'

const DAY_FIRST = new RegExp(
  `${START}(?:[Tt]he\\s+(?=\\d+(?:st|nd|rd|th)))?${DAY}(st|nd|rd|th)?(\\s+of)?\\s+${MONTH}(?:(,)?\\s+(\\d{4}))?${END}`,
  'gu',
)
const MONTH_FIRST = new RegExp(
  `(?<!\\p{L})${MONTH}\\s+${DAY}(?:(st|nd|rd|th)(?:,?\\s+(\\d{4}))?|,?\\s+(\\d{4}))${END}`,
  'gu',
)
const IN_FIGURES = new RegExp(`${START}${DAY}([/.])(0?[1-9]|1[0-2])\\2(\\d{4}|(?<=/)\\d{2})${END}`, 'gu')
const YEAR_FIRST = new RegExp(`${START}(\\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])${END}`, 'gu')

const MONTH_NAMED = /Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec/

const HOUSE = '26 July 2013'

/** Each date with the form that it is written in. */
export function datesIn(block: Block, note: Note): void {
  const tell = (match: RegExpExecArray, form: string, becomes?: string): void =>
    note(
      { rule: 'dates-are-written-alike', thing: 'date', form, house: HOUSE },
      stretchOf(block, match),
      becomes,
    )
  const { text } = block
  if (!/\d/.test(text)) return
  const hasMonth = MONTH_NAMED.test(text)
  for (const match of hasMonth ? ownMatches(block, DAY_FIRST) : []) {
    const [, day = '', ordinal, of, month = '', comma, year = ''] = match
    const whole = dateOf(day, month, year)
    if (ordinal || of) tell(match, '26th July 2013', whole)
    else if (!MONTHS.includes(month)) tell(match, '26 Jul 2013', whole)
    else if (comma) tell(match, '26 July, 2013', whole)
    else tell(match, HOUSE)
  }
  for (const match of hasMonth ? ownMatches(block, MONTH_FIRST) : []) {
    const [, month = '', day = '', , year, alone] = match
    tell(match, 'July 26, 2013', dateOf(day, month, year ?? alone ?? ''))
  }
  for (const match of /\d[/.]\d/.test(text) ? ownMatches(block, IN_FIGURES) : []) {
    const [, day = '', , month = '', year = ''] = match
    // 04/07/2013 is July here and April in the United States: only the author knows who wrote it.
    const isClear = Number(day) > 12 && year.length === 4
    tell(match, '26/07/2013', isClear ? dateOf(day, MONTHS[Number(month) - 1] ?? '', year) : undefined)
  }
  for (const match of /\d{4}-\d/.test(text) ? ownMatches(block, YEAR_FIRST) : []) {
    const [, year = '', month = '', day = ''] = match
    tell(match, '2013-07-26', dateOf(day, MONTHS[Number(month) - 1] ?? '', year))
  }
}

const dateOf = (day: string, month: string, year: string): string =>
  `${Number(day)} ${MONTHS.find((name) => name.startsWith(month.slice(0, 3))) ?? month} ${year}`.trim()
