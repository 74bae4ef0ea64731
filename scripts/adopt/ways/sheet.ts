// A file of CSV or a workbook: it is no text, and goes to data/, where charts and sentences find its numbers.

import { MEGABYTE } from '../../ground/limits.ts'
import { readWorkbook } from '../../ground/sheets/read-workbook.ts'
import { WorkbookError } from '../../ground/sheets/workbook-parts.ts'
import type { DraftTable, Given, WayIn } from '../draft.ts'

export const IS_SHEET = /\.(?:csv|tsv|tab|xlsx|xlsm)$/i
const MOST_BYTES = 16 * MEGABYTE

export const sheet: WayIn = {
  recognise: async ({ only = '' }) => IS_SHEET.test(only),
  read: async (given) => ({
    is: /\.xls[xm]$/i.test(given.only ?? '') ? 'a workbook' : 'a table',
    publication: {},
    texts: [],
    tables: [await tableFrom(given, given.only ?? '')],
    made: new Map(),
    findings: [],
  }),
}

/** What cannot be read of it is told by `check`, as of every file of data/. Throws ArchiveFault. */
export async function tableFrom(given: Given, name: string, mostBytes = MOST_BYTES): Promise<DraftTable> {
  const bytes = await given.files.read(name, mostBytes)
  return { from: name, sheets: /\.xls[xm]$/i.test(name) ? await sheetsOf(bytes) : [] }
}

async function sheetsOf(bytes: Buffer): Promise<DraftTable['sheets']> {
  try {
    return (await readWorkbook(bytes, 'en')).sheets.map(({ name }) => name)
  } catch (error) {
    if (error instanceof WorkbookError) return []
    throw error
  }
}
