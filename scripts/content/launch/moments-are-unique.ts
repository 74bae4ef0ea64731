// One address, one moment: on the site, where it was first said, and in the archive it came from.
import type { Finding } from '../../model/finding.ts'
import type { Moment } from '../../model/launch.ts'
import { finding } from '../../rules/finding.ts'

/** What two moments cannot share, by the name it has for an author. */
const KEYS: readonly (readonly [name: string, line: string, of: (moment: Moment) => string])[] = [
  ['address on the site', '', ({ name }) => name],
  ['original address', 'url', ({ url }) => url.replace(/\/$/, '')],
  ['origin', 'import', ({ imported }) => (imported ? `${imported.service} ${imported.id}` : '')],
]

export function momentsAreUnique(moments: readonly Moment[]): Finding[] {
  return KEYS.flatMap(([key, line, of]) => {
    const seen = new Map<string, Moment>()
    return moments.flatMap((moment) => {
      const actual = of(moment)
      const other = actual && seen.get(actual)
      if (actual && !other) seen.set(actual, moment)
      if (!other) return []
      const place = { file: moment.file, line: moment.lines[line] ?? 1 }
      const mend = key === 'address on the site' ? 'Give one of the files another name.' : undefined
      return [finding('moment-is-unique', place, { actual, key, other: other.file, mend })]
    })
  })
}
