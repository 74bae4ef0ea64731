// A workbook: its first table by the name of the file, each further one by that of its sheet as well.
import { firstOfMany } from '../../ground/language/first-of-many.ts'
import { readWorkbook, type UnreadSheet, type Workbook } from '../../ground/sheets/read-workbook.ts'
import { columnLetters, type Sheet } from '../../ground/sheets/sheet.ts'
import { WorkbookError } from '../../ground/sheets/workbook-parts.ts'
import type { DataQuestion } from '../../model/data.ts'
import type { Finding } from '../../model/finding.ts'
import { questionOfTable } from './question-of-table.ts'
import { isNameOfSource, isSaid, keyNamed, type SaidOfTable, saidIn, withSaid } from './said-of-table.ts'
import { quoted } from './table-context.ts'
import { bytesOfTable, type Tables, type TablesContext } from './tables.ts'
import { placeIn } from './tell-place.ts'

const MOST_MEGABYTES = 16
const MOST_SHEETS = 40

export async function workbookTables(context: TablesContext): Promise<Tables> {
  const { file, language } = context
  const bytes = await bytesOfTable(context, MOST_MEGABYTES)
  if (!Buffer.isBuffer(bytes)) return { questions: [], findings: [bytes] }
  try {
    return tablesIn(await readWorkbook(bytes, language), context)
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error
    return { questions: [], findings: [placeIn(file).tell('sheet-is-read', error.fault)] }
  }
}

function tablesIn(workbook: Workbook, context: TablesContext): Tables {
  const { file, name, id, language } = context
  const read = workbook.sheets.filter(isRead)
  const source = read.find((sheet) => isNameOfSource(sheet.name))
  const { said, left } = saidOn(source)
  const findings: Finding[] = [...workbookTold(workbook, file)]
  if (left.length > 0)
    findings.push(
      placeIn(file, source?.name).tell('sheet-is-all-used', {
        problem: 'words-are-left',
        words: quoted(left),
      }),
    )
  const questions: DataQuestion[] = []
  for (const sheet of read.filter((one) => one !== source && one.rows.length > 0)) {
    const isFirst = questions.length === 0
    const table = questionOfTable(sheet, {
      id: isFirst ? id : `${id}#${sheet.name}`,
      language,
      said,
      place: placeIn(file, sheet.name),
      separator: '',
      sheet: { file: name, name: sheet.name, isFirst },
    })
    if (table.question) questions.push(table.question)
    findings.push(...(table.question ? [...table.findings, ...partsTold(sheet, file)] : noTable(sheet, file)))
  }
  if (questions.length === 0 && workbook.sheets.every(isRead))
    findings.push(placeIn(file).tell('sheet-is-read', { problem: 'no-numbers' }))
  return { questions, findings }
}

const isRead = (sheet: Sheet | UnreadSheet): sheet is Sheet => !('fault' in sheet)

/** Keys in the first column, values in the second; or both in one cell. */
function saidOn(sheet: Sheet | undefined): { said: SaidOfTable; left: readonly string[] } {
  let said: SaidOfTable = {}
  const left: string[] = []
  for (const { cells } of sheet?.rows ?? []) {
    const [first = '', ...others] = cells.map(({ text }) => text.replace(/\s+/g, ' ')).filter(Boolean)
    const key = keyNamed(first)
    const found = key && others.length > 0 ? { key, value: others.join(' ') } : saidIn(first)
    if (found && found.key !== 'note' && !isSaid(said, found)) said = withSaid(said, found.key, found.value)
    else left.push([first, ...others].join(' '))
  }
  return { said, left }
}

/** What is left alone, hidden or too much. */
function workbookTold(workbook: Workbook, file: string): Finding[] {
  const { sheets, hiddenSheets, more, leftAlone, asking } = workbook
  const place = placeIn(file)
  const tooMany = { problem: 'too-many-sheets', most: MOST_SHEETS, more } as const
  const cells = firstOfMany(asking, 5)
  return [
    ...sheets.flatMap((sheet) =>
      isRead(sheet) ? [] : [placeIn(file, sheet.name).tell('sheet-is-read', sheet.fault)],
    ),
    ...(more > 0 ? [place.tell('sheet-is-read', tooMany)] : []),
    ...leftAlone.map((problem) => place.tell('sheet-is-harmless', { problem })),
    ...(asking.length > 0 ? [place.tell('sheet-is-harmless', { problem: 'asks-a-program', cells })] : []),
    ...(hiddenSheets.length > 0
      ? [place.tell('sheet-is-all-seen', { problem: 'hidden-sheets', sheets: quoted(hiddenSheets) })]
      : []),
  ]
}

/** Rows and columns that are hidden, and cells that are merged below the names. */
function partsTold({ name, hiddenRows, hiddenColumns, merged, rows }: Sheet, file: string): Finding[] {
  const place = placeIn(file, name)
  const first = rows.find(({ cells }) => cells.filter(({ text }) => text !== '').length > 1)?.line ?? 1
  const inBody = merged.filter(
    ({ firstRow, lastColumn, firstColumn }) => firstRow > first && lastColumn > firstColumn,
  )
  const cells = inBody.map(
    (one) =>
      `${columnLetters(one.firstColumn)}${one.firstRow}:${columnLetters(one.lastColumn)}${one.lastRow}`,
  )
  const facts = { sheet: name }
  return [
    ...(hiddenRows.length > 0
      ? [
          place.tell('sheet-is-all-seen', {
            problem: 'hidden-rows',
            ...facts,
            rows: firstOfMany(hiddenRows.map(String), 5),
          }),
        ]
      : []),
    ...(hiddenColumns.length > 0
      ? [
          place.tell('sheet-is-all-seen', {
            problem: 'hidden-columns',
            ...facts,
            columns: firstOfMany(hiddenColumns, 5),
          }),
        ]
      : []),
    ...(cells.length > 0
      ? [
          place.tell('sheet-is-all-used', {
            problem: 'cells-are-merged',
            ...facts,
            cells: firstOfMany(cells, 5),
          }),
        ]
      : []),
  ]
}

function noTable({ name, rows }: Sheet, file: string): Finding[] {
  const words = quoted(rows.flatMap(({ cells }) => cells.map(({ text }) => text).filter(Boolean)))
  return [placeIn(file, name).tell('sheet-is-all-used', { problem: 'sheet-is-no-table', sheet: name, words })]
}
