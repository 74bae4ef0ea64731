// Times as people write them: with an offset, or as the clock on the wall of a place showed them.
import { Temporal } from 'temporal-polyfill'

/** `clock` is '' when only the day is known; `instant` is then the day's beginning. */
export interface ZonedTime {
  /** Milliseconds since 1970. */
  readonly instant: number
  readonly day: string
  readonly clock: string
  /** ISO, with the offset of the zone at that time; only the day when no more is known. */
  readonly iso: string
}

const WRITTEN = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)[ ]?(Z|[+-]\d\d:?\d\d)?)?$/

/**
 * `2013-07-26T10:32:00+01:00`, `2013-07-26 10:32` on the clock of `zone`, or `2013-07-26`; undefined for anything
 * else.
 */
export function readTime(text: string, zone: string): ZonedTime | undefined {
  const [, day, clock, offset] = WRITTEN.exec(text.trim()) ?? []
  if (day === undefined) return undefined
  try {
    if (clock === undefined) {
      // A day that no calendar has, 30 February, is not rolled over into March.
      const date = Temporal.PlainDate.from(day)
      return { instant: date.toZonedDateTime(zone).epochMilliseconds, day, clock: '', iso: day }
    }
    const instant = offset
      ? Temporal.Instant.from(`${day}T${clock}${offset}`)
      : Temporal.PlainDateTime.from(`${day}T${clock}`).toZonedDateTime(zone).toInstant()
    return zonedTime(instant.epochMilliseconds, zone)
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** The same moment on the clock of a place. */
export function zonedTime(instant: number, zone: string): ZonedTime {
  const there = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone)
  const iso = there.toString({ smallestUnit: 'second', timeZoneName: 'never' })
  const [day = '', clock = ''] = iso.split('T')
  return { instant, day, clock: clock.slice(0, 'hh:mm'.length), iso }
}

export function isTimeZone(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone)
    return true
  } catch {
    return false
  }
}
