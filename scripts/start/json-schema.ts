// What a file may say, as JSON Schema: editors complete and check by it while a file is written.
import { z } from 'zod'

type Json = Readonly<Record<string, unknown>>

/**
 * One of our zod schemas, as those write who fill in the file. Draft 7, which editors know best. The same text each
 * time.
 */
export function jsonSchema(title: string, schema: z.ZodType): string {
  const { $schema, ...made } = z.toJSONSchema(schema, {
    io: 'input',
    target: 'draft-7',
    unrepresentable: 'any', // A check in code: what can be said of it stands in its `meta`.
  })
  const whole = tidied(made as Json)
  const root = Array.isArray(whole.required) ? whole : orEmpty(whole)
  return `${JSON.stringify({ $schema, title, ...root }, null, 2)}\n`
}

const isGroup = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function tidied(schema: Json): Json {
  const required = (schema.required ?? []) as readonly string[]
  const entries = Object.entries(schema).flatMap(([key, value]): [string, unknown][] => {
    if (key === 'type' && isAnyText(schema)) return [[key, ['string', 'number', 'boolean']]]
    if (isNoise(key, value, schema)) return []
    if (key === 'properties' && isGroup(value)) return [[key, propertiesOf(value, required)]]
    if (Array.isArray(value)) return [[key, value.map((one: unknown) => (isGroup(one) ? tidied(one) : one))]]
    return [[key, isGroup(value) ? tidied(value) : value]]
  })
  return Object.fromEntries(entries)
}

/** A value that is text is read as it is typed, so editors are not to ask for quotation marks around 2013. */
const isAnyText = ({ type, enum: values, pattern = '\\S' }: Json): boolean =>
  type === 'string' && values === undefined && (pattern === '\\S' || pattern === '^\\s*[^\\n]*\\s*$')

/**
 * The largest number that a program can count to, a default that is empty, and “text or number” where our `meta` says
 * text.
 */
function isNoise(key: string, value: unknown, { type }: Json): boolean {
  if (key === 'maximum' || key === 'minimum') return Math.abs(Number(value)) === Number.MAX_SAFE_INTEGER
  return key === 'default' ? typeof value === 'object' : key === 'anyOf' && type === 'string'
}

const propertiesOf = (properties: Json, required: readonly string[]): Json =>
  Object.fromEntries(
    Object.entries(properties).map(([key, property]) => {
      const one = tidied(property as Json)
      return [key, required.includes(key) ? one : orEmpty(one)]
    }),
  )

/** A key with nothing after it counts as not given. */
function orEmpty(schema: Json): Json {
  if (Array.isArray(schema.anyOf)) return { ...schema, anyOf: [...schema.anyOf, { type: 'null' }] }
  if (schema.type === undefined) return schema
  const values = Array.isArray(schema.enum) ? { enum: [...schema.enum, null] } : {}
  return { ...schema, ...values, type: [schema.type, 'null'].flat() }
}
