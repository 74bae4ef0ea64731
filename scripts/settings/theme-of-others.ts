// theme.yaml as somebody writes it who comes from another tool: what can only mean one of our keys serves as it. No
// other tool reads this file, so that what means nothing is told as a slip.

import { nearest } from '../ground/yaml/checked-yaml.ts'
import { isGroup } from '../ground/yaml/is-group.ts'
import type { Finding } from '../model/finding.ts'
import type { Place } from '../model/place.ts'
import { finding } from '../rules/finding.ts'
import { paperSize, SIZE_KEYS } from './paper-sizes.ts'

type Given = Readonly<Record<string, unknown>>

interface AsOurs {
  readonly value: Given
  readonly findings: readonly Finding[]
}

/** `ours`: the keys that the file can have. */
export const themeOfOthers =
  (ours: readonly string[]) =>
  (given: Given, placeOf: (key: string) => Place): AsOurs => {
    const value: Record<string, unknown> = { ...given }
    const findings: Finding[] = []
    for (const [key, one] of Object.entries(given)) {
      const meant = meantBy(key, one)
      if (meant && (meant.key === key || !Object.hasOwn(given, meant.key))) {
        delete value[key]
        value[meant.key] = meant.value
        const readAs = meant.key === 'page' ? `page: ${inWords(meant.value)}` : meant.key
        const written = meant.key === 'page' ? `${key}: ${String(one)}` : key
        findings.push(
          finding('front-matter-is-for-us', placeOf(key), { problem: 'read-as', written, readAs }),
        )
      } else if (!ours.includes(key) && nearest(key, ours) === undefined) {
        delete value[key]
        const suggestion = /^margins?$/i.test(key) ? 'page: { marginMm: … }' : undefined
        findings.push(finding('front-matter-key-is-known', placeOf(key), { key, suggestion }))
      }
    }
    return { value, findings }
  }

function meantBy(key: string, value: unknown): { readonly key: string; readonly value: unknown } | undefined {
  if (/^(?:colou?rs?|palette|variables)$/i.test(key) && isGroup(value)) return { key: 'tokens', value }
  const size = SIZE_KEYS.includes(key) && typeof value === 'string' ? paperSize(value) : undefined
  return size && { key: 'page', value: size }
}

const inWords = (group: unknown): string =>
  `{ ${Object.entries(group as object)
    .map(([key, value]) => `${key}: ${value}`)
    .join(', ')} }`
