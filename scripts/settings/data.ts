// data/: every figure of the paper, once, with its source. YAML is read here, tables in sheets/.
import { readdir } from 'node:fs/promises'
import { z } from 'zod'
import { insidePath } from '../ground/files/paths.ts'
import { unitOf } from '../ground/language/unit.ts'
import { shareOf } from '../ground/true-share.ts'
import { checkedYaml, nearest } from '../ground/yaml/checked-yaml.ts'
import { isGroup } from '../ground/yaml/is-group.ts'
import type { CheckYaml } from '../ground/yaml/remember-yaml.ts'
import type { DataBook, DataFigure, DataQuestion, Unit } from '../model/data.ts'
import type { Finding } from '../model/finding.ts'
import type { Place } from '../model/place.ts'
import { finding } from '../rules/finding.ts'
import { type ReadFile, rowSchema, rowsAreNumbers, rowsFor } from './data-rows.ts'
import { publicationFile, readSettingsFile } from './read-settings-file.ts'
import { sharesAreTrue } from './shares-are-true.ts'
import { readSheets } from './sheets/read-sheets.ts'

const whole = z.number().int().min(0)
const unit = z.string().describe('What is counted, for one and for several: file | files')

const figureGroup = z.strictObject({
  value: z.string().describe('As it is printed: 60%'),
  count: whole.optional().describe('How many of `of:` it is'),
  of: whole.min(1).optional().describe('How many there are in all'),
  label: z.string().default('').describe('Standing alone: Want training'),
  sentence: z.string().default('').describe('After the value, in a sentence: want to be trained'),
  note: z.string().default('').describe('A remark for whoever keeps it'),
  unit: unit.optional(),
  source: z.string().optional().describe('Where the number comes from; else that of the file'),
})

const figure = z.union([z.string().transform((value) => figureGroup.parse({ value })), figureGroup])

const question = z.strictObject({
  question: z.string().min(1).describe('What was asked'),
  of: whole.min(1).optional().describe('How many answered'),
  unit: unit.optional(),
  series: z
    .array(z.string().min(1))
    .optional()
    .describe('What the columns of numbers are called, where rows have `values`'),
  rows: z.array(rowSchema).min(1).describe('The answers, in the order of the chart'),
  note: z.string().default('').describe('A remark for whoever keeps it'),
  source: z.string().optional().describe('Where the numbers come from; else that of the file'),
})

export const dataSchema = z.strictObject({
  title: z.string().default('').describe('What these numbers are'),
  note: z.string().default('').describe('A remark for whoever keeps them'),
  source: z.string().default('').describe('Where they come from'),
  of: whole.min(1).optional().describe('How many there are in all, where a figure does not say'),
  unit: unit.optional(),
  figures: z.record(z.string(), figure).default({}).describe('Single figures, each by its name'),
  questions: z.record(z.string(), question).default({}).describe('Rows for charts, each by its name'),
  lists: z
    .record(z.string(), z.array(z.string()))
    .default({})
    .describe('Names of figures that belong together'),
  percentages: z.array(z.string()).default([]).describe('Further percentages that texts may use'),
})

type DataFile = z.infer<typeof dataSchema>

/** Reads and joins all files of `data/`; a publication without the folder has an empty book of data. */
export async function readData(
  root: string,
  language: string,
  check: CheckYaml = checkedYaml,
): Promise<{ value: DataBook; findings: readonly Finding[] }> {
  const { names: all, findings: lost } = await namesOfData(root)
  const names = all.filter((name) => /\.ya?ml$/.test(name))
  const findings: Finding[] = [...lost]
  const value = { figures: {}, questions: {}, lists: {}, percentages: [] as string[] }
  const files: Record<string, string> = {}
  const unread: string[] = []
  for (const name of names) {
    const file = publicationFile('data', name)
    const { read, findings: faults } = await readDataFile(root, file, check)
    findings.push(...faults)
    if (!read) {
      unread.push(name)
      continue
    }
    const { data, text, lineOf } = read
    const around = { file, language, lineOf }
    findings.push(...saidTwice(data, value, file), ...impossibleCounts(data, file))
    findings.push(...sharesAreTrue(data, file, lineOf), ...rowsAreNumbers(data.questions, around))
    Object.assign(value.figures, figuresOf(data))
    Object.assign(value.questions, questionsOf(data, around))
    Object.assign(value.lists, data.lists)
    for (const list of Object.keys(data.lists)) files[list] = file
    value.percentages.push(...percentagesIn(text, data))
  }
  const sheets = await readSheets(root, all, Object.keys(value.questions), language)
  Object.assign(value.questions, sheets.questions)
  // A publication that keeps no percentages in YAML is not held to have them all in data/.
  if (value.percentages.length > 0) value.percentages.push(...percentagesOfRows(sheets.questions))
  // What is missing may stand where nobody could read it.
  if (unread.length > 0) value.percentages = []
  unread.push(...sheets.unread)
  return {
    value: { ...value, ...(unread.length > 0 ? { unread } : {}) },
    findings: [...findings, ...sheets.findings, ...lostNames(value, files)],
  }
}

async function readDataFile(root: string, file: string, check: CheckYaml) {
  const { text, findings } = await readSettingsFile(root, file)
  if (text === undefined) return { findings }
  const checked = check({
    text,
    file,
    firstLine: 1,
    schema: dataSchema,
    kind: 'publication',
    words: ['value', 'values', 'series', 'label', 'sentence', 'question', 'note', 'source', 'percent'],
    asOurs: figuresAtTheTop,
  })
  const { value: data, lineOf } = checked
  const all = [...findings, ...checked.findings]
  return data ? { read: { data, text, lineOf }, findings: all } : { findings: all }
}

const DATA_KEYS = Object.keys(dataSchema.shape)

/** `potholes: 1,204` at the top of the file is a figure; of a group it is told where it belongs. */
function figuresAtTheTop(given: Readonly<Record<string, unknown>>, placeOf: (key: string) => Place) {
  const value: Record<string, unknown> = { ...given }
  const figures: Record<string, unknown> = {}
  const findings: Finding[] = []
  for (const [key, one] of Object.entries(given)) {
    const home = homeOf(key, one)
    if (home === undefined) continue
    delete value[key]
    const inPlace = `${home}: { ${key}: … }`
    if (isGroup(one)) {
      findings.push(finding('front-matter-key-is-known', placeOf(key), { key, suggestion: inPlace }))
    } else {
      figures[key] = one
      const facts = { problem: 'read-as', written: key, readAs: inPlace } as const
      findings.push(finding('front-matter-is-for-us', placeOf(key), facts))
    }
  }
  if (Object.keys(figures).length > 0)
    value.figures = { ...figures, ...(isGroup(value.figures) ? value.figures : {}) }
  return { value, findings }
}

function homeOf(key: string, one: unknown): 'figures' | 'questions' | undefined {
  if (DATA_KEYS.includes(key)) return undefined
  if (isGroup(one)) return 'rows' in one ? 'questions' : 'value' in one ? 'figures' : undefined
  const isNumber = typeof one === 'string' && /^\P{L}{0,3}\d[\d.,\s]*\S{0,8}$/u.test(one)
  return isNumber && nearest(key, DATA_KEYS) === undefined ? 'figures' : undefined
}

async function namesOfData(root: string): Promise<{ names: string[]; findings: Finding[] }> {
  const folder = await insidePath(root, 'data')
  if ('problem' in folder) {
    if (folder.problem === 'missing') return { names: [], findings: [] }
    return { names: [], findings: [finding('path-stays-inside', { file: 'data' }, { path: 'data' })] }
  }
  try {
    const names = await readdir(folder.path)
    return { names: names.sort(), findings: [] }
  } catch (error) {
    const facts = { problem: 'no-folder', folder: 'data' } as const
    return { names: [], findings: [finding('publication-is-complete', { file: 'data' }, facts, error)] }
  }
}

/** A name that an earlier file has already: the second would silently take the place of the first. */
function saidTwice(file: DataFile, earlier: Omit<DataBook, 'percentages'>, name: string): Finding[] {
  const twice = (['figures', 'questions', 'lists'] as const).flatMap((group) =>
    Object.keys(file[group]).filter((id) => Object.hasOwn(earlier[group], id)),
  )
  return twice.map((id) =>
    finding('publication-is-complete', { file: name }, { problem: 'data-named-twice', name: id }),
  )
}

/** 45 of 40 people cannot be drawn, nor be true. */
function impossibleCounts(file: DataFile, name: string): Finding[] {
  const counts = [
    ...Object.entries(file.figures).map(([id, { count, of }]) => ({ id, count, of: of ?? file.of })),
    ...Object.entries(file.questions).flatMap(([id, { rows, of }]) =>
      rows.map(({ count }) => ({ id, count, of: of ?? file.of })),
    ),
  ]
  return counts.flatMap(({ id, count, of }) => {
    if (count === undefined || of === undefined || count <= of) return []
    const facts = { problem: 'count-over-all', name: id, count, of } as const
    return [finding('publication-is-complete', { file: name }, facts)]
  })
}

function figuresOf(file: DataFile): Record<string, DataFigure> {
  const entries = Object.entries(file.figures).map(([id, { note: _, of, unit, source, count, ...one }]) => {
    const base = of ?? file.of
    const share = count === undefined || base === undefined ? {} : { count, of: base }
    return [
      id,
      { ...one, ...share, ...unitIn(unit ?? file.unit), id, source: source ?? file.source },
    ] as const
  })
  return Object.fromEntries(entries)
}

function questionsOf(file: DataFile, read: ReadFile): Record<string, DataQuestion> {
  const entries = Object.entries(file.questions).map(
    ([id, { note: _, of, unit, source, series, rows, ...one }]) =>
      [
        id,
        {
          ...one,
          ...(of ? { of } : {}),
          ...unitIn(unit ?? file.unit),
          ...(series ? { series } : {}),
          rows: rowsFor(rows, read.language),
          id,
          source: source ?? file.source,
          place: {
            file: read.file,
            lines: rows.map((_, index) => read.lineOf(['questions', id, 'rows', index])),
          },
        },
      ] as const,
  )
  return Object.fromEntries(entries)
}

function unitIn(text = ''): { unit?: Unit } {
  const unit = unitOf(text)
  return unit ? { unit } : {}
}

/**
 * Whatever is written with a percent sign counts, the percentages of rows, the list of further ones, and what counts
 * of figures come to, as `:value[…]{as=percent}` prints it.
 */
const percentagesIn = (text: string, file: DataFile): string[] => [
  ...[...text.matchAll(/(\d+(?:[.,]\d+)*)\s?%/g)].map((match) => decimal(match[1] ?? '')),
  ...Object.values(file.questions)
    .flatMap((one) => one.rows)
    .filter((one) => one.percent !== '')
    .map((one) => decimal(one.percent)),
  ...Object.values(file.figures).flatMap(({ count, of = file.of }) =>
    count === undefined || of === undefined ? [] : [String(shareOf(count, of))],
  ),
  ...file.percentages.map((one) => decimal(String(one))),
]

const percentagesOfRows = (questions: DataBook['questions']): string[] =>
  Object.values(questions)
    .flatMap(({ rows }) => rows)
    .flatMap(({ percent, typed = '', values = [] }) => [percent, typed, ...values.map((one) => one.typed)])
    .filter((one) => /\d\s?%$/.test(one))
    .map(decimal)

/** `1,250%` → `1250`; `37,5 %` → `37.5`, for a comma that does not part thousands is a decimal one. */
const decimal = (written: string): string =>
  written
    .replace(/\s*%/, '')
    .replace(/,(?=\d{3}(?!\d))/g, '')
    .replace(',', '.')

/** `files`: which file has which list. */
function lostNames({ figures, lists }: DataBook, files: Readonly<Record<string, string>>): Finding[] {
  const lost = Object.entries(lists).flatMap(([list, ids]) =>
    ids.filter((id) => !Object.hasOwn(figures, id)).map((id) => ({ list, id })),
  )
  return lost.map(({ list, id }) => {
    const suggestion = nearest(id, Object.keys(figures))
    const facts = { problem: 'list-names-nothing', list, name: id, suggestion } as const
    return finding('publication-is-complete', { file: files[list] ?? 'data' }, facts)
  })
}
