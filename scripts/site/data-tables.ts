// Every number that charts and figures show, as tables and as files for spreadsheets.

import { csvOf } from '../ground/csv.ts'
import { valuesOf } from '../ground/drawing/chart-values.ts'
import type { Book } from '../model/book.ts'
import type { ChartRow, TableHeads, Unit } from '../model/data.ts'
import type { Settings } from '../model/settings.ts'
import type { SiteFile } from '../model/site.ts'

export interface DataTable {
  /** `survey--use-council`, as the chart is called in the book. */
  readonly id: string
  readonly title: string
  readonly question: string
  readonly source: string
  readonly of: number | undefined
  /** Over the numbers: what they count, or that they are numbers; of several, what each is called. */
  readonly heads: readonly string[]
  /** Over the labels and the shares. */
  readonly labelHead: string
  readonly shareHead: string
  readonly rows: readonly (ChartRow & { readonly numbers: readonly string[] })[]
  readonly hasNotes: boolean
  readonly hasPercent: boolean
  /** Address of its file. */
  readonly file: string
}

/** One for each chart of the book, and one for each question of data/ in YAML that no chart shows. */
export function dataTables(book: Book, { data, theme: { words } }: Settings): DataTable[] {
  const tableOf = (id: string, given: Given): DataTable => tableWith(id, given, words)
  const charts = book.chapters.flatMap(({ exhibits }) =>
    exhibits.flatMap(({ id, chart }) =>
      chart
        ? [tableOf(id, { ...chart, title: chart.title, source: chart.source ?? sourceOf(chart.rows, data) })]
        : [],
    ),
  )
  const shown = new Set(
    book.chapters.flatMap(({ exhibits }) => exhibits.map(({ chart }) => JSON.stringify(chart?.rows))),
  )
  const others = Object.values(data.questions)
    .filter(({ rows, sheet }) => !sheet && !shown.has(JSON.stringify(rows)))
    .map((one) => tableOf(one.id, { ...one, title: one.question, question: '' }))
  return [...charts, ...others]
}

type Given = Pick<DataTable, 'title' | 'question' | 'source'> & {
  readonly rows: readonly ChartRow[]
  readonly series?: readonly string[]
  readonly of?: number
  readonly unit?: Unit
  readonly heads?: TableHeads
}

const tableWith = (
  id: string,
  { title, question, source, rows, of, unit, series = [], heads }: Given,
  words: Settings['theme']['words'],
): DataTable => ({
  id,
  title,
  question,
  source,
  rows: rows.map((row) => ({ ...row, numbers: valuesOf(row).map(({ typed }) => typed) })),
  of,
  heads:
    series.length > 0
      ? series
      : [unit ? unit.many.charAt(0).toUpperCase() + unit.many.slice(1) : words.count],
  labelHead: heads?.label || words.answer,
  shareHead: heads?.share || (words.share ?? ''),
  hasNotes: rows.some(({ note }) => note !== ''),
  hasPercent: rows.some(({ percent }) => percent !== ''),
  file: `data/${id.replace('--', '-')}.csv`,
})

/** A chart does not keep its question, but its rows are that one's. */
const sourceOf = (rows: readonly ChartRow[], { questions }: Settings['data']): string =>
  Object.values(questions).find((one) => JSON.stringify(one.rows) === JSON.stringify(rows))?.source ?? ''

/** Without what parts thousands; a sign of money or of per cent stays. */
const plainNumbers = (row: ChartRow): (string | number)[] =>
  row.values || /[%\p{Sc}]/u.test(row.typed ?? '')
    ? valuesOf(row).map(({ number, typed }) => (/[%\p{Sc}]/u.test(typed) ? typed : (number ?? '')))
    : [row.count]

/** The files. `words` are the heads of the columns. */
export function dataFiles(tables: readonly DataTable[], { data, theme: { words } }: Settings): SiteFile[] {
  const files = tables.map(({ file, rows, of, heads, labelHead, shareHead }) => ({
    path: file,
    content: csvOf([
      [labelHead, words.note ?? '', ...heads, words.outOf ?? '', shareHead],
      ...rows.map((row) => [row.label, row.note, ...plainNumbers(row), of ?? '', row.percent]),
    ]),
  }))
  const figures = Object.values(data.figures)
  if (figures.length === 0) return files
  const head = [words.figure, words.finding, words.count, words.outOf, words.source].map((word) => word ?? '')
  const body = figures.map((one) => [one.value, one.label, one.count ?? '', one.of ?? '', one.source])
  return [{ path: 'data/figures.csv', content: csvOf([head, ...body]) }, ...files]
}
