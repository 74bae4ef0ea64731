// YAML that people wrote → a checked value, or findings with the line to mend. Shared by settings and content/.
import { isMap, isScalar, isSeq, type Node } from 'yaml'
import type { z } from 'zod'
import type { Finding } from '../../model/finding.ts'
import type { Place } from '../../model/place.ts'
import { finding } from '../../rules/finding.ts'
import { takeForeign } from './foreign-keys.ts'
import { isGroup } from './is-group.ts'
import { plainWordsIn } from './plain-words.ts'
import { readYaml, type YamlDocument, type YamlReading, type YamlText } from './read-yaml.ts'
import { withoutUnknownKeys } from './unknown-keys.ts'
import { type Explained, unwrap } from './yaml-faults.ts'
import { keepSpelling, type NoValue } from './yaml-spelling.ts'

export { nearest } from '../language/nearest.ts'

interface Wanted<T> {
  readonly schema: z.ZodType<T>
  readonly kind: 'publication' | 'front-matter'
  /** Keys whose values are printed as words alone. */
  readonly words?: readonly string[]
  /** What others write for what we have. */
  readonly asOurs?: (
    given: Readonly<Record<string, unknown>>,
    placeOf: (key: string) => Place,
  ) => { readonly value: unknown; readonly findings: readonly Finding[] }
  /** The same for each item of a file that is a list. */
  readonly itemAsOurs?: (item: Readonly<Record<string, unknown>>) => unknown
}

export interface CheckedYaml<T> {
  /** Missing when a finding is an error. */
  readonly value?: T
  /** Line of each top-level key; of each item (`0`, `1` …) where the file is a list. */
  readonly lines: Readonly<Record<string, number>>
  /** Line of the value at the end of a path, or of its nearest ancestor. */
  readonly lineOf: (path: readonly PropertyKey[]) => number
  readonly findings: readonly Finding[]
  /** Keys at the top that are known to be those of other tools, and were left out without a finding. */
  readonly foreign: Readonly<Record<string, unknown>>
  /** Of front matter: keys of ours without a value, and what was typed instead: `~`, `null`, ''. */
  readonly empty: Readonly<Record<string, string>>
}

const NOTHING = { foreign: {}, empty: {}, lineOf: () => 1 } as const

// More aliases than this in one file is an attack ("billion laughs"), not a text: real files have none.
const MAX_ALIASES = 50

/** Parses and checks; never throws for a fault in the text. A key with nothing after it counts as not given. */
export const checkedYaml = <T>(input: YamlText & Wanted<T>): CheckedYaml<T> =>
  checkedReading(readYaml(input), input)

/** The same for a text that has been parsed. */
export function checkedReading<T>(reading: YamlReading, wanted: Wanted<T>): CheckedYaml<T> {
  const { document, lineAt, file } = reading
  if (!document) return { lines: {}, findings: reading.findings, ...NOTHING }
  const empty = keepSpelling(document.contents, wanted.schema)
  const lines = topLevelLines(document.contents, lineAt)
  const plainValue = toPlain(document, reading)
  if ('finding' in plainValue) return { lines, findings: [plainValue.finding], ...NOTHING }
  const value = plainValue.value ?? (unwrap(wanted.schema)?.element ? [] : {})
  const lineOf = (path: readonly PropertyKey[]): number => lineAt(offsetOf(document.contents, path))
  // By the names that the author typed, at their lines.
  const plain = plainWordsIn(value, { file, keys: wanted.words ?? [], lineOf })
  const about = { input: { ...wanted, file }, value: plain.value, lineOf }
  const taken = wanted.kind === 'front-matter' ? takeForeign(about) : { ...asOurs(about), foreign: {} }
  const findings = [
    ...reading.findings,
    ...plain.findings,
    ...taken.findings,
    ...empty.flatMap((one) => emptyValue(one, reading, wanted, taken.foreign)),
  ]
  const rest = { lines, lineOf, foreign: taken.foreign, empty: emptyKeys(empty, wanted) }
  const checked = withoutUnknownKeys(wanted.schema, { ...about, value: taken.value })
  return { ...rest, ...checked, findings: [...findings, ...checked.findings] }
}

function asOurs({ input, value, lineOf }: Explained & { input: Wanted<unknown> }) {
  if (Array.isArray(value) && input.itemAsOurs) {
    const { itemAsOurs } = input
    return { value: value.map((item) => (isGroup(item) ? itemAsOurs(item) : item)), findings: [] }
  }
  if (!input.asOurs || !isGroup(value)) return { value, findings: [] }
  const placeOf = (key: string): Place => ({ file: input.file, line: lineOf([key]) })
  return input.asOurs(value, placeOf)
}

const emptyKeys = (empty: readonly NoValue[], { schema, kind }: Wanted<unknown>): Record<string, string> => {
  const known = Object.keys((kind === 'front-matter' && unwrap(schema)?.shape) || {})
  const top = empty.filter(({ path }) => path.length === 1 && known.includes(String(path[0])))
  return Object.fromEntries(top.map(({ path, typed }) => [String(path[0]), typed]))
}

/** Front matter tells of its empty keys by itself, and nobody needs to be told of those of other tools. */
function emptyValue(
  { path, offset, typed }: NoValue,
  { file, lineAt }: YamlReading,
  { kind }: Pick<Wanted<unknown>, 'kind'>,
  foreign: Readonly<Record<string, unknown>>,
): Finding[] {
  const isTold = kind === 'front-matter' && path.length === 1
  if (isTold || Object.hasOwn(foreign, String(path[0]))) return []
  const key = path.filter((step) => typeof step === 'string').at(-1) ?? 'a line of this list'
  return [finding('front-matter-is-filled-in', { file, line: lineAt(offset) }, { key, value: typed })]
}

function toPlain(
  document: YamlDocument,
  { file, lineAt }: YamlReading,
): { value: unknown } | { finding: Finding } {
  try {
    return { value: document.toJS({ maxAliasCount: MAX_ALIASES }) }
  } catch {
    const place = { file, line: lineAt(document.contents?.range?.[0] ?? 0) }
    return { finding: finding('yaml-is-sound', place, { problem: 'aliases-never-end' }) }
  }
}

function topLevelLines(contents: unknown, lineAt: (offset: number) => number): Record<string, number> {
  if (isSeq(contents)) {
    const items = contents.items.map(
      (item, index) => [index, lineAt((item as Node).range?.[0] ?? 0)] as const,
    )
    return Object.fromEntries(items)
  }
  if (!isMap(contents)) return {}
  const entries = contents.items.flatMap(({ key }) =>
    isScalar(key) && key.range ? [[key.source ?? String(key.value), lineAt(key.range[0])] as const] : [],
  )
  return Object.fromEntries(entries)
}

/** Where the key or list item, or its nearest ancestor that exists, begins. */
function offsetOf(contents: unknown, path: readonly PropertyKey[]): number {
  let node = contents as Node | null
  let offset = node?.range?.[0] ?? 0
  for (const step of path) {
    const found = childOf(node, step)
    if (!found) break
    node = found.value
    offset = (found.key ?? found.value)?.range?.[0] ?? offset
  }
  return offset
}

function childOf(node: Node | null, step: PropertyKey): { key?: Node; value: Node | null } | undefined {
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))
    return pair && { key: pair.key as Node, value: pair.value as Node | null }
  }
  const item = isSeq(node) ? (node.items[Number(step)] as Node | undefined) : undefined
  return item && { value: item }
}
