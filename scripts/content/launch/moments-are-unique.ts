// One address, one moment: on the site, where it was first said, and in the archive it came from.
import type { Finding } from '../../model/finding.ts'
import type { Moment } from '../../model/launch.ts'
import { finding } from '../../rules/finding.ts'
import type { FactsOf } from '../../rules/rules.ts'

/** What two moments cannot share, by the name it has for an author. */
const KEYS: readonly (readonly [
  what: FactsOf<'moment-is-unique'>['what'],
  line: string,
  of: (moment: Moment) => string,
])[] = [
  ['address on the site', '', ({ name }) => name],
  ['original address', 'url', ({ url }) => url.replace(/\/$/, '')],
  ['origin', 'import', ({ imported }) => (imported ? `${imported.service} ${imported.id}` : '')],
]

export function momentsAreUnique(moments: readonly Moment[]): Finding[] {
  return KEYS.flatMap(([what, line, of]) => {
    const seen = new Map<string, Moment>()
    return moments.flatMap((moment) => {
      const value = of(moment)
      const other = value && seen.get(value)
      if (value && !other) seen.set(value, moment)
      if (!other) return []
      const place = { file: moment.file, line: moment.lines[line] ?? 1 }
      return [finding('moment-is-unique', place, { what, value, file: other.file })]
    })
  })
}
