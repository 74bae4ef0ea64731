// launch/people.yaml: each person whose words or face are of the day, once, and whether they agree to be shown.
import { z } from 'zod'
import { isDay } from '../../ground/time/is-day.ts'
import { checkedYaml, nearest } from '../../ground/yaml/checked-yaml.ts'
import type { Finding } from '../../model/finding.ts'
import type { LaunchPerson } from '../../model/launch.ts'
import { finding } from '../../rules/finding.ts'
import { bareHandle } from './persons.ts'

export const PEOPLE_FILE = 'launch/people.yaml'

const words = z.string({ error: () => 'must be text' }).transform((text) => text.replace(/\s+/g, ' ').trim())
const some = words.refine((text) => text !== '', { error: 'is empty' }).meta({ pattern: '\\S' })

export const PERSON_STATES = ['asked', 'given', 'refused', 'withdrawn'] as const

const handle = z.union([
  some,
  z.strictObject({
    name: some.describe('As posted: @ann'),
    service: some.describe('Where: twitter, mastodon, bluesky …'),
  }),
])

export const PERSON = z.strictObject({
  name: some.describe('The name by which moments call them'),
  handles: z.array(handle).optional().describe('The names under which they posted: @ann'),
  consent: z
    .enum(PERSON_STATES)
    .optional()
    .describe('asked, given, refused or withdrawn; left out while nobody has asked'),
  when: words
    .refine(isDay, { error: 'must be a day such as `2013-07-26`' })
    .meta({ type: 'string', pattern: '^\\s*\\d{4}-\\d\\d-\\d\\d\\s*$' })
    .optional()
    .describe('The day on which they were asked, or said so'),
  how: words.optional().describe('How they said it: by e-mail, on the day'),
  contact: words.optional().describe('How to reach them; shown in no edition, no report and no finding'),
})
export const PEOPLE = z.array(PERSON)
type Given = z.output<typeof PERSON>

/** A person as the file has them, and how to reach them: for the list of people to ask alone. */
export interface PersonToAsk extends LaunchPerson {
  readonly contact: string
}

export function readPeopleFile(text: string): { people: readonly PersonToAsk[]; findings: Finding[] } {
  const read = checkedYaml<Given[]>({
    text,
    file: PEOPLE_FILE,
    firstLine: 1,
    schema: PEOPLE,
    kind: 'publication',
    words: ['name', 'how'],
  })
  const people = (read.value ?? []).map((given, index) => personOf(given, read.lines[index] ?? 1))
  return { people, findings: [...read.findings, ...onceEach(people)] }
}

const personOf = (given: Given, line: number): PersonToAsk => ({
  name: given.name,
  handles: (given.handles ?? []).map((one) =>
    typeof one === 'string'
      ? { name: bareHandle(one), service: '' }
      : { name: bareHandle(one.name), service: one.service.toLowerCase() },
  ),
  consent: { state: given.consent ?? 'unknown', when: given.when ?? '', how: given.how ?? '' },
  contact: given.contact ?? '',
  line,
})

/** Two answers of one person would be one too many. */
function onceEach(people: readonly LaunchPerson[]): Finding[] {
  const seen = new Map<string, number>()
  return people.flatMap(({ name, handles, line }) => {
    const keys = [name.toLowerCase(), ...handles.map((one) => `@${one.name} ${one.service}`)]
    const other = keys.map((key) => seen.get(key)).find((known) => known !== undefined)
    for (const key of keys) if (!seen.has(key)) seen.set(key, line)
    return other === undefined || other === line
      ? []
      : [finding('person-is-named-once', { file: PEOPLE_FILE, line }, { other })]
  })
}

/** Without how to reach them: nothing behind this point can show it. */
export const withoutContact = ({ name, handles, consent, line }: PersonToAsk): LaunchPerson => ({
  name,
  handles,
  consent,
  line,
})

export const suggestionFor = (name: string, people: readonly LaunchPerson[]): string | undefined =>
  nearest(
    name,
    people.map((one) => one.name),
  )
