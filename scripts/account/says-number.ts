// Whether a text, as it is printed, says the number that a cell of a workbook holds, to the last digit that it shows.
import type { RawCell } from './raw-cells.ts'

export function saysCell(text: string, { number, serial = 0 }: RawCell): boolean {
  return number !== undefined && (saysNumber(text, number) || saysMoment(text, serial))
}

/** The last sign between its digits may part decimals or thousands. */
function saysNumber(text: string, number: number): boolean {
  const first = text.search(/\d/)
  const digits = /\d(?:[\d.,’' \u00a0\u202f٫٬]*\d)?/.exec(text)?.[0]
  if (digits === undefined) return false
  const isBelow = /[-−–‒(]/.test(text.slice(0, first))
  const power = Number(/[eE]([+-]?\d+)/.exec(text)?.[1] ?? 0)
  const whole = Number(digits.replace(/\D/g, ''))
  const decimals = /[.,٫](\d+)$/.exec(digits)?.[1]?.length ?? 0
  return [0, decimals].some((places) =>
    (text.includes('%') ? [0, 2] : [0]).some((percent) => {
      const said = ((isBelow ? -1 : 1) * whole) / 10 ** places
      const step = 10 ** (power - places)
      return Math.abs(said * 10 ** power - number * 10 ** percent) <= 0.5000001 * step
    }),
  )
}

const DAY = 86_400_000
const DAY_ZERO = Date.UTC(1899, 11, 30)

/** Of a day or an hour, each group of digits is a part; one word may be the name of a month. */
function saysMoment(text: string, serial: number): boolean {
  if (serial < 0 || serial > 2_958_466) return false
  const isOfDay = /\p{L}|[/:.-]/u.test(text)
  const groups = text.match(/\d+/g) ?? []
  if (groups.length === 0)
    return serial > 20_000 && Number.isInteger(serial) && /^\p{L}{3,12}\.?$/u.test(text)
  if (!isOfDay) return false
  // Excel counts a 29 February 1900 that never was.
  const at = new Date(DAY_ZERO + Math.round((serial < 60 ? serial + 1 : serial) * DAY))
  const [year, hour] = [at.getUTCFullYear(), at.getUTCHours()]
  const parts = [year, year % 100, at.getUTCMonth() + 1, at.getUTCDate(), hour, hour % 12 || 12]
  const all = [...parts, at.getUTCMinutes(), at.getUTCSeconds(), Math.floor(serial * 24)]
  return groups.every((group) => all.includes(Number(group)))
}
