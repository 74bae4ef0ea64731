// Words that no line may part: a date, a number and what it counts in, a price.
import { onceEach } from '../once-each.ts'

/** The units that `Intl` knows by name, in which papers count. */
const UNITS = (
  'acre bit byte celsius centimeter day degree fahrenheit fluid-ounce foot gallon gigabit gigabyte gram hectare hour inch ' +
  'kilobit kilobyte kilogram kilometer liter megabit megabyte meter mile mile-scandinavian milliliter millimeter ' +
  'millisecond minute month ounce percent petabyte pound second stone terabit terabyte week yard year ' +
  'kilometer-per-hour mile-per-hour liter-per-kilometer'
).split(' ')
/** Signs of units, and those of money; of the short names that it knows some are words: `in`. */
const SIGNS = (
  '% ‰ °C °F km m cm mm km² m² m³ ha mi ft yd mph km/h kg g mg t kt Mt tonne tonnes l ml h min s ms bit kB MB GB TB ' +
  'kW kWh MW MWh GW GWh TWh W Wh V A Hz kHz MHz GHz hp dB ppm dpi pt px am pm EUR GBP USD CHF € £ $'
).split(' ')
const BEFORE = '£ $ € EUR GBP USD CHF No. Nos. Nr.'.split(' ')
/** As many as tell a singular from the plurals of any language. */
const COUNTS = [1, 2, 3, 5, 11, 100, 1.5]

/** Puts spaces that do not break in place of those within such words of a language. */
export const holdingTogether = onceEach((language: string): ((text: string) => string) => {
  const months = either(monthsOf(language))
  const units = either([...unitsOf(language), ...SIGNS])
  const gap = '[ \\n\\u00a0]'
  const date = new RegExp(
    `(?<![\\p{L}\\d])(?:(\\d{1,2}(?:st|nd|rd|th|\\.|er)?)${gap}(?:(de)${gap})?)?(${months})(?:${gap}(?:(de)${gap})?(\\d{4}|\\d{1,2}(?:,?${gap}\\d{4})?))?(?![\\p{L}\\d])`,
    'gu',
  )
  const counted = new RegExp(`(?<=\\d)${gap}(?=(?:${units})(?![\\p{L}\\d]))`, 'gu')
  const priced = new RegExp(`(?<=(?<![\\p{L}\\d])(?:${either(BEFORE)}))${gap}(?=\\d)`, 'gu')
  const millions = new RegExp(
    `(?<=\\d${gap}?(?:${either(largeNumbersOf(language))}))${gap}(?=(?:${units})(?![\\p{L}\\d]))`,
    'gu',
  )
  return (text) => {
    if (!/\d/.test(text)) return text
    return text
      .replace(date, (whole) => (/\d/.test(whole) ? whole.replace(/[ \n]/g, HELD) : whole))
      .replace(priced, HELD)
      .replace(counted, HELD)
      .replace(millions, HELD)
      .replace(/(?<=\d\u00a0per)[ \n](?=cent\b)/g, HELD)
  }
})

const HELD = '\u00a0'

/** Longest first, so that `mins` is not read as `min`. */
const either = (words: readonly string[]): string =>
  [...new Set(words)]
    .filter((word) => word !== '')
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|')

/** In full and short, alone and within a date. */
function monthsOf(language: string): string[] {
  return Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2013, month, 26))).flatMap((date) =>
    (['long', 'short'] as const).flatMap((month) =>
      [{ month }, { day: 'numeric', month } as const].flatMap((options) =>
        new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' })
          .formatToParts(date)
          .filter(({ type, value }) => type === 'month' && /\p{L}/u.test(value))
          .map(({ value }) => value),
      ),
    ),
  )
}

/** `mile` and `miles`, and what stands for thousands and millions. */
function unitsOf(language: string): string[] {
  const named = UNITS.flatMap((unit) => {
    const format = new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' })
    return COUNTS.map((count) => partOf(format.formatToParts(count), 'unit'))
  })
  return [...named, ...largeNumbersOf(language), 'per cent']
}

const largeNumbersOf = (language: string): string[] => {
  const format = new Intl.NumberFormat(language, { notation: 'compact', compactDisplay: 'long' })
  return [3, 6, 9, 12].flatMap((zeros) =>
    COUNTS.map((count) => partOf(format.formatToParts(count * 10 ** zeros), 'compact')),
  )
}

const partOf = (parts: readonly Intl.NumberFormatPart[], type: string): string =>
  parts.find((part) => part.type === type)?.value.trim() ?? ''
