// Which moments of launch day a block shows: those that are chosen, or those that it names.
import { z } from 'zod'
import { nearest } from '../../ground/yaml/checked-yaml.ts'
import type { Launch, Moment } from '../../model/launch.ts'
import type { Lack } from '../markdown/attributes.ts'
import { type AttributeSchema, described, flag, value } from './attribute.ts'
import type { Given } from './directive.ts'

const TIME = /^(\d{4}-\d\d-\d\d)?[ T]?([01]\d:[0-5]\d|2[0-3]:[0-5]\d)?$/

const time = (description: string): AttributeSchema =>
  described(z.string().regex(/\d/).regex(TIME).optional(), {
    description,
    fault: 'a time that cannot be read',
    mend: 'Write an hour of the day (10:30), a day (2013-07-26), or both with a blank between.',
  })

export const MOMENT_CHOICE = {
  from: time('those from then on: an hour of the day (`10:30`), a day (`2013-07-26`), or both'),
  to: time('those up to then: a minute and a day are meant to their ends'),
  session: value('those of the part of the programme with this `id` in launch/event.yaml'),
  names: value(
    'these and no others, by the names of their files without `.md`, with commas between; they are shown in this order, chosen or not',
  ),
}
/** Behind `:::moments` alone. */
export const TOLD = {
  story: flag(
    'all that launch/story.yaml tells, chosen or not, in its order, with its titles and the lines between',
  ),
}
export type GivenChoice = Given<typeof MOMENT_CHOICE>

/** In the order of the day, or in that of the names. */
export function chosenMoments({ event, moments }: Launch, given: GivenChoice): Moment[] {
  const names = namesOf(given)
  const asked = names
    ? names.flatMap((name) => moments.find((moment) => moment.name === name) ?? [])
    : moments
  return asked.filter((moment) => isAskedFor(moment, given, event.date))
}

/** `day`: of the event. */
export function isAskedFor(moment: Moment, given: GivenChoice, day: string): boolean {
  const names = namesOf(given)
  return (
    (names ? names.includes(moment.name) : moment.chosen) &&
    (!given.session || moment.session === given.session) &&
    (!given.from || startOf(moment, given.from, day) >= 0) &&
    (!given.to || startOf(moment, given.to, day) <= 0)
  )
}

/** What it asks for that is not there. A day of which nothing is chosen shows nothing, and needs no word about it. */
export function choiceFaults(launch: Launch, given: GivenChoice): Lack[] {
  const ids = launch.sessions.map(({ id }) => id)
  const { session = '' } = given
  if (session !== '' && !ids.includes(session))
    return [{ problem: 'no-such-session', session, suggestion: nearest(session, ids) }]
  const faults = (namesOf(given) ?? []).flatMap((name) => momentFault(launch, name) ?? [])
  const isAsked = Object.keys(MOMENT_CHOICE).some((key) => given[key as keyof GivenChoice])
  if (faults.length > 0 || !isAsked || chosenMoments(launch, given).length > 0) return faults
  return [{ problem: 'no-moments' }]
}

/** One that may not be shown is told of where it is written. */
export function momentFault({ moments, withheld }: Launch, moment: string): Lack | undefined {
  const names = [...moments, ...withheld].map(({ name }) => name)
  return names.includes(moment)
    ? undefined
    : { problem: 'no-such-moment', moment, suggestion: nearest(moment, names) }
}

const namesOf = ({ names }: GivenChoice): string[] | undefined => {
  const all = (names ?? '').split(',').map((name) => name.trim().replace(/\.md$/i, ''))
  const known = all.filter((name) => name !== '')
  return known.length > 0 ? known : undefined
}

/**
 * Below 0 for a moment before the given time, 0 within that day or minute, above 0 after it. One of which no hour is
 * known lies before every hour of its day.
 */
function startOf({ day, clock }: Moment, time: string, eventDay: string): number {
  const [, givenDay = eventDay, givenClock] = TIME.exec(time) ?? []
  const [own, other] = givenClock ? [`${day} ${clock}`, `${givenDay} ${givenClock}`] : [day, givenDay]
  return own < other ? -1 : Number(own > other)
}
