// What zod says about a value → findings in the author's words.
import type { z } from 'zod'
import type { Finding } from '../../model/finding.ts'
import { finding } from '../../rules/finding.ts'
import { nearest } from '../language/nearest.ts'

type Issue = z.core.$ZodIssue

export interface Explained {
  readonly input: {
    readonly file: string
    readonly kind: 'publication' | 'front-matter'
    readonly schema: unknown
  }
  readonly value: unknown
  readonly lineOf: (path: readonly PropertyKey[]) => number
}

/** The findings for one fault that the schema found: what is wrong, at which line, what may have been meant. */
export function explainFault(issue: Issue, about: Explained): Finding[] {
  const { input, value, lineOf } = about
  const branch = issue.code === 'invalid_union' ? meantBranch(issue) : undefined
  if (branch) return branch.flatMap((one) => explainFault(one, about))
  if (issue.code === 'unrecognized_keys') return partedKeys(issue, about)
  // Whoever looks for the entry of a list counts from 1.
  const key = issue.path.map((step) => (typeof step === 'number' ? step + 1 : String(step))).join('.')
  const place = { file: input.file, line: lineOf(issue.path) }
  const given = valueAt(value, issue.path)
  if (given === undefined && input.kind === 'front-matter')
    return [finding('front-matter-is-complete', place, { key })]
  if (given === undefined)
    return [finding('publication-is-complete', place, { problem: 'key-is-missing', key })]
  const isOurs = issue.code === 'custom' || (issue.code === 'invalid_union' && issue.message !== ANY_UNION)
  const says = isOurs ? issue.message : inWords(issue)
  const told = issue.code === 'custom' ? (issue.params?.mend as string | undefined) : undefined
  const mend = told ?? keysAsked(issue, about, says) ?? mendOf(given, says)
  if (input.kind === 'front-matter')
    return [finding('front-matter-value-fits', place, ofSchema(key || 'the front matter', says, mend))]
  const facts = { problem: 'value-does-not-fit', key, schemaSays: says, schemaAsks: mend } as const
  return [finding('publication-is-complete', place, facts)]
}

const ofSchema = (key: string, schemaSays: string, schemaAsks: string | undefined) =>
  ({ problem: 'does-not-fit', key, schemaSays, schemaAsks }) as const

/** What such a value most often was meant to be. */
function mendOf(given: unknown, says: string): string | undefined {
  const isGroup = typeof given === 'object' && given !== null && !Array.isArray(given)
  const isPlaceholder = isGroup && Object.keys(given).some((key) => key.startsWith('{'))
  if (isPlaceholder) return 'Write the value itself: `{{ … }}` is a place that another program fills in.'
  if (isGroup && says === WANTED.string)
    return 'Write it on one line. What begins with `{` goes in quotation marks.'
  if (typeof given === 'string' && says === WANTED.array)
    return `Put it in square brackets: \`[${given
      .split(',')
      .map((part) => part.trim())
      .join(', ')}]\`.`
  if (typeof given !== 'string' || (says !== WANTED.number && says !== WANTED.int)) return undefined
  const typed = Number(given)
  if (given.trim() !== '' && Number.isInteger(typed)) return `Write \`${typed}\`, in digits alone.`
  const digits = given.replace(/[,_ \u00a0\u202f'’]/g, '')
  return /^\d+(?:\.\d+)?$/.test(digits)
    ? `Write \`${digits}\`, without quotation marks and signs between the digits.`
    : undefined
}

/** Words where a group, or a list of groups, is asked for. */
function keysAsked({ path }: Issue, { input, value }: Explained, says: string): string | undefined {
  const given = valueAt(value, path)
  if (typeof given !== 'string' || path.length === 0) return undefined
  const { shape, element } = schemaAt(input.schema, path) ?? {}
  const isWord = (element as z.ZodType | undefined)?.safeParse(given).success
  const [first] = isWord ? [] : Object.keys(unwrap(element)?.shape ?? {})
  if (says === WANTED.array && first !== undefined)
    return `Write \`- ${first}: ${given}\`, indented, on a line of its own below the key.`
  const keys = Object.keys(shape ?? {}).map((key) => `\`${key}:\``)
  return says === WANTED.object && keys.length > 0
    ? `Write what it holds on lines of its own, indented, below the key: ${keys.join(', ')}.`
    : undefined
}

/** Only what a comma parted comes here: every other key that is not ours is passed over. */
function partedKeys(
  issue: Issue & { code: 'unrecognized_keys' },
  { input, value, lineOf }: Explained,
): Finding[] {
  const known = keysAt(input.schema, issue.path)
  return issue.keys.flatMap((name) => {
    const parted = partedByComma(name, valueAt(value, issue.path), known)
    if (!parted) return []
    const { key, says, mend } = parted
    const place = { file: input.file, line: lineOf([...issue.path, name]) }
    return input.kind === 'front-matter'
      ? [finding('front-matter-value-fits', place, ofSchema(key, says, mend))]
      : [
          finding('publication-is-complete', place, {
            problem: 'value-does-not-fit',
            key,
            schemaSays: says,
            schemaAsks: mend,
          }),
        ]
  })
}

/** `{ count: 1,200 }`: within braces a comma begins a new key, here one that has no value. */
export function partedByComma(name: string, group: unknown, known: readonly string[]) {
  if (typeof group !== 'object' || group === null) return undefined
  const entries = Object.entries(group)
  const at = entries.findIndex(([key]) => key === name)
  if (at < 0 || entries[at]?.[1] !== undefined || nearest(name, known) !== undefined) return undefined
  // JavaScript puts keys that are numbers first, wherever they stood.
  const before = /^\d+$/.test(name)
    ? entries.find(([key, value]) => !/^\d+$/.test(key) && /^\d{1,3}$/.test(String(value)))
    : entries.slice(0, at).findLast(([, value]) => value !== undefined)
  if (!before) return undefined
  const [key, value] = before
  const whole = /^\d{3}$/.test(name) ? `${value}${name}` : undefined
  return {
    key,
    says: `is cut at a comma: within braces, a comma begins a new key, here \`${name}\``,
    mend: whole
      ? `Write \`${whole}\`, or put \`'${value},${name}'\` in quotation marks where it is text.`
      : `Put the whole value in quotation marks: \`'${value}, ${name}'\`.`,
  }
}

/** Of several forms that a value may have, the one that its kind (text, group, list) shows was meant. */
export function meantBranch(issue: Issue & { code: 'invalid_union' }): Issue[] | undefined {
  const branch = issue.errors.find((list) =>
    list.some((one) => one.code !== 'invalid_type' || one.path.length > 0),
  )
  return branch?.map((one) => ({ ...one, path: [...issue.path, ...one.path] }))
}

export function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, step) => (inner as Record<PropertyKey, unknown> | null | undefined)?.[step],
    value,
  )
}

/** What zod says of a union that was given no words of its own. */
const ANY_UNION = 'Invalid input'

const WANTED = {
  string: 'must be text',
  number: 'must be a number',
  int: 'must be a whole number',
  boolean: 'must be true or false',
  array: 'must be a list',
  object: 'must be a group of keys, indented below it',
  record: 'must be a group of keys, indented below it',
} as const satisfies Readonly<Record<string, string>>

function inWords(issue: Issue): string {
  const wanted: Readonly<Record<string, string>> = WANTED
  if (issue.code === 'invalid_type') return wanted[issue.expected] ?? `must be ${issue.expected}`
  if (issue.code === 'invalid_value')
    return `must be one of ${issue.values.map((value) => `\`${String(value)}\``).join(', ')}`
  if (issue.code === 'too_small' && issue.minimum === 1 && issue.origin !== 'number') return 'is empty'
  if (issue.code === 'too_small') return `is too small or too short (at least ${issue.minimum})`
  if (issue.code === 'too_big') return `is too large or too long (at most ${issue.maximum})`
  return 'is not written as it should be'
}

/** Keys of the object schema at `path`, seen through optional and default wrappers, for suggestions. */
export const keysAt = (schema: unknown, path: readonly PropertyKey[]): string[] =>
  Object.keys(schemaAt(schema, path)?.shape ?? {})

function schemaAt(schema: unknown, path: readonly PropertyKey[]): SchemaLike | undefined {
  let inner = unwrap(schema)
  for (const step of path) {
    const next = typeof step === 'number' ? inner?.element : inner?.shape?.[String(step)]
    inner = unwrap(next ?? inner?.valueType)
  }
  return inner
}

interface SchemaLike {
  readonly shape?: Record<string, unknown>
  readonly element?: unknown
  readonly valueType?: unknown
  readonly def?: {
    readonly innerType?: unknown
    readonly in?: unknown
    readonly options?: readonly unknown[]
  }
}

/** The schema inside of defaults and transformations; of a union the one with keys. */
export function unwrap(schema: unknown): SchemaLike | undefined {
  let inner = schema as SchemaLike | undefined
  while (inner && !inner.shape && !inner.element) {
    const { innerType, in: input, options } = inner.def ?? {}
    const next = (innerType ?? input ?? options?.find((one) => unwrap(one)?.shape)) as SchemaLike | undefined
    if (!next) break
    inner = next
  }
  return inner
}
