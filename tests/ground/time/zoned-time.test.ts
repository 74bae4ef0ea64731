import { describe, expect, it } from 'vitest'
import { isTimeZone, readTime } from '../../../scripts/ground/time/zoned-time.ts'

describe('a time', () => {
  it.each([
    ['2013-07-26T10:32:00+01:00', 'Europe/London', '2013-07-26T10:32:00+01:00', '10:32'],
    ['2013-07-26T09:32:00.123Z', 'Europe/London', '2013-07-26T10:32:00+01:00', '10:32'],
    ['2013-07-26 10:32', 'Europe/London', '2013-07-26T10:32:00+01:00', '10:32'],
    ['2013-12-01 10:32', 'Europe/London', '2013-12-01T10:32:00+00:00', '10:32'],
    ['2013-07-26 23:30-0500', 'Asia/Kathmandu', '2013-07-27T10:15:00+05:45', '10:15'],
    ['2013-03-31 02:30', 'Europe/London', '2013-03-31T02:30:00+01:00', '02:30'],
    ['2013-07-26', 'Europe/London', '2013-07-26', ''],
  ])('%s in %s', (text, zone, iso, clock) => {
    expect(readTime(text, zone)).toMatchObject({ iso, clock })
  })

  it('of which only the day is known begins with that day there', () => {
    expect(readTime('2013-07-26', 'Europe/London')?.instant).toBe(Date.parse('2013-07-25T23:00Z'))
  })

  it.each([
    '',
    '26 July 2013',
    '2013-02-30',
    '2013-07-26 24:01',
    '2013-07-26T10:61',
    '2013-13-01 10:00',
    '10:32',
  ])('%s is none', (text) => expect(readTime(text, 'Europe/London')).toBeUndefined())

  it('knows which zones there are', () => {
    expect([isTimeZone('Europe/London'), isTimeZone('Europe/Dudley')]).toEqual([true, false])
  })
})
