// CSV as programs of all countries write it: with commas, semicolons or tabs, with remarks above the table.
import { CsvError, type InfoRecord, parse } from 'csv-parse/sync'
import { type Separator, separatorOf } from './separator-of.ts'
import { MOST_COLUMNS, MOST_ROWS, type Sheet, type SheetRow } from './sheet.ts'

export interface CsvFile {
  readonly sheet: Sheet
  /** Lines above the table that begin with `#`, without it. */
  readonly remarks: readonly CsvRemark[]
  readonly separator: Separator
}

export interface CsvRemark {
  readonly line: number
  readonly text: string
}

export type CsvFault =
  | { readonly problem: 'quotes-are-open'; readonly line: number }
  | { readonly problem: 'too-many-rows' | 'too-many-columns'; readonly most: number }

/** `text`: without a byte order mark. */
export function readCsv(text: string, mostRows = MOST_ROWS): CsvFile | CsvFault {
  const lines = text.replace(/\r\n?/g, '\n').split('\n')
  const { remarks, asked, first } = headOf(lines)
  const body = lines.slice(first)
  const separator = asked ? { sign: asked, others: [] } : separatorOf(body)
  const rows = rowsOf(body.join('\n'), { before: first, delimiter: separator.sign, mostRows })
  if ('problem' in rows) return rows
  const sheet = { name: '', rows, merged: [], hiddenRows: [], hiddenColumns: [] }
  return { sheet, remarks: remarks.map((one) => withoutCells(one, separator.sign)), separator }
}

/** `sep=;` is what Excel takes; blank lines may stand between the remarks. */
function headOf(lines: readonly string[]): {
  remarks: CsvRemark[]
  asked: string | undefined
  first: number
} {
  const remarks: CsvRemark[] = []
  let asked: string | undefined
  let index = 0
  for (; index < lines.length; index += 1) {
    const written = lines[index] ?? ''
    const sign = /^"?sep=(.)"?$/i.exec(written)?.[1]
    if (sign) asked = sign
    else if (/^"?#(?:\s|[\p{L} ]+:)/u.test(written)) remarks.push({ line: index + 1, text: written })
    else if (written.replace(/[,;\t]/g, '').trim() !== '') break
  }
  return { remarks, asked, first: index }
}

/** A spreadsheet puts a remark between quotation marks, and empty cells behind it. */
function withoutCells({ line, text }: CsvRemark, separator: string): CsvRemark {
  const [, quoted] = /^"((?:[^"]|"")*)"/.exec(text) ?? []
  let plain = quoted?.replaceAll('""', '"') ?? text
  while (quoted === undefined && plain.endsWith(separator)) plain = plain.slice(0, -separator.length)
  return { line, text: plain.replace(/^#\s*/, '').trim() }
}

interface Read {
  readonly record: string[]
  readonly raw: string
  readonly info: Pick<InfoRecord, 'lines'>
}

function rowsOf(
  text: string,
  { before, delimiter, mostRows }: { before: number; delimiter: string; mostRows: number },
): SheetRow[] | CsvFault {
  try {
    const read = parse(text, {
      delimiter,
      info: true,
      raw: true,
      relax_column_count: true,
      relax_quotes: true,
      record_delimiter: '\n',
      to: mostRows * 2,
    }) as unknown as Read[]
    const rows = read.flatMap(({ record, raw, info }): SheetRow[] => {
      const cells = record.map((cell) => ({ text: cell.trim() }))
      while (cells.at(-1)?.text === '') cells.pop()
      const line = before + info.lines - raw.replace(/\n$/, '').split('\n').length + 1
      return cells.length === 0 ? [] : [{ line, cells }]
    })
    if (rows.length > mostRows || read.length >= mostRows * 2)
      return { problem: 'too-many-rows', most: mostRows }
    if (rows.some(({ cells }) => cells.length > MOST_COLUMNS))
      return { problem: 'too-many-columns', most: MOST_COLUMNS }
    return rows
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return { problem: 'quotes-are-open', line: before + lineOfOpenQuote(text) }
  }
}

/** Of the last mark that opens and is not closed. */
function lineOfOpenQuote(text: string): number {
  let opened = 0
  for (const [index, line] of text.split('\n').entries())
    for (const sign of line) if (sign === '"') opened = opened ? 0 : index + 1
  return opened || 1
}
