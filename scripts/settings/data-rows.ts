// The rows of a question in data/: a count, a value with its signs, several values, or a percentage alone.
import { z } from 'zod'
import { inLocale, typedNumber } from '../ground/language/typed-number.ts'
import type { ChartRow, ChartValue } from '../model/data.ts'
import type { Finding } from '../model/finding.ts'
import { finding } from '../rules/finding.ts'
import type { FactsOf } from '../rules/rules.ts'

const percent = z.string().transform((value) => (/^\d[\d.,]*$/.test(value) ? `${value}%` : value))

export const rowSchema = z.strictObject({
  label: z.string().min(1).describe('The answer'),
  count: z.number().int().min(0).optional().describe('How many gave it'),
  value: z.string().optional().describe('Any other number, as it is printed: 4.50, -3, £1,200, 37.5%'),
  values: z
    .array(z.string())
    .optional()
    .describe('Several numbers, one for each name in `series:`; a hyphen where there is none'),
  percent: percent.default('').describe('The share, as it is printed: 75%; alone it is drawn itself'),
  at: z
    .tuple([z.number().int().min(1), z.number().int().min(1)])
    .optional()
    .describe('Column and row of its tile on a map of tiles, from 1: [3, 2]'),
  link: z
    .string()
    .optional()
    .describe('Where its tile leads: a file as seen from publication.yaml, or a web address'),
  note: z.string().default('').describe('A remark for whoever keeps it'),
})

type DataRow = z.infer<typeof rowSchema>

export interface ReadFile {
  readonly file: string
  readonly language: string
  readonly lineOf: (path: readonly PropertyKey[]) => number
}

interface Question {
  readonly series?: readonly string[] | undefined
  readonly rows: readonly DataRow[]
}

/** No value at all: the gap in a line. */
const NONE = /^[-–—]?$/

/** As charts have them. What is no number is 0 here, and told by `rowsAreNumbers`. */
export const rowsFor = (rows: readonly DataRow[], language: string): ChartRow[] =>
  rows.map(({ label, note, percent: share, count, value, values, at, link }) => {
    const places = { ...(at ? { at } : {}), ...(link ? { link } : {}) }
    const said = { label, note, percent: share, ...places }
    if (values) {
      const all = values.map((one) => chartValue(one, language))
      return { ...said, count: all[0]?.number ?? 0, typed: all[0]?.typed ?? '', values: all }
    }
    if (count !== undefined) {
      const typed = inLocale(count, language)
      return { ...said, count, ...(typed === String(count) ? {} : { typed }) }
    }
    const typed = value ?? share
    const number = typedNumber(typed, language)?.number ?? 0
    return { ...said, count: number, typed, percent: value === undefined ? '' : share }
  })

const chartValue = (typed: string, language: string): ChartValue =>
  NONE.test(typed.trim())
    ? { number: undefined, typed: typed.trim() }
    : { number: typedNumber(typed, language)?.number, typed: typed.trim() }

/** Told at the line of the value that cannot be. */
export const rowsAreNumbers = (
  questions: Readonly<Record<string, Question>>,
  { file, language, lineOf }: ReadFile,
): Finding[] =>
  Object.entries(questions).flatMap(([name, question]) =>
    question.rows.flatMap((row, index) =>
      [
        ...faultsOfNumbers(row, question.series ?? [], language),
        ...faultsOfPlace(row, question.rows, index),
      ].map(({ key, facts }) =>
        finding(
          'publication-is-complete',
          { file, line: lineOf(['questions', name, 'rows', index, ...(key ? [key] : [])]) },
          facts,
        ),
      ),
    ),
  )

interface Fault {
  readonly key?: keyof DataRow
  readonly facts: FactsOf<'publication-is-complete'>
}

function faultsOfNumbers(row: DataRow, series: readonly string[], language: string): Fault[] {
  const { label, count, value, values, percent: share } = row
  const given = [count, value, values].filter((one) => one !== undefined).length
  if (given > 1 || (given === 0 && share === ''))
    return [{ facts: { problem: 'row-says-one-number', row: label } }]
  if (count !== undefined) return []
  const key = values ? 'values' : value === undefined ? 'percent' : 'value'
  const typed = values?.filter((one) => !NONE.test(one.trim())) ?? [value ?? share]
  const lost = typed.find((one) => !typedNumber(one, language))
  const faults: Fault[] = []
  if (lost !== undefined)
    faults.push({ key, facts: { problem: 'row-is-no-number', row: label, written: lost } })
  if (values && values.length !== series.length) {
    const facts = { row: label, values: values.length, series: series.length }
    faults.push({ key, facts: { problem: 'row-fits-series', ...facts } })
  }
  return faults
}

function faultsOfPlace({ at, label }: DataRow, rows: readonly DataRow[], index: number): Fault[] {
  const other = at && rows.slice(0, index).find((one) => one.at?.join() === at.join())
  if (!other) return []
  const facts = { row: label, other: other.label, at: at.join(', ') }
  return [{ key: 'at', facts: { problem: 'tiles-in-one-place', ...facts } }]
}
