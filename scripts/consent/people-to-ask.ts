// Who has to be asked before what they said, took or are seen in may be shown.
import type { LaunchPerson, Moment, Withheld } from '../model/launch.ts'

export interface WaitingMoment extends Omit<Withheld, 'stood' | 'isTold'> {
  readonly moment: Moment
}

export interface PersonAsked {
  /** Or a handle, where nothing else is known. */
  readonly name: string
  readonly handles: readonly string[]
  /** How to reach them; '' where launch/people.yaml does not say. */
  readonly contact: string
  readonly isAsked: boolean
  /** ISO date, or ''. */
  readonly since: string
  readonly moments: readonly WaitingMoment[]
}

/** By name. Who has refused or withdrawn is not asked again, and nobody can ask where no name is known. */
export function peopleToAsk(
  waiting: readonly WaitingMoment[],
  people: readonly (LaunchPerson & { readonly contact: string })[],
): PersonAsked[] {
  const open = waiting.filter(
    ({ person, state }) => person !== '' && state !== 'refused' && state !== 'withdrawn',
  )
  const byPerson = new Map<string, WaitingMoment[]>()
  for (const one of open) byPerson.set(one.person, [...(byPerson.get(one.person) ?? []), one])
  return [...byPerson]
    .map(([name, moments]) => {
      const known = people.find((person) => person.name === name)
      const isAsked = known?.consent.state === 'asked' || moments.every(({ state }) => state === 'asked')
      return {
        name,
        isAsked,
        moments,
        contact: known?.contact ?? '',
        since: known?.consent.when ?? '',
        handles: known?.handles.map((one) => `@${one.name}`) ?? handlesIn(moments),
      }
    })
    .sort((one, other) => one.name.localeCompare(other.name))
}

/** Under which their posts stand; not those of others in whose pictures they are seen. */
const handlesIn = (moments: readonly WaitingMoment[]): string[] => [
  ...new Set(
    moments.flatMap(({ person, moment: { author, handle } }) =>
      handle !== '' && (author === person || handle === person) ? [handle] : [],
    ),
  ),
]
