// publication.yaml: what it may say, and what is filled in where it says nothing.
import { posix } from 'node:path'
import { z } from 'zod'
import { checkedYaml } from '../checked-yaml.ts'
import type { Finding, FontFace, Publication } from '../model.ts'
import { finding } from '../rules.ts'
import { fontSchema, resolveFonts } from './fonts.ts'
import { readText } from './read-text.ts'
import { flatRules, rulesSchema } from './rule-changes.ts'

const FILE = 'publication.yaml'

const text = z.string()
const line = z.string().trim().min(1)

/** `./chapters\\01-x.md` names the same file as `chapters/01-x.md`. */
const files = z.array(line.transform((file) => posix.normalize(file.replaceAll('\\', '/'))))

const dateOf = z.custom<string>(isDate, 'must be a date like 2013-07-26')

const person = z.union([
  line.transform((name) => ({ name, role: '' })),
  z.strictObject({ name: line, role: text.default('') }),
])

const languageTag = line
  .refine(isLanguage, 'must be a language code like en-GB')
  .transform((tag) => Intl.getCanonicalLocales(tag)[0] ?? tag)

const part = z.strictObject({
  title: line,
  standfirst: text.default(''),
  divider: z.boolean().default(false),
  files: files.min(1),
})

/** What can be printed on: tissue to board. The bleed that printers ask for is 3 mm, seldom 5. */
const pressSchema = z.strictObject({
  bleedMm: z.number().min(0).max(20).default(3),
  colour: z.enum(['cmyk', 'rgb']).default('cmyk'),
  profile: text.default(''),
  condition: text.default(''),
  inkLimit: z.number().min(100).max(400).default(300),
  cover: z.enum(['self', 'wrap']).default('self'),
  paper: z
    .strictObject({
      name: text.default(''),
      gsm: z.number().min(20).max(1000).default(115),
      bulk: z.number().min(0.5).max(4).default(0.9),
    })
    .prefault({}),
  blanks: z.boolean().default(false),
})

export const publicationSchema = z.strictObject({
  title: line,
  subtitle: text.default(''),
  coverTitle: z.array(line).default([]),
  short: text.default(''),
  date: dateOf.default(''),
  publisher: text.default(''),
  makers: z.array(person).default([]),
  language: languageTag,
  contact: text.default(''),
  web: text.default(''),
  hashtag: text.default(''),
  licence: text.default(''),
  keywords: z.array(line).default([]),
  imprint: z.array(z.strictObject({ term: line, text: line })).default([]),
  cover: z
    .strictObject({
      rings: text.default(''),
      note: text.default(''),
      picture: text.default(''),
      credit: text.default(''),
    })
    .prefault({}),
  backCover: z.strictObject({ text: text.default('') }).prefault({}),
  press: pressSchema.prefault({}),
  options: z
    .strictObject({
      chaptersStartRight: z.boolean().default(true),
      contentsByCouncil: z.boolean().default(true),
      covers: z.boolean().default(true),
    })
    .prefault({}),
  front: files.default([]),
  parts: z.array(part).default([]),
  back: files.default([]),
  councils: z.array(line).default([]),
  channels: z.array(line).default([]),
  themes: z.array(line).default([]),
  rules: rulesSchema.prefault({}),
  names: z.array(z.strictObject({ name: line, not: z.array(line).default([]) })).default([]),
  fonts: z.array(fontSchema).default([]),
})

/** Reads publication.yaml. Without a value, the findings say why. */
export async function readPublication(
  root: string,
): Promise<{ value?: Publication; findings: readonly Finding[] }> {
  const read = await readText(root, FILE)
  if (read.text === undefined) {
    const missing = finding(
      'publication-is-complete',
      { file: FILE },
      { actual: 'There is no publication.yaml here.' },
    )
    return { findings: read.findings.length > 0 ? read.findings : [missing] }
  }
  const checked = checkedYaml({
    text: read.text,
    file: FILE,
    firstLine: 1,
    schema: publicationSchema,
    kind: 'publication',
  })
  if (!checked.value) return { findings: checked.findings }
  const given = checked.value
  const repeated = repeatedFile([...given.front, ...given.parts.flatMap((one) => one.files), ...given.back])
  if (repeated) {
    const facts = { actual: `\`${repeated}\` is listed twice.`, mend: 'Keep one of the two lines.' }
    const place = { file: FILE, line: lastLineWith(posix.basename(repeated), read.text) }
    return { findings: [...checked.findings, finding('publication-is-complete', place, facts)] }
  }
  const place = { file: FILE, ...(checked.lines.fonts ? { line: checked.lines.fonts } : {}) }
  const fonts = await resolveFonts(given.fonts, root, place)
  return {
    value: filledIn(given, fonts.value, read.text),
    findings: [...checked.findings, ...fonts.findings],
  }
}

function filledIn(
  given: z.infer<typeof publicationSchema>,
  fonts: readonly FontFace[],
  yaml: string,
): Publication {
  return {
    ...given,
    short: given.short || given.title,
    coverTitle: given.coverTitle.length > 0 ? given.coverTitle : [given.title],
    rules: flatRules(given.rules, yaml),
    fonts,
  }
}

const repeatedFile = (all: readonly string[]): string | undefined =>
  all.find((file, index) => all.indexOf(file) !== index)

const lastLineWith = (name: string, yaml: string): number =>
  yaml.split('\n').findLastIndex((one) => one.includes(name)) + 1

function isDate(value: unknown): boolean {
  if (value === '') return true
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const parsed = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(value) // 30 February is 2 March.
}

/** A code of two or three letters first: `english` has the form of a code, but is none. */
function isLanguage(value: string): boolean {
  try {
    return /^[a-z]{2,3}(?:-|$)/i.test(value) && Intl.getCanonicalLocales(value).length === 1
  } catch {
    return false
  }
}
