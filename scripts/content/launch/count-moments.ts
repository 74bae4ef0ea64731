// The moments of launch day, counted for charts: in each hour, of each kind, in each part of the programme, on each
// day.
import { withoutMarks } from '../../ground/language/foreign-words.ts'
import { dayInWords } from '../../ground/time/day-in-words.ts'
import type { ChartRow } from '../../model/data.ts'
import type { Launch, Moment, MomentKind } from '../../model/launch.ts'
import type { WordKey, Words } from '../../model/words.ts'

/** What `:::chart{moments=…}` can be. */
export const MOMENT_COUNTS = ['by-hour', 'by-day', 'by-kind', 'by-session'] as const
export type MomentCounts = Readonly<Record<(typeof MOMENT_COUNTS)[number], readonly ChartRow[]>>

export function countMoments({ moments, sessions }: Launch, words: Words, language: string): MomentCounts {
  const days = [...new Set(moments.map(({ day }) => day))]
  const ofDay = (day: string): Moment[] => moments.filter((moment) => moment.day === day)
  return {
    'by-hour': hoursOf(days.map(ofDay), words, language),
    'by-day': days.map((day) => row(dayInWords(day, language), ofDay(day).length)),
    'by-kind': KINDS.flatMap(([kind, word]) => {
      const count = moments.filter((moment) => moment.kind === kind).length
      return count > 0 ? [row(withoutMarks(words[word]), count)] : []
    }),
    'by-session': sessions.map(({ id, title }) =>
      row(title, moments.filter(({ session }) => session === id).length),
    ),
  }
}

const KINDS: readonly (readonly [MomentKind, WordKey])[] = [
  ['post', 'momentPost'],
  ['photograph', 'momentPhotograph'],
  ['talk', 'momentTalk'],
  ['video', 'momentVideo'],
  ['note', 'momentNote'],
]

const row = (label: string, count: number): ChartRow => ({ label, note: '', count, percent: '' })

/** From the first hour of a day to its last, those between in which nothing happened too. */
function hoursOf(days: readonly (readonly Moment[])[], words: Words, language: string): ChartRow[] {
  const dayOf = (moments: readonly Moment[]): string =>
    days.length > 1 ? `, ${dayInWords(moments[0]?.day ?? '', language)}` : ''
  return days.flatMap((moments) => {
    const hours = moments.flatMap(({ clock }) => (clock ? [Number(clock.slice(0, 2))] : []))
    const first = Math.min(...hours)
    const length = hours.length > 0 ? Math.max(...hours) - first + 1 : 0
    const unknown = moments.length - hours.length
    return [
      ...(unknown > 0 ? [row(`${withoutMarks(words.timeNotKnown)}${dayOf(moments)}`, unknown)] : []),
      ...Array.from({ length }, (_, index) => {
        const hour = first + index
        const label = `${String(hour).padStart(2, '0')}:00${dayOf(moments)}`
        return row(label, hours.filter((one) => one === hour).length)
      }),
    ]
  })
}
