// A date as people write it → `2013-07-26`, where it can mean one day and no other.

/** Languages whose months are known beside that of the publication: dates are often left as a tool made them. */
const ALWAYS = ['en', 'de', 'fr', 'es']

/** Undefined where the words name no day, or could name two: 3/4/2013 is in March here and in April there. */
export function dayInWords(text: string, language: string): string | undefined {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/^(?:\p{L}+\.?,\s+)?/u, '') // Friday,
    .replace(/[,\s]+(?:\d{1,2}:\d{2}.*)$/, '')
    .replace(/(?<=\d)(?:st|nd|rd|th|er)\b|(?<=\d)[.ºª](?=\s)/g, '')
    .replace(/\s+(?:de|of|del)\s+/g, ' ')
    .replace(/\s*,\s*/g, ' ')
  const [, year, month, day] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t\s].*)?$/.exec(plain) ?? []
  if (year && month && day) return dayOf(year, month, day)
  const [, first, second, last] = /^(\d{1,2})[-/.]\s?(\d{1,2})[-/.]\s?(\d{4})$/.exec(plain) ?? []
  if (first && second && last) return dayOfTwo(first, second, last, plain.includes('.'))
  return dayOfMonthName(plain, language)
}

function dayOfMonthName(plain: string, language: string): string | undefined {
  const before = /^(\d{1,2})[-\s]+(\p{L}+)\.?[-\s]+(\d{4})$/u.exec(plain)
  if (before) return dayOf(before[3], monthNamed(before[2] ?? '', language), before[1])
  const behind = /^(\p{L}+)\.?\s+(\d{1,2})\s+(\d{4})$/u.exec(plain)
  if (behind) return dayOf(behind[3], monthNamed(behind[1] ?? '', language), behind[2])
  const first = /^(\d{4})\s+(\p{L}+)\.?\s+(\d{1,2})$/u.exec(plain)
  return first ? dayOf(first[1], monthNamed(first[2] ?? '', language), first[3]) : undefined
}

/** With stops the day stands first everywhere; with strokes and hyphens only numbers that no month has tell. */
function dayOfTwo(first: string, second: string, year: string, hasStops: boolean): string | undefined {
  if (hasStops || Number(first) > 12 || first === second) return dayOf(year, second, first)
  return Number(second) > 12 ? dayOf(year, first, second) : undefined
}

function monthNamed(name: string, language: string): string | undefined {
  for (const tag of [language, ...ALWAYS])
    for (let month = 1; month <= 12; month += 1)
      if (namesOf(month, tag).includes(name) || (month === 9 && name === 'sept')) return String(month)
  return undefined
}

/** Alone and within a date: 26 lipca, lipiec. */
function namesOf(month: number, language: string): string[] {
  const date = new Date(Date.UTC(2013, month - 1, 26))
  const written = (options: Intl.DateTimeFormatOptions): string[] =>
    new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' })
      .formatToParts(date)
      .filter(({ type }) => type === 'month')
      .map(({ value }) => value.toLowerCase().replace(/\.$/, ''))
  return (['long', 'short'] as const).flatMap((form) => [
    ...written({ month: form }),
    ...written({ day: 'numeric', month: form, year: 'numeric' }),
  ])
}

/** 30 February is no day. */
function dayOf(year: string | undefined, month: string | undefined, day: string | undefined) {
  if (year === undefined || month === undefined || day === undefined) return undefined
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const parsed = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text) ? text : undefined
}
