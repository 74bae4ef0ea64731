// The keys of a file as rows of a table, from the JSON Schema by which editors complete them.
import type { RootContent } from 'mdast'
import { heading, table } from './markdown.ts'

export interface Schema {
  readonly type?: string | readonly string[]
  readonly description?: string
  readonly default?: unknown
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: Schema | boolean
  readonly items?: Schema | readonly Schema[]
  readonly anyOf?: readonly Schema[]
}

/**
 * A table of the keys, and one below a heading of its own for each group that is among them. `cover.picture`: a key
 * in a group in that.
 */
export function schemaTables(schema: Schema, depth: 2 | 3 = 2): RootContent[] {
  const keys = keysOf(schema)
  return [
    ...tableOf(keys.map((key) => rowOf(key))),
    ...keys.flatMap(({ name, schema: one }) => {
      const rows = rowsBelow(one)
      return rows.length === 0 ? [] : [heading(depth, name), ...tableOf(rows)]
    }),
  ]
}

const tableOf = (rows: readonly (readonly string[])[]): RootContent[] =>
  table([['Key', 'Holds', 'What it is'], ...rows])

interface Key {
  readonly name: string
  readonly schema: Schema
  readonly needed: boolean
}

/** Those of a group, of every group in a list, or of each of the groups that have names of their own. */
const keysOf = (schema: Schema): Key[] =>
  formsOf(schema).flatMap((form) => [
    ...Object.entries(form.properties ?? {}).map(([name, one]) => ({
      name,
      schema: one,
      needed: form.required?.includes(name) ?? false,
    })),
    ...(isGroup(form.additionalProperties) ? keysOf(form.additionalProperties) : []),
    ...(isGroup(form.items) ? keysOf(form.items) : []),
  ])

const rowsBelow = (schema: Schema, before = ''): string[][] =>
  keysOf(schema).flatMap((key) => [rowOf(key, before), ...rowsBelow(key.schema, `${before}${key.name}.`)])

const rowOf = ({ name, schema, needed }: Key, before = ''): string[] => [
  `\`${before}${name}\``,
  `${holds(schema)}${needed ? '; needed' : ''}`,
  saidOf(schema),
]

const isGroup = (schema: unknown): schema is Schema =>
  typeof schema === 'object' && schema !== null && !Array.isArray(schema)

const formsOf = (schema: Schema): readonly Schema[] => schema.anyOf ?? [schema]

const saidOf = ({ description = '', default: usual }: Schema): string => {
  const given = usual === undefined || usual === '' ? '' : `Without it: \`${String(usual)}\`.`
  return [description && `${description.replace(/[.:]$/, '')}.`, given].filter(Boolean).join(' ')
}

const LISTS: Readonly<Record<string, string>> = {
  text: 'a list of texts',
  'a number': 'a list of numbers',
  'a group': 'a list of groups',
}

function listOf(items: Schema['items']): string {
  if (!isGroup(items)) return 'a list'
  const one = holds(items)
  return one.startsWith('a list') ? 'a list of lists' : (LISTS[one] ?? `a list: ${one}`)
}

/** What may stand behind the colon, in a few words. */
function holds(schema: Schema): string {
  const forms = formsOf(schema).map(holdsOne).filter(Boolean)
  return [...new Set(forms)].join(', or ')
}

function holdsOne(schema: Schema): string {
  const { type = [], items } = schema
  const values = (schema.enum ?? (schema.const === undefined ? [] : [schema.const])).filter(
    (value) => value !== null,
  )
  if (values.length > 0) return values.map((value) => `\`${String(value)}\``).join(', ')
  const types = [type].flat().filter((one) => one !== 'null')
  if (types.includes('array')) return listOf(items)
  if (types.includes('object'))
    return isGroup(schema.additionalProperties) ? 'a group, each by its name' : 'a group'
  if (types.includes('string')) return 'text'
  if (types.includes('number') || types.includes('integer')) return 'a number'
  if (types.includes('boolean')) return '`true` or `false`'
  return ''
}
