// Attributes as an author wrote them, held against the schema of their directive.
import type { z } from 'zod'
import { nearest } from '../../ground/yaml/checked-yaml.ts'
import { type AttributeSchema, aboutAttribute } from './attribute.ts'
import type { Attributes } from './directive.ts'

export interface AttributeFault {
  /** `has no title`. */
  readonly other: string
  readonly mend: string
}

export function unknownAttributes(
  given: Readonly<Record<string, unknown>>,
  { shape }: z.ZodObject<Attributes>,
): AttributeFault[] {
  const known = Object.keys(shape)
  const all = known.length > 0 ? `It can have ${known.join(', ')}.` : 'It has none.'
  return Object.keys(given)
    .filter((name) => !known.includes(name))
    .map((name) => {
      const meant = nearest(name, known)
      return { other: `has no attribute \`${name}\``, mend: meant ? `Did you mean \`${meant}\`?` : all }
    })
}

export const faultyAttributes = (
  given: Readonly<Record<string, string | undefined>>,
  { shape }: z.ZodObject<Attributes>,
): AttributeFault[] => Object.entries(shape).flatMap(([name, schema]) => faultOf(name, given[name], schema))

function faultOf(name: string, value: string | undefined, schema: AttributeSchema): AttributeFault[] {
  if (schema.safeParse(value).success) return []
  const { fault = `an unknown ${name}`, mend, oneOf = [] } = aboutAttribute(schema)
  const isNeeded = !schema.safeParse(undefined).success
  const other = isNeeded && !value ? `has no ${name}` : `has ${fault}, “${value}”`
  return [{ other, mend: mend ?? choices(name, value, oneOf) }]
}

function choices(name: string, value: string | undefined, values: readonly string[]): string {
  const meant = nearest(value ?? '', values)
  const written = values.map((one) => `${name}=${one}`)
  const list = [written.slice(0, -1).join(', '), written.at(-1)].filter(Boolean).join(' or ')
  return `Write ${list}.${meant ? ` Did you mean \`${meant}\`?` : ''}`
}
