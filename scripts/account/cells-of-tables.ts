// Every cell of the tables of data/, as the files are, is in what charts and sentences are given, or a finding says
// that it is left out.
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { insidePath, readRegularFile } from '../ground/files/paths.ts'
import { MEGABYTE } from '../ground/limits.ts'
import type { DataQuestion } from '../model/data.ts'
import type { Finding } from '../model/finding.ts'
import type { Settings } from '../model/settings.ts'
import { finding } from '../rules/finding.ts'
import { accountForCells, type LostCell, nameOfCell } from './account-for-cells.ts'
import type { RawSheet } from './raw-cells.ts'
import { rawCsv } from './raw-csv.ts'
import { readRaw } from './raw-files.ts'
import { rawWorkbook } from './raw-workbook.ts'
import { toldOfSheet } from './told-of-sheets.ts'

const IS_TABLE = /\.(?:csv|tsv|tab|xlsx|xlsm)$/i
const MOST_BYTES = 16 * MEGABYTE

/** Of a file of which nothing was made another finding tells already. `found`: all findings so far. */
export async function cellsOfTables(
  { root, data }: Settings,
  found: readonly Finding[],
): Promise<readonly Finding[]> {
  const names = await readdir(join(root, 'data')).catch(() => [] as string[])
  const findings: Finding[] = []
  for (const name of names.filter((one) => IS_TABLE.test(one)).sort()) {
    const file = `data/${name}`
    const made = Object.values(data.questions).filter(({ sheet }) => sheet?.file === name)
    if (made.length === 0) continue
    const told = found.filter(({ place }) => place.file === file)
    findings.push(...(await lostIn(root, file, made, told)).map((cell) => wordsLost(file, cell)))
  }
  return findings
}

async function lostIn(
  root: string,
  file: string,
  made: readonly DataQuestion[],
  told: readonly Finding[],
): Promise<LostCell[]> {
  const lostOf = (sheet: RawSheet): LostCell[] => {
    const questions = made.filter((one) => one.sheet?.name === sheet.name.trim())
    const isRead = questions.length > 0
    return accountForCells(sheet, questions, toldOfSheet(told, isRead ? sheet.name : undefined), made)
  }
  if (!/\.xls[xm]$/i.test(file)) return leastOf(rawCsv((await readRaw(root, file)) ?? ''), lostOf)
  const bytes = await bytesOf(root, file)
  return bytes ? (await rawWorkbook(bytes)).flatMap(lostOf) : []
}

/** What parts the cells of a file of CSV is not known: the reading counts that has the least to say. */
function leastOf(readings: Iterable<RawSheet>, lostOf: (sheet: RawSheet) => LostCell[]): LostCell[] {
  let least: LostCell[] | undefined
  for (const reading of readings) {
    const lost = lostOf(reading)
    if (least === undefined || lost.length < least.length) least = lost
    if (least.length === 0) break
  }
  return least ?? []
}

async function bytesOf(root: string, file: string): Promise<Buffer | undefined> {
  const found = await insidePath(root, file)
  if ('problem' in found) return undefined
  const bytes = await readRegularFile(found.path, MOST_BYTES).catch(() => undefined)
  return typeof bytes === 'string' ? undefined : bytes
}

const MOST_WORDS = 100

function wordsLost(file: string, cell: LostCell): Finding {
  const place = { file, ...(cell.sheet === '' ? { line: cell.line } : {}) }
  const words = cell.text.slice(0, MOST_WORDS)
  return finding('words-are-printed', place, { words, cell: nameOfCell(cell) })
}
