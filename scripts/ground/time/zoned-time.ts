// Times as people write them: with an offset, or as the clock on the wall of a place showed them.

/** `clock` is '' when only the day is known; `instant` is then the day's beginning. */
export interface ZonedTime {
  /** Milliseconds since 1970. */
  readonly instant: number
  readonly day: string
  readonly clock: string
  /** ISO, with the offset of the zone at that time; only the day when no more is known. */
  readonly iso: string
}

const WRITTEN =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?[ ]?(Z|[+-]\d\d:?\d\d)?)?$/
const MINUTE = 60_000

/** `2013-07-26T10:32:00+01:00`, `2013-07-26 10:32` on the clock of `zone`, or `2013-07-26`; undefined for anything else. */
export function readTime(text: string, zone: string): ZonedTime | undefined {
  const parts = WRITTEN.exec(text.trim())
  if (!parts) return undefined
  const [, year, month, day, hour, minute, second = '0', offset] = parts
  const numbers = [year, month, day, hour ?? 0, minute ?? 0, second].map(Number)
  const wall = wallTime(numbers)
  if (wall === undefined) return undefined
  const instant = offset ? wall - minutesOf(offset) * MINUTE : instantAt(wall, zone)
  if (hour === undefined) {
    const date = text.trim()
    return { instant, day: date, clock: '', iso: date }
  }
  return zonedTime(instant, zone)
}

/** The same moment on the clock of a place. */
export function zonedTime(instant: number, zone: string): ZonedTime {
  const offset = offsetAt(instant, zone)
  const local = new Date(instant + offset * MINUTE).toISOString()
  const iso = `${local.slice(0, 19)}${offsetText(offset)}`
  return { instant, day: local.slice(0, 10), clock: local.slice(11, 16), iso }
}

export function isTimeZone(zone: string): boolean {
  try {
    formatOf(zone)
    return true
  } catch {
    return false
  }
}

/** A day that no calendar has, 30 February, is not rolled over into March. */
function wallTime(numbers: readonly number[]): number | undefined {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = numbers
  const time = Date.UTC(year, month - 1, day, hour, minute, second)
  const date = new Date(time)
  const isReal =
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day &&
    date.getUTCHours() === hour &&
    minute < 60
  return isReal && second < 61 ? time : undefined
}

const minutesOf = (offset: string): number => {
  if (offset === 'Z') return 0
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(-2))
  return offset.startsWith('-') ? -minutes : minutes
}

const offsetText = (minutes: number): string => {
  const size = Math.abs(minutes)
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
}

/** Tried twice: near a change of the clocks the first offset is that of the wrong side. */
function instantAt(wall: number, zone: string): number {
  const first = wall - offsetAt(wall, zone) * MINUTE
  return wall - offsetAt(first, zone) * MINUTE
}

/** Minutes east of Greenwich. */
function offsetAt(instant: number, zone: string): number {
  const whole = Math.floor(instant / 1000) * 1000
  const parts = Object.fromEntries(
    formatOf(zone)
      .formatToParts(whole)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  return Math.round((Date.UTC(year, month - 1, day, hour, minute, second) - whole) / MINUTE)
}

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone: zone, calendar: 'iso8601', hourCycle: 'h23' },
    ...{
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    },
  })
  formats.set(zone, format)
  return format
}
