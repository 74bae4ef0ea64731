// data/*.yaml: every figure of the paper, once, with its source.
import { readdir } from 'node:fs/promises'
import { z } from 'zod'
import { checkedYaml } from '../checked-yaml.ts'
import type { DataBook, DataFigure, DataQuestion, Finding } from '../model.ts'
import { insidePath } from '../paths.ts'
import { finding } from '../rules.ts'
import { publicationFile, readText } from './read-text.ts'

const whole = z.number().int().min(0)
const printed = z.union([z.string(), z.number()]).transform(String)
const percent = z
  .union([z.number(), z.string()])
  .transform((value) => (typeof value === 'number' ? `${value}%` : value))

const figure = z.strictObject({
  value: printed,
  count: whole.optional(),
  of: whole.min(1).optional(),
  label: z.string().default(''),
  sentence: z.string().default(''),
  note: z.string().default(''),
  source: z.string().optional(),
})

const row = z.strictObject({
  label: z.string().min(1),
  count: whole,
  percent: percent.default(''),
  note: z.string().default(''),
})

const question = z.strictObject({
  question: z.string().min(1),
  of: whole.min(1).optional(),
  rows: z.array(row).min(1),
  note: z.string().default(''),
  source: z.string().optional(),
})

const dataSchema = z.strictObject({
  title: z.string().default(''),
  note: z.string().default(''),
  source: z.string().default(''),
  of: whole.min(1).optional(),
  figures: z.record(z.string(), figure).default({}),
  questions: z.record(z.string(), question).default({}),
  lists: z.record(z.string(), z.array(z.string())).default({}),
  percentages: z.array(z.union([z.number(), z.string()])).default([]),
})

type DataFile = z.infer<typeof dataSchema>

/** Reads and joins all files of `data/`; a publication without the folder has an empty book of data. */
export async function readData(root: string): Promise<{ value: DataBook; findings: readonly Finding[] }> {
  const folder = await insidePath(root, 'data')
  const names =
    'path' in folder ? (await readdir(folder.path)).filter((name) => /\.ya?ml$/.test(name)).sort() : []
  const findings: Finding[] = []
  const value = { figures: {}, questions: {}, lists: {}, percentages: [] as string[] }
  for (const name of names) {
    const file = publicationFile('data', name)
    const read = await readText(root, file)
    findings.push(...read.findings)
    if (read.text === undefined) continue
    const checked = checkedYaml({
      text: read.text,
      file,
      firstLine: 1,
      schema: dataSchema,
      kind: 'publication',
    })
    findings.push(...checked.findings)
    if (!checked.value) continue
    Object.assign(value.figures, figuresOf(checked.value))
    Object.assign(value.questions, questionsOf(checked.value))
    Object.assign(value.lists, checked.value.lists)
    value.percentages.push(...percentagesIn(read.text, checked.value))
  }
  return { value, findings: [...findings, ...lostNames(value)] }
}

function figuresOf(file: DataFile): Record<string, DataFigure> {
  const entries = Object.entries(file.figures).map(([id, { note: _, of, source, count, ...one }]) => {
    const base = of ?? file.of
    const share = count === undefined || base === undefined ? {} : { count, of: base }
    return [id, { ...one, ...share, id, source: source ?? file.source }] as const
  })
  return Object.fromEntries(entries)
}

function questionsOf(file: DataFile): Record<string, DataQuestion> {
  const entries = Object.entries(file.questions).map(
    ([id, { note: _, of, source, ...one }]) =>
      [id, { ...one, ...(of ? { of } : {}), id, source: source ?? file.source }] as const,
  )
  return Object.fromEntries(entries)
}

/** Whatever is written with a percent sign counts, and the list of further ones. */
const percentagesIn = (text: string, file: DataFile): string[] => [
  ...[...text.matchAll(/(\d+(?:[.,]\d+)*)\s?%/g)].map((match) => (match[1] ?? '').replaceAll(',', '')),
  ...file.percentages.map((one) => String(one).replace('%', '')),
]

function lostNames({ figures, lists }: DataBook): Finding[] {
  const lost = Object.entries(lists).flatMap(([list, ids]) =>
    ids.filter((id) => !figures[id]).map((id) => ({ list, id })),
  )
  return lost.map(({ list, id }) =>
    finding(
      'publication-is-complete',
      { file: 'data' },
      {
        actual: `The list \`${list}\` names \`${id}\`, which no file in data/ has.`,
        mend: 'Correct the name.',
      },
    ),
  )
}
