// `:value[…]` in the values at the top of a file: a title, a standfirst, a source.
import type { ChapterMatter } from '../../model/chapter.ts'
import type { Finding } from '../../model/finding.ts'
import { finding } from '../../rules/finding.ts'
import { putIn, VALUE } from '../syntax/spelling/values.ts'
import type { KnownValues } from './value-named.ts'

/** What cannot be put in stays as it is written, and is told at its key. */
export function valuesInMatter(
  matter: ChapterMatter,
  file: string,
  known: KnownValues,
): { readonly matter: ChapterMatter; readonly findings: readonly Finding[] } {
  const { lines, ...fields } = matter
  if (!JSON.stringify(fields).includes(':value[')) return { matter, findings: [] }
  const findings: Finding[] = []
  const filled = (value: unknown, line: number): unknown => {
    if (typeof value === 'string')
      return value.replace(VALUE, (typed, name: string, given?: string) => {
        const found = putIn(name, given, known)
        if ('text' in found) return found.text
        findings.push(
          finding('directive-is-complete', { file, line }, { ...found.fault, directive: ':value' }),
        )
        return typed
      })
    if (Array.isArray(value)) return value.map((one) => filled(one, line))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, filled(one, line)]))
  }
  const entries = Object.entries(fields).map(([key, value]) => [key, filled(value, lines[key] ?? 1)])
  return { matter: { ...(Object.fromEntries(entries) as typeof fields), lines }, findings }
}
