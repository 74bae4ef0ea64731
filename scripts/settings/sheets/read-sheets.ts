// data/*.csv, *.tsv, *.xlsx and *.xlsm: tables as questions of data/, each by the name of its file.
import { otherSheet } from '../../ground/sheets/other-sheets.ts'
import type { DataBook, DataQuestion } from '../../model/data.ts'
import type { Finding } from '../../model/finding.ts'
import { finding } from '../../rules/finding.ts'
import { publicationFile } from '../read-settings-file.ts'
import type { Tables, TablesContext } from './tables.ts'

export const isSheetFile = (name: string): boolean => /\.(?:csv|tsv|tab|xlsx|xlsm)$/i.test(name)

export interface ReadSheets extends Required<Pick<DataBook, 'questions' | 'unread'>> {
  readonly findings: readonly Finding[]
}

/** `names`: all files of `data/`. `taken`: names of questions that other files have given. */
export async function readSheets(
  root: string,
  names: readonly string[],
  taken: readonly string[],
  language: string,
): Promise<ReadSheets> {
  const questions: Record<string, DataQuestion> = {}
  const findings: Finding[] = []
  const unread: string[] = []
  for (const name of names.filter(isSheetFile)) {
    const stem = name.replace(/\.[^.]+$/, '')
    const isTaken = taken.includes(stem) || Object.hasOwn(questions, stem)
    const context = { root, file: publicationFile('data', name), name, id: isTaken ? name : stem, language }
    const read = await tablesOf(context)
    findings.push(...read.findings)
    if (read.questions.length === 0) unread.push(name)
    for (const question of read.questions) questions[question.id] = question
  }
  for (const name of names) {
    const kind = otherSheet(name)
    if (!kind) continue
    unread.push(name)
    const file = publicationFile('data', name)
    findings.push(finding('sheet-is-read', { file }, { problem: 'other-program', kind }))
  }
  return { questions, findings, unread }
}

/** What reads them is loaded where there is something to read. */
async function tablesOf(context: TablesContext): Promise<Tables> {
  if (!/\.xls[xm]$/i.test(context.name)) return (await import('./csv-tables.ts')).csvTables(context)
  return (await import('./workbook-tables.ts')).workbookTables(context)
}
