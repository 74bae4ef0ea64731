// publication.yaml: what it may say, and what is filled in where it says nothing.
import { resolve } from 'node:path'
import { z } from 'zod'
import { checkedYaml } from '../checked-yaml.ts'
import type { Finding, FontFace, Publication } from '../model.ts'
import { finding } from '../rules.ts'
import { readText } from './read-text.ts'

const FILE = 'publication.yaml'

const text = z.string()
const line = z.string().min(1)
const files = z.array(line)

const dateOf = z
  .union([z.string(), z.date()])
  .transform((value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value))
  .pipe(z.string().refine(isDate, 'must be a date like 2013-07-26'))

const person = z.union([
  line.transform((name) => ({ name, role: '' })),
  z.strictObject({ name: line, role: text.default('') }),
])

const languageTag = line.refine(isLanguage, 'must be a language code like en-GB')

const part = z.strictObject({
  title: line,
  standfirst: text.default(''),
  divider: z.boolean().default(false),
  files: files.min(1),
})

const font = z.strictObject({
  family: line,
  file: line,
  weight: z.number().int().min(1).max(1000).default(400),
  style: z.enum(['normal', 'italic']).default('normal'),
  range: text.default(''),
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
  web: z
    .string()
    .nullable()
    .default('')
    .transform((value) => value ?? ''),
  hashtag: text.default(''),
  licence: text.default(''),
  keywords: z.array(line).default([]),
  imprint: z.array(z.strictObject({ term: line, text: line })).default([]),
  cover: z
    .strictObject({ rings: text.default(''), picture: text.default(''), credit: text.default('') })
    .prefault({}),
  backCover: z.strictObject({ text: text.default('') }).prefault({}),
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
  fonts: z.array(font).default([]),
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
    return { findings: [finding('publication-is-complete', { file: FILE }, facts)] }
  }
  return { value: filledIn(given, root), findings: [] }
}

function filledIn(given: z.infer<typeof publicationSchema>, root: string): Publication {
  const fonts: FontFace[] = given.fonts.map((one) => ({ ...one, file: resolve(root, one.file) }))
  return {
    ...given,
    short: given.short || given.title,
    coverTitle: given.coverTitle.length > 0 ? given.coverTitle : [given.title],
    fonts,
  }
}

const repeatedFile = (all: readonly string[]): string | undefined =>
  all.find((file, index) => all.indexOf(file) !== index)

function isDate(value: string): boolean {
  if (value === '') return true
  const parsed = new Date(`${value}T00:00:00Z`)
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(value) &&
    !Number.isNaN(parsed.getTime()) &&
    parsed.toISOString().startsWith(value)
  )
}

function isLanguage(value: string): boolean {
  try {
    return Intl.getCanonicalLocales(value).length === 1
  } catch {
    return false
  }
}
