// What `{#id key="value" flag}` behind the name of a directive may hold: a schema of zod for each, with what the
// handbook says of it.
import { z } from 'zod'

/**
 * What is printed of a value: prose of the author's, the question of a survey, who somebody is, or what they are. All
 * else is used, and not read.
 */
export type Printed = 'prose' | 'question' | 'person' | 'role'

export type AttributeSchema = z.ZodType

interface About {
  readonly description: string
  readonly printed?: Printed
  readonly flag?: true
  /** What is said of a value that cannot be: `has ⟨a base that is no whole number⟩, “x”`. */
  readonly fault?: string
  /** How to mend one that is left out, or that cannot be. */
  readonly mend?: string
  readonly oneOf?: readonly string[]
}

export const described = (schema: z.ZodType, about: About): AttributeSchema => schema.meta({ ...about })

export const aboutAttribute = (schema: AttributeSchema): About =>
  (schema.meta() ?? { description: '' }) as unknown as About

/** The name by which links lead to it. */
export const ownName = (): AttributeSchema => value('its name, for links: `[see](#name)`')

/** Of one that may be left out. */
export const value = (description: string): AttributeSchema =>
  described(z.string().optional(), { description })

export const printedValue = (printed: Printed, description: string): AttributeSchema =>
  described(z.string().optional(), { description, printed })

/** Its name alone says it. */
export const flag = (description: string): AttributeSchema =>
  described(z.string().optional(), { description, flag: true })

/** One that has to be there, and is one of these. */
export const oneOf = (values: readonly string[], description: string): AttributeSchema =>
  described(z.enum(values), { description, oneOf: values })

/** One of these, if it is there. */
export const oneOfIf = (values: readonly string[], description: string): AttributeSchema =>
  described(z.enum(values).optional(), { description, oneOf: values })

/** One that may be left out, and is one of these. */
export const choice = (values: readonly string[], description: string): AttributeSchema =>
  described(z.enum(values).optional(), { description, oneOf: values })

/** Of what stands in the text as one block. */
export const place = (): AttributeSchema =>
  choice(
    ['float', 'here'],
    '`float`, unless given: where it does not fit, the text behind it goes on before it; `here`: it never does',
  )

/** One that has to be there, and is printed. */
export const neededValue = (printed: Printed, description: string, mend: string): AttributeSchema =>
  described(z.string().min(1), { description, printed, mend })

/** A number of things, if it is there. */
export const wholeNumber = (description: string, fault: string, mend: string): AttributeSchema =>
  described(
    z
      .string()
      .refine((written) => Number.isInteger(Number(written)) && Number(written) > 0)
      .optional(),
    { description, fault, mend },
  )
