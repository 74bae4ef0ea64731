// YAML that people wrote → a checked value, or findings with the line to mend. Shared by settings and content/.
import { closest, distance } from 'fastest-levenshtein'
import { isMap, isScalar, LineCounter, type Node, parseDocument } from 'yaml'
import type { z } from 'zod'
import type { Finding } from './model.ts'
import { finding, type RuleId } from './rules.ts'

interface YamlInput<T> {
  readonly text: string
  /** Relative to the root, for findings. */
  readonly file: string
  /** Line of the file on which `text` begins. */
  readonly firstLine: number
  readonly schema: z.ZodType<T>
  readonly kind: 'publication' | 'front-matter'
}

export interface CheckedYaml<T> {
  /** Missing when a finding is an error. */
  readonly value?: T
  /** Line of each top-level key. */
  readonly lines: Readonly<Record<string, number>>
  readonly findings: readonly Finding[]
}

// More aliases than this in one file is an attack ("billion laughs"), not a text: real files have none.
const MAX_ALIASES = 50

/** Parses and checks; never throws for a fault in the text. */
export function checkedYaml<T>(input: YamlInput<T>): CheckedYaml<T> {
  const counter = new LineCounter()
  const document = parseDocument(input.text, { lineCounter: counter, version: '1.2', prettyErrors: false })
  const lineAt = (offset: number): number => counter.linePos(offset).line + input.firstLine - 1
  const broken = document.errors[0]
  if (broken) {
    const place = { file: input.file, line: lineAt(broken.pos[0]) }
    return { lines: {}, findings: [finding('yaml-is-sound', place, { actual: plain(broken.message) })] }
  }
  const lines = topLevelLines(document.contents, lineAt)
  const plainValue = toPlain(document, input)
  if ('finding' in plainValue) return { lines, findings: [plainValue.finding] }
  const checked = input.schema.safeParse(plainValue.value ?? {})
  if (checked.success) return { value: checked.data, lines, findings: [] }
  const lineOf = (path: readonly PropertyKey[]): number => lineAt(offsetOf(document.contents, path))
  return { lines, findings: checked.error.issues.flatMap((issue) => explain(issue, input, lineOf)) }
}

function toPlain<T>(
  document: ReturnType<typeof parseDocument>,
  input: YamlInput<T>,
): { value: unknown } | { finding: Finding } {
  try {
    return { value: document.toJS({ maxAliasCount: MAX_ALIASES }) }
  } catch {
    const actual = 'it repeats itself through aliases (`*name`) without end'
    return { finding: finding('yaml-is-sound', { file: input.file, line: input.firstLine }, { actual }) }
  }
}

function topLevelLines(contents: unknown, lineAt: (offset: number) => number): Record<string, number> {
  if (!isMap(contents)) return {}
  const entries = contents.items.flatMap(({ key }) =>
    isScalar(key) && key.range ? [[String(key.value), lineAt(key.range[0])] as const] : [],
  )
  return Object.fromEntries(entries)
}

/** Where the value, or its nearest ancestor that exists, begins. */
function offsetOf(contents: unknown, path: readonly PropertyKey[]): number {
  let node = contents as Node | null
  for (const step of path) {
    const next = childOf(node, step)
    if (!next) break
    node = next
  }
  return node?.range?.[0] ?? 0
}

function childOf(node: Node | null, step: PropertyKey): Node | null {
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))
    return ((pair?.value as Node | null) ?? (pair?.key as Node | undefined)) || null
  }
  const items = (node as { items?: readonly Node[] } | null)?.items
  return items?.[Number(step)] ?? null
}

const RULES = {
  publication: {
    known: 'publication-is-complete',
    complete: 'publication-is-complete',
    fits: 'publication-is-complete',
  },
  'front-matter': {
    known: 'front-matter-key-is-known',
    complete: 'front-matter-is-complete',
    fits: 'front-matter-value-fits',
  },
} as const satisfies Record<string, Record<string, RuleId>>

type Issue = z.core.$ZodIssue

function explain<T>(
  issue: Issue,
  input: YamlInput<T>,
  lineOf: (path: readonly PropertyKey[]) => number,
): Finding[] {
  const rules = RULES[input.kind]
  const path = issue.path.map(String)
  const key = path.join('.')
  const place = (at: readonly PropertyKey[]) => ({ file: input.file, line: lineOf(at) })
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(input.schema, issue.path)
    return issue.keys.map((name) => {
      const suggestion = nearest(name, known)
      const at = place([...issue.path, name])
      if (input.kind === 'front-matter') return finding(rules.known, at, { actual: name, suggestion })
      return finding(rules.known, at, {
        actual: `\`${name}\` is not a key of this file.`,
        mend: 'Take it out.',
        suggestion,
      })
    })
  }
  const missing = issue.code === 'invalid_type' && issue.message.includes('received undefined')
  if (missing && input.kind === 'front-matter') return [finding(rules.complete, place(issue.path), { key })]
  if (missing)
    return [
      finding(rules.complete, place(issue.path), {
        actual: `\`${key}\` is missing.`,
        mend: `Add \`${key}:\`.`,
      }),
    ]
  const says = issue.code === 'custom' ? issue.message : inWords(issue)
  if (input.kind === 'front-matter') return [finding(rules.fits, place(issue.path), { key, actual: says })]
  return [
    finding(rules.fits, place(issue.path), {
      actual: `\`${key || 'This file'}\` ${says}.`,
      mend: 'Correct the value.',
    }),
  ]
}

const WANTED: Readonly<Record<string, string>> = {
  string: 'must be text',
  number: 'must be a number',
  int: 'must be a whole number',
  boolean: 'must be true or false',
  array: 'must be a list',
  object: 'must be a group of keys, indented below it',
  record: 'must be a group of keys, indented below it',
}

function inWords(issue: Issue): string {
  if (issue.code === 'invalid_type') return WANTED[issue.expected] ?? `must be ${issue.expected}`
  if (issue.code === 'invalid_value')
    return `must be one of ${issue.values.map((value) => `\`${String(value)}\``).join(', ')}`
  if (issue.code === 'too_small') return `is too small or too short (at least ${issue.minimum})`
  if (issue.code === 'too_big') return `is too large or too long (at most ${issue.maximum})`
  return 'is not written as it should be'
}

/** Keys of the object schema at `path`, seen through optional and default wrappers, for suggestions. */
function keysAt(schema: unknown, path: readonly PropertyKey[]): string[] {
  let inner = unwrap(schema)
  for (const step of path) {
    inner = unwrap(
      typeof step === 'number' ? inner?.element : (inner?.shape?.[String(step)] ?? inner?.valueType),
    )
  }
  return Object.keys(inner?.shape ?? {})
}

interface SchemaLike {
  readonly shape?: Record<string, unknown>
  readonly element?: unknown
  readonly valueType?: unknown
  readonly def?: { readonly innerType?: unknown; readonly in?: unknown }
}

function unwrap(schema: unknown): SchemaLike | undefined {
  let inner = schema as SchemaLike | undefined
  while (inner && !inner.shape && (inner.def?.innerType ?? inner.def?.in)) {
    inner = (inner.def?.innerType ?? inner.def?.in) as SchemaLike
  }
  return inner
}

/** The nearest of `candidates`, when it is near enough to have been meant. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  if (candidates.length === 0) return undefined
  const best = closest(
    word.toLowerCase(),
    candidates.map((one) => one.toLowerCase()),
  )
  const found = candidates.find((one) => one.toLowerCase() === best)
  return found && distance(word.toLowerCase(), best) <= Math.max(2, Math.floor(word.length / 3))
    ? found
    : undefined
}

const plain = (message: string): string => {
  const first = message.split('\n')[0] ?? message
  return (
    first.charAt(0).toLowerCase() +
    first
      .slice(1)
      .replace(/\.$/, '')
      .replace(/ at line \d+, column \d+:?$/, '')
  )
}
