// Keys that a file of ours cannot have, at any depth: they are passed over and told, and the file is made of what is
// left.

import type { z } from 'zod'
import type { Finding } from '../../model/finding.ts'
import { finding } from '../../rules/finding.ts'
import { firstOfMany } from '../language/first-of-many.ts'
import { nearest } from '../language/nearest.ts'
import { isForeignKey } from './foreign-keys.ts'
import { type Explained, explainFault, keysAt, meantBranch, partedByComma, valueAt } from './yaml-faults.ts'

interface Checked<T> {
  readonly value?: T
  readonly findings: readonly Finding[]
}

interface UnknownKey {
  readonly path: readonly PropertyKey[]
  readonly name: string
}

/** Never mutates what was read. Faults that a missing key does not explain away are those of the schema. */
export function withoutUnknownKeys<T>(schema: z.ZodType<T>, about: Explained): Checked<T> {
  const value = structuredClone(about.value)
  const passedOver: UnknownKey[] = []
  for (;;) {
    const checked = schema.safeParse(value)
    const issues = checked.success ? [] : checked.error.issues.flatMap(withinBranches)
    const unknown = issues.flatMap((issue) => unknownIn(issue, about))
    passedOver.push(...unknown)
    for (const one of unknown) takeOut(value, one)
    if (unknown.length > 0) continue
    const findings = tellOf(passedOver, about)
    if (checked.success) return { value: checked.data, findings }
    const faults = checked.error.issues.flatMap((issue) => explainFault(issue, { ...about, value }))
    return { findings: [...findings, ...faults] }
  }
}

const withinBranches = (issue: z.core.$ZodIssue): z.core.$ZodIssue[] =>
  (issue.code === 'invalid_union' ? meantBranch(issue)?.flatMap(withinBranches) : undefined) ?? [issue]

/** What stands behind a comma within braces is no key, but the rest of a value that was cut: that is a fault. */
function unknownIn(issue: z.core.$ZodIssue, { input, value }: Explained): UnknownKey[] {
  if (issue.code !== 'unrecognized_keys') return []
  const known = keysAt(input.schema, issue.path)
  return issue.keys
    .filter((name) => !partedByComma(name, valueAt(value, issue.path), known))
    .map((name) => ({ path: issue.path, name }))
}

function takeOut(value: unknown, { path, name }: UnknownKey): void {
  const group = valueAt(value, path)
  if (typeof group === 'object' && group !== null) delete (group as Record<string, unknown>)[name]
}

/** One finding for a slip, wherever the same is made again; one for all keys that nothing of ours is like. */
function tellOf(keys: readonly UnknownKey[], { input, lineOf }: Explained): Finding[] {
  const placed = keys.map(({ path, name }) => ({
    name,
    line: lineOf([...path, name]),
    suggestion: suggestionFor(name, path, input.schema),
  }))
  const { file } = input
  const slips = placed.filter(
    ({ name, suggestion }, index) =>
      suggestion && placed.findIndex((one) => one.name === name && one.suggestion === suggestion) === index,
  )
  return [
    ...slips.map(({ name, line, suggestion }) =>
      finding('front-matter-key-is-known', { file, line }, { key: name, suggestion }),
    ),
    ...tellOfForeignKeys(
      placed.filter(({ suggestion }) => !suggestion),
      file,
    ),
  ]
}

function suggestionFor(
  name: string,
  path: readonly PropertyKey[],
  schema: Explained['input']['schema'],
): string | undefined {
  const known = keysAt(schema, path)
  if (path.length > 0) return nearest(name, known)
  // `covers: false`, which belongs into a group.
  const group = known.find((one) => keysAt(schema, [one]).includes(name))
  if (group !== undefined) return `${group}: { ${name}: … }`
  return isForeignKey(name, known) ? undefined : nearest(name, known)
}

const MOST_NAMED = 12

/** One finding a file, at the first of them. */
export function tellOfForeignKeys(
  keys: readonly { readonly name: string; readonly line: number }[],
  file: string,
): Finding[] {
  const [first] = keys
  if (!first) return []
  const place = { file, line: Math.min(...keys.map(({ line }) => line)) }
  const names = [...new Set(keys.map(({ name }) => name))]
  if (names.length === 1)
    return [finding('front-matter-is-for-us', place, { problem: 'means-nothing', key: first.name })]
  const named = firstOfMany(
    names.map((name) => `\`${name}\``),
    MOST_NAMED,
  )
  const facts = { problem: 'keys-of-other-tools', keys: named, count: names.length, files: 1 } as const
  return [finding('front-matter-is-for-us', place, facts)]
}
