// Who said and showed something on launch day, each with all of it: an author, or the name under which it was posted.
import type { Moment } from '../../model/launch.ts'
import { asciiSlug } from '../language/ascii-slug.ts'

export interface DayPerson<One extends Pick<Moment, 'author' | 'handle'> = Moment> {
  readonly name: string
  /** Names under which this person posted, other than `name`. */
  readonly handles: readonly string[]
  /** What their address ends in. */
  readonly slug: string
  /** By time. */
  readonly moments: readonly One[]
}

/** In the order in which they first say something. Moments of nobody are nobody's. */
export function peopleOf<One extends Pick<Moment, 'author' | 'handle'>>(
  moments: readonly One[],
): DayPerson<One>[] {
  const authors = new Map(
    moments.flatMap(({ author, handle }) => (author && handle ? [[handle, author]] : [])),
  )
  const own = new Map<string, One[]>()
  for (const moment of moments) {
    const name = moment.author || authors.get(moment.handle) || moment.handle
    if (own.has(name)) own.get(name)?.push(moment)
    else if (name) own.set(name, [moment])
  }
  const slugs = new Set<string>()
  return [...own].map(([name, theirs]) => ({
    name,
    handles: [...new Set(theirs.map(({ handle }) => handle))].filter((one) => one !== '' && one !== name),
    slug: freeSlug(asciiSlug(name) || 'person', slugs),
    moments: theirs,
  }))
}

/** Two people whose names differ only in what no address can hold. */
function freeSlug(wanted: string, taken: Set<string>): string {
  let slug = wanted
  for (let number = 2; taken.has(slug); number += 1) slug = `${wanted}-${number}`
  taken.add(slug)
  return slug
}
