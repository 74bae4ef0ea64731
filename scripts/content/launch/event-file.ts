// launch/event.yaml: what the launch was, when and where, who spoke, and where its pictures and films were kept.
import { z } from 'zod'
import { dayInWords } from '../../ground/time/day-in-words.ts'
import { isDay } from '../../ground/time/is-day.ts'
import { isTimeZone } from '../../ground/time/zoned-time.ts'
import { checkedYaml, nearest } from '../../ground/yaml/checked-yaml.ts'
import type { Finding } from '../../model/finding.ts'
import type { LaunchEvent, LaunchSession } from '../../model/launch.ts'
import { finding } from '../../rules/finding.ts'

export const EVENT_FILE = 'launch/event.yaml'

export interface EventFile {
  readonly event: LaunchEvent
  readonly sessions: readonly LaunchSession[]
}

const words = z.string().transform(oneLine)
const some = words.refine((text) => text !== '', { error: 'is empty' }).meta({ pattern: '\\S' })
const address = some
  .refine((text) => /^https?:\/\/\S+$/i.test(text), {
    error: 'must be a web address that begins with https://',
  })
  .meta({ type: 'string', pattern: '^\\s*[Hh][Tt][Tt][Pp][Ss]?://\\S+\\s*$' })
const hour = some
  .refine((text) => /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text), {
    error: 'must be an hour such as `09:30`',
  })
  .meta({ type: 'string', pattern: '^\\s*([01]\\d|2[0-3]):[0-5]\\d\\s*$' })
const date = some
  .refine(isDay, { error: 'must be a day such as `2013-07-26`' })
  .meta({ type: 'string', pattern: '^\\s*\\d{4}-\\d\\d-\\d\\d\\s*$' })
const session = z.strictObject({
  id: some
    .refine((text) => /^[a-z\d]+(?:-[a-z\d]+)*$/.test(text), {
      error: 'must be small letters, digits and hyphens',
    })
    .meta({ pattern: '^\\s*[a-z\\d]+(-[a-z\\d]+)*\\s*$' })
    .describe('A name of small letters, digits and hyphens, by which moments name it'),
  title: some.describe('What this part of the programme is called'),
  starts: hour.optional().describe("On the clock of the place, in quotation marks: '09:30'"),
  ends: hour.optional().describe("On the clock of the place, in quotation marks: '10:15'"),
  when: some.optional().describe('In words, where no hour is known: Afternoon'),
  speakers: z
    .array(
      z.strictObject({
        name: some.describe('First and last name'),
        role: words.optional().describe('Their post'),
      }),
    )
    .optional()
    .describe('Who spoke'),
  note: words.optional().describe('What it was about'),
  about: some.optional().describe('The chapter or case study that it was about: chapters/01-beginning.md'),
  source: address.optional().describe('Where this can be looked up'),
})
export const EVENT = z.strictObject({
  name: some.describe('What was launched'),
  date: date.describe('The day, such as 2013-07-26'),
  timeZone: some
    .refine(isTimeZone, { error: 'must be a time zone such as `Europe/London`' })
    .describe('Where its clocks stood: Europe/London'),
  begins: hour.optional().describe("On the clock of the place, in quotation marks: '09:30'"),
  ends: hour.optional().describe("On the clock of the place, in quotation marks: '16:00'"),
  place: words.optional().describe('Where it was'),
  note: words.optional().describe('What is to be said of the programme'),
  programme: z.array(session).optional().describe('The sessions, in order'),
  kept: z
    .array(
      z.strictObject({
        what: some.describe('Photographs, posts, films'),
        where: some.describe('On which website, or in which archive'),
        url: address.optional().describe('Its web address'),
        note: words.optional().describe('What is to be said of it'),
        source: address.optional().describe('Where this can be looked up'),
      }),
    )
    .optional()
    .describe('Where photographs, posts and films were kept'),
  sources: z
    .array(
      z.strictObject({
        title: some.describe('The name of the page or document'),
        url: address.optional().describe('Its web address, beginning with https://'),
      }),
    )
    .optional()
    .describe('Where this can be looked up'),
})
type Given = z.output<typeof EVENT>

/** `files` are those of the book, of which a session may name one. */
export function readEventFile(
  text: string,
  files: readonly string[],
  language: string,
): { value?: EventFile; findings: Finding[] } {
  const read = checkedYaml<Given>({
    text,
    file: EVENT_FILE,
    firstLine: 1,
    schema: EVENT,
    kind: 'publication',
    words: ['name', 'place', 'note', 'title', 'when', 'role', 'what', 'where'],
  })
  const findings = [...read.findings]
  if (!read.value) return { findings }
  const lines = linesOfIds(text)
  const sessions = (read.value.programme ?? []).map((one, index) => filledIn(one, lines[index] ?? 1))
  findings.push(...idsAreUnique(sessions), ...filesAreThere(sessions, files))
  return { value: { event: eventOf(read.value, language), sessions }, findings }
}

const filledIn = (given: NonNullable<Given['programme']>[number], line: number): LaunchSession => ({
  id: given.id,
  title: given.title,
  starts: given.starts ?? '',
  ends: given.ends ?? '',
  when: given.when ?? '',
  speakers: (given.speakers ?? []).map(({ name, role = '' }) => ({ name, role })),
  note: given.note ?? '',
  about: given.about ?? '',
  source: given.source ?? '',
  line,
})

/** In order: a session without an id never comes here. */
const linesOfIds = (text: string): number[] =>
  text.split('\n').flatMap((line, index) => (/^\s*(?:-\s+)?(?:\{\s*)?id:/.test(line) ? [index + 1] : []))

function eventOf(given: Given, language: string): LaunchEvent {
  return {
    name: given.name,
    date: given.date,
    dateInWords: dayInWords(given.date, language),
    timeZone: given.timeZone,
    begins: given.begins ?? '',
    ends: given.ends ?? '',
    place: given.place ?? '',
    note: given.note ?? '',
    kept: (given.kept ?? []).map(({ url = '', note = '', source = '', ...rest }) => ({
      ...rest,
      url,
      note,
      source,
    })),
    sources: (given.sources ?? []).map(({ title, url = '' }) => ({ title, url })),
  }
}

function idsAreUnique(sessions: readonly LaunchSession[]): Finding[] {
  const second = sessions.filter(({ id }, index) => sessions.findIndex((one) => one.id === id) < index)
  return second.map(({ id, line }) =>
    finding('publication-is-complete', { file: EVENT_FILE, line }, { problem: 'sessions-of-one-id', id }),
  )
}

function filesAreThere(sessions: readonly LaunchSession[], files: readonly string[]): Finding[] {
  return sessions.flatMap(({ about, line }) => {
    if (about === '' || files.includes(about)) return []
    const suggestion = nearest(about, files)
    const facts = { problem: 'session-about-nothing', about, suggestion } as const
    return [finding('publication-is-complete', { file: EVENT_FILE, line }, facts)]
  })
}

/** Folded and literal blocks of YAML are one paragraph. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
