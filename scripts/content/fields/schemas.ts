// Pieces of which the schemas of front matter are made.
import { z } from 'zod'
import { composed } from '../composed.ts'
import { withoutControls } from '../control-characters.ts'

// For editors: what the checks below ask for, as JSON Schema can say it (a pattern says nothing of numbers).
const ONE_LINE = '^\\s*[^\\n]*\\s*$'
const WEB_ADDRESS = '^\\s*[Hh][Tt][Tt][Pp][Ss]?://\\S+\\s*$'

export const words = z
  .string({ error: () => 'must be text' })
  .transform((text) => composed(withoutControls(text)).trim())

export const line = words
  .refine((text) => !text.includes('\n'), { error: 'must stand on one line' })
  .meta({ pattern: ONE_LINE })

export const list = (what: string) =>
  z.union([z.array(line), line.transform((one) => [one])], {
    error: () => `must be ${what}, or a list of them`,
  })

export const address = line
  .refine((text) => /^https?:\/\/\S+$/i.test(text), {
    error: 'must be a web address that begins with https://',
  })
  .meta({ type: 'string', pattern: WEB_ADDRESS })

/**
 * A day as `2011-12-01`, which prints as 1 December 2011 in the words of the language, or words such as `April 2010`.
 */
export const dayOrWords = line.superRefine((text, issues) => {
  if (!isDay(text)) return
  const date = new Date(`${text}T00:00:00Z`)
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text)
    issues.addIssue({ code: 'custom', message: `is a day that no calendar has, ${text}` })
})

export const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text)

/** `/2013/flickr/` or `flickr.html`: letters, digits and what is safe in the name of a file on every host. */
export const redirect = line
  .meta({ type: 'string', pattern: '^\\s*/*([\\w~-][\\w.~-]*/)*([\\w~-][\\w.~-]*/?)\\s*$' })
  .transform((text) => text.replace(/^\/+/, ''))
  .refine((text) => /^(?:[\w~-][\w.~-]*\/)*(?:[\w~-][\w.~-]*)?$/.test(text) && text !== '', {
    error: 'must be an address below that of the website, such as /old/name/',
  })
