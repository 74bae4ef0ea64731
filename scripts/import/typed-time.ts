// Times as programs and people of many countries type them → as `readTime` takes them: 2013-07-26T10:32:15.

/** Which number of a date stands first. */
export type DayOrder = 'day' | 'month' | 'year'

const DATE = /(?<!\d)(\d{1,4})\s?[./-]\s?(\d{1,2})\s?[./-]\s?(\d{1,4})(?!\d)/
const CLOCK =
  /(?<![\d.])(\d{1,2})[:.h](\d\d)(?:[:.](\d\d)(?:[.,]\d+)?)?(?!\d)\s*(?:([ap])\.?\s?m\b\.?)?\s*(Z|[+-]\d\d:?\d\d)?/i
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const NAMED =
  /(?<!\d)(?:(\d{1,2})(?:st|nd|rd|th)?\.?\s+([a-zä]{3,9})\.?|([a-zä]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?),?\s+(\d{4})(?!\d)/i
/** Where others begin a month otherwise than English does. */
const OTHER_MONTHS: Readonly<Record<string, string>> = { mär: 'mar', mai: 'may', okt: 'oct', dez: 'dec' }

/**
 * Of many times of one source, in the order in which they stand there. `isCertain`: whether none could be meant
 * otherwise.
 */
export function dayOrderOf(texts: readonly string[]): { order: DayOrder; isCertain: boolean } {
  const dates = texts.flatMap((text) => {
    const found = DATE.exec(plain(text))
    return found ? [found.slice(1).map(Number) as [number, number, number]] : []
  })
  if (dates.some(([first]) => first > 31)) return { order: 'year', isCertain: true }
  if (dates.some(([first]) => first > 12)) return { order: 'day', isCertain: true }
  if (dates.some(([, second]) => second > 12)) return { order: 'month', isCertain: true }
  const back = { day: stepsBack(dates, [1, 0]), month: stepsBack(dates, [0, 1]) }
  if (back.day !== back.month) return { order: back.day < back.month ? 'day' : 'month', isCertain: true }
  return { order: 'day', isCertain: dates.every(([first, second]) => first === second) }
}

/** How often a date lies before the one above it, read with month and day at these places. */
function stepsBack(
  dates: readonly (readonly [number, number, number])[],
  [month, day]: readonly [0 | 1, 0 | 1],
): number {
  const values = dates.map((date) => date[2] * 400 + date[month] * 32 + date[day])
  return values.filter((value, index) => value < (values[index - 1] ?? 0)).length
}

/** '' for what tells neither day nor hour. Of an hour alone, `day` is the day. */
export function typedTime(text: string, order: DayOrder, day = ''): string {
  const words = plain(text)
  const date = dateIn(words, order)
  const clock = clockIn(date ? words.replace(date.typed, ' ') : words)
  const on = date?.iso ?? day
  if (on === '' || (!date && clock === '')) return ''
  return clock === '' ? on : `${on}T${clock}`
}

function dateIn(words: string, order: DayOrder): { typed: string; iso: string } | undefined {
  const numbers = DATE.exec(words)
  if (numbers) {
    const [first = 0, second = 0, third = 0] = numbers.slice(1).map(Number)
    const isYearFirst = first > 31 || order === 'year'
    const [year, month, date] = isYearFirst
      ? [first, second, third]
      : order === 'month'
        ? [third, first, second]
        : [third, second, first]
    return { typed: numbers[0], iso: isoOf(year, month, date) }
  }
  const named = NAMED.exec(words)
  if (!named) return undefined
  const name = (named[2] ?? named[3] ?? '').slice(0, 3).toLowerCase()
  const month = MONTHS.indexOf(OTHER_MONTHS[name] ?? name) + 1
  return month === 0
    ? undefined
    : { typed: named[0], iso: isoOf(Number(named[5]), month, Number(named[1] ?? named[4])) }
}

/** Of two figures, a year of this century. */
function isoOf(year: number, month: number, day: number): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${year < 100 ? 2000 + year : String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
}

function clockIn(words: string): string {
  const [, hours = '', minutes = '', seconds, half, offset = ''] = CLOCK.exec(words) ?? []
  if (hours === '') return ''
  const hour = half ? (Number(hours) % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : Number(hours)
  const clock = `${String(hour).padStart(2, '0')}:${minutes}${seconds ? `:${seconds}` : ''}`
  return `${clock}${offset}`
}

/** Marks of direction and thin blanks stand in times of telephones. */
const plain = (text: string): string =>
  text
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\u00a0\u2009\u202f]|(?<=\d)T(?=\d)/g, ' ')
    .trim()
