// Attributes as an author wrote them, held against the schema of their directive.
import type { z } from 'zod'
import { nearest } from '../../ground/yaml/checked-yaml.ts'
import type { Lack } from '../markdown/attributes.ts'
import { type AttributeSchema, aboutAttribute } from './attribute.ts'
import type { Attributes } from './directive.ts'

export function unknownAttributes(
  given: Readonly<Record<string, unknown>>,
  { shape }: z.ZodObject<Attributes>,
): Lack[] {
  const known = Object.keys(shape)
  return Object.keys(given)
    .filter((name) => !known.includes(name))
    .map((attribute) => ({
      problem: 'unknown-attribute',
      attribute,
      known: known.join(', '),
      suggestion: nearest(attribute, known),
    }))
}

export const faultyAttributes = (
  given: Readonly<Record<string, string | undefined>>,
  { shape }: z.ZodObject<Attributes>,
): Lack[] => Object.entries(shape).flatMap(([name, schema]) => faultOf(name, given[name], schema))

function faultOf(name: string, value: string | undefined, schema: AttributeSchema): Lack[] {
  if (schema.safeParse(value).success) return []
  const { fault = `an unknown ${name}`, mend, oneOf = [] } = aboutAttribute(schema)
  const isNeeded = !schema.safeParse(undefined).success
  const schemaSays = isNeeded && !value ? `has no ${name}` : `has ${fault}, “${value}”`
  return [{ problem: 'attribute', schemaSays, schemaAsks: mend ?? choices(name, value, oneOf) }]
}

function choices(name: string, value: string | undefined, values: readonly string[]): string {
  const meant = nearest(value ?? '', values)
  const written = values.map((one) => `${name}=${one}`)
  const list = [written.slice(0, -1).join(', '), written.at(-1)].filter(Boolean).join(' or ')
  return `Write ${list}.${meant ? ` Did you mean \`${meant}\`?` : ''}`
}
