// Who is meant by a name or a handle.
import type { LaunchPerson, Moment } from '../../model/launch.ts'

/** ` @Ann ` → `ann`. */
export const bareHandle = (handle: string): string => handle.trim().replace(/^@/, '').toLowerCase()

const sameForm = (name: string): string => name.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase()

/** The person of exactly this name. */
export const personNamed = (name: string, people: readonly LaunchPerson[]): LaunchPerson | undefined =>
  name === '' ? undefined : people.find((one) => sameForm(one.name) === sameForm(name))

/** Whoever wrote or took a moment. A handle of another service is another person's. */
export function authorOf(
  { author, handle, imported }: Pick<Moment, 'author' | 'handle' | 'imported'>,
  people: readonly LaunchPerson[],
): LaunchPerson | undefined {
  const named = personNamed(author, people)
  if (named || handle === '') return named
  const service = imported?.service.toLowerCase() ?? ''
  const isOf = (one: string): boolean => one === '' || service === '' || service.includes(one)
  return people.find(({ handles }) =>
    handles.some((one) => one.name === bareHandle(handle) && isOf(one.service)),
  )
}

/**
 * Whether words name a person: the whole name, or a handle behind its `@`. A name of one word counts as it is spelt
 * alone: `will` is not Will.
 */
export function isNamedIn(text: string, { name, handles }: Pick<LaunchPerson, 'name' | 'handles'>): boolean {
  if (text === '') return false
  const given = text.normalize('NFC')
  const spelt = name.normalize('NFC')
  const flags = /\s/.test(spelt) ? 'iu' : 'u'
  if (wordsAlone(spelt, flags).test(given)) return true
  return handles.some((one) => new RegExp(`@${escaped(one.name)}(?![\\p{L}\\p{N}_])`, 'iu').test(given))
}

const wordsAlone = (words: string, flags: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])${words.split(/\s+/).map(escaped).join('\\s+')}(?![\\p{L}\\p{N}])`, flags)

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
