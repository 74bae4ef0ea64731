// The numbers behind a chart: rows of a Markdown table, or a question, list or figure of `data/`.
import type { Table } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import { nearest } from '../../ground/yaml/checked-yaml.ts'
import type { ChartRow, DataBook, Unit } from '../../model/data.ts'

export interface ChartNumbers {
  readonly rows: readonly ChartRow[]
  readonly question: string
  readonly of?: number | undefined
  readonly unit?: Unit | undefined
}

/** A number that is none. */
interface RowFault {
  readonly line: number | undefined
  readonly written: string
}

/** Columns: label, count, then a share (`37.5%`) and a note where they are given. */
export function rowsOfTable(table: Table): {
  readonly rows: readonly ChartRow[]
  readonly faults: readonly RowFault[]
} {
  const faults: RowFault[] = []
  const rows = table.children.slice(1).map((row) => {
    const [label = '', number = '', ...others] = row.children.map((cell) => plainText(cell).trim())
    const count = Number(number.replaceAll(',', ''))
    if (number === '' || !Number.isFinite(count) || count < 0)
      faults.push({ line: row.position?.start.line, written: number })
    const percent = others.find((cell) => /%$/.test(cell)) ?? ''
    const note = others.find((cell) => cell !== '' && cell !== percent) ?? ''
    const typed = number === String(count) ? {} : { typed: number }
    return { label, note, count: Number.isFinite(count) ? count : 0, ...typed, percent }
  })
  return { rows, faults }
}

/** What `data=name` means, or the nearest name. */
export function rowsOfData(
  name: string,
  data: DataBook,
): ChartNumbers | { readonly suggestion: string | undefined } {
  const question = own(data.questions, name)
  if (question)
    return { rows: question.rows, question: question.question, of: question.of, unit: question.unit }
  const ids = own(data.lists, name) ?? (own(data.figures, name) ? [name] : undefined)
  if (!ids)
    return { suggestion: nearest(name, [data.questions, data.lists, data.figures].flatMap(Object.keys)) }
  const figures = ids.flatMap((id) => own(data.figures, id) ?? [])
  const rows = figures.map(({ label, count, value }) => ({
    label,
    note: '',
    count: count ?? 0,
    percent: /%$/.test(value) ? value : '',
  }))
  return { rows, question: '', of: figures[0]?.of, unit: figures[0]?.unit }
}

/** `data=constructor` names nothing of the publication's. */
const own = <T>(entries: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(entries, name) ? entries[name] : undefined
