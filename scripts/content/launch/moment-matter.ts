// What stands at the top of a moment: when, what, who, from where, and whether the person agrees.
import { readTime } from '../../ground/time/zoned-time.ts'
import { type CheckedYaml, checkedReading, nearest } from '../../ground/yaml/checked-yaml.ts'
import type { YamlReading } from '../../ground/yaml/read-yaml.ts'
import { tellOfForeignKeys } from '../../ground/yaml/unknown-keys.ts'
import type { Finding } from '../../model/finding.ts'
import type { Moment } from '../../model/launch.ts'
import { finding } from '../../rules/finding.ts'
import { ALL_CONSENTS, readConsent } from '../consent.ts'
import { type GivenMoment, momentSchema, picturesGiven, readMomentFields } from '../fields/of-moments.ts'
import type { EventFile } from './event-file.ts'

export const MOMENT = momentSchema
type Given = GivenMoment & Readonly<Record<string, unknown>>

export type MomentMatter = Omit<Moment, 'name' | 'file' | 'body' | 'said' | 'text'>

/** Of other tools, as they were typed. */
const foreignKeys = ({ foreign, lines }: Pick<CheckedYaml<Given>, 'foreign' | 'lines'>) =>
  Object.entries(lines).flatMap(([name, line]) =>
    Object.hasOwn(foreign, name.toLowerCase()) ? [{ name, line }] : [],
  )

/** Without a value the moment cannot be shown, and a finding says why. */
export function readMomentMatter(
  reading: YamlReading,
  file: string,
  { event, sessions }: EventFile,
): { value?: MomentMatter; findings: Finding[] } {
  const read = checkedReading<Given>(reading, { schema: MOMENT, kind: 'front-matter' })
  const findings = [...read.findings, ...tellOfForeignKeys(foreignKeys(read), file)]
  if (!read.value) return { findings }
  const given = read.value
  const place = (key: string) => ({ file, line: read.lines[key] ?? 1 })
  const time = readTime(given.time ?? '', event.timeZone)
  if (!time) findings.push(finding('moment-has-time', place('time'), { time: given.time }))
  const ids = sessions.map(({ id }) => id)
  if (given.session && !ids.includes(given.session)) {
    const facts = { session: given.session, suggestion: nearest(given.session, ids) }
    findings.push(finding('moment-session-is-known', place('session'), facts))
  }
  for (const { file: picture, alt, line } of picturesGiven({ given, lineOf: read.lineOf })) {
    if (!alt) findings.push(finding('image-has-alt', { file, line }, { picture, isOfMoment: true }))
  }
  const consent = readConsent(given.consent, ALL_CONSENTS)
  findings.push(...consentFaults(given, consent, place('consent')))
  if (!time) return { findings }
  const session = ids.find((id) => id === given.session) ?? '' // One that is not there is none.
  const fields = readMomentFields({ file, given, lineOf: read.lineOf }) as MomentMatter
  return { value: filledIn({ ...fields, session, lines: read.lines }, { time, consent }), findings }
}

/** Whether what it says lets it be shown is settled with what all people say, in `settle-consent.ts`. */
function consentFaults(
  { consent: typed }: Given,
  consent: Moment['consent'] | undefined,
  place: { file: string; line: number },
): Finding[] {
  if (!typed || consent) return []
  const suggestion = nearest(typed.split(/[\s,:;(]/)[0] ?? '', ALL_CONSENTS)
  return [finding('front-matter-value-fits', place, { problem: 'no-word-of-consent', suggestion })]
}

function filledIn(
  fields: MomentMatter,
  {
    time,
    consent,
  }: { time: NonNullable<ReturnType<typeof readTime>>; consent: Moment['consent'] | undefined },
): MomentMatter {
  const { instant, day, clock, iso } = time
  return { ...fields, instant, day, clock, time: iso, consent: consent ?? { state: 'unknown', note: '' } }
}
