// Whom a value names, as the many tools have it: `Ann Lee and Bob Ray`, a list of names, or groups of name, role and
// more.

export interface Named {
  readonly name: string
  readonly role: string
}

/** `[Ann, { name: Bob, affiliation: Town }]`; undefined where somebody has no name. */
export function peopleIn(value: unknown): Named[] | undefined {
  const people = [value].flat().flatMap((one): (Named | undefined)[] => {
    if (typeof one === 'string') return namesIn(one).map((name) => ({ name, role: '' }))
    const { name, role, affiliation } = (one ?? {}) as Record<string, unknown>
    const full = nameOf(name)
    return [full ? { name: full, role: inLine(role) ?? inLine(affiliation) ?? '' } : undefined]
  })
  const named = people.filter((one) => one !== undefined)
  return named.length > 0 && named.length === people.length ? named : undefined
}

const inLine = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.replace(/\s+/g, ' ').trim() : undefined

function nameOf(name: unknown): string | undefined {
  if (typeof name !== 'object' || name === null) return inLine(name)
  const { given = '', family = '' } = name as Record<string, unknown>
  return inLine(`${String(given)} ${String(family)}`)
}

/** `Ann Lee and Bob Ray <bob@example.org>` are two. A comma may part a name from a post, and parts nothing. */
const namesIn = (words: string): string[] =>
  words
    .split(/(?<!\s)(?:\s*(?:;|,\s+and\s)|\s+(?:and|&)\s)\s*/)
    .map((part) => part.replace(/(?<!\s)\s*<[^<>]*>\s*$/, '').trim())
    .filter((part) => part !== '')

/** Of `{ name: Ann, email: …, orcid: … }` what no page shows. */
export function unshownOf(value: unknown): string[] {
  const groups = [value].flat().filter((one) => typeof one === 'object' && one !== null)
  const keys = groups.flatMap((group) => {
    const { name: _, role, affiliation, ...rest } = group as Record<string, unknown>
    return [...Object.keys(rest), ...(role !== undefined && affiliation !== undefined ? ['affiliation'] : [])]
  })
  return [...new Set(keys)]
}
