// Files of a folder that are no texts and that no text names: tables go to data/, and what other programs wrote is told.
import { posix } from 'node:path'
import { MEGABYTE } from '../ground/limits.ts'
import type { Finding } from '../model/finding.ts'
import { finding } from '../rules/finding.ts'
import type { Draft, DraftTable, Given } from './draft.ts'
import { IS_SHEET, tableFrom } from './ways/sheet.ts'

/** What each is to be saved as, by its program. */
const OTHERS: readonly (readonly [ending: RegExp, saveAs: 'sheet' | 'adopt' | 'word' | 'none'])[] = [
  [/\.(?:xls|xlsb|ods|fods|numbers)$/i, 'sheet'],
  [/\.(?:docx|docm|dotx|dotm)$/i, 'adopt'],
  [/\.(?:doc|dot|odt|ott|fodt|rtf|pages|wpd|wps)$/i, 'word'],
  [/\.(?:pdf|pptx?|pps|odp|key)$/i, 'none'],
]

export const saveAsOf = (name: string): 'sheet' | 'adopt' | 'word' | 'none' | undefined =>
  OTHERS.find(([ending]) => ending.test(name))?.[1]

const MOST_CSV = 2 * MEGABYTE
const MOST_TABLES = 40

/** The draft with these files; of one file that was named nothing is beside it. */
export async function withFilesBeside(given: Given, draft: Draft): Promise<Draft> {
  if (given.only !== undefined || draft.tables) return draft
  const isRead = new Set(draft.texts.map(({ from }) => from))
  const isNamed = (name: string): boolean =>
    draft.texts.some(({ markdown }) =>
      [posix.basename(name), encodeURI(posix.basename(name))].some((one) => markdown.includes(one)),
    )
  const left = given.files.names.filter(
    (name) => !isRead.has(name) && !/(?:^|\/)[.~_]/.test(name) && !isNamed(name),
  )
  const tables: DraftTable[] = []
  const findings: Finding[] = []
  for (const file of left) {
    const saveAs = saveAsOf(file)
    if (IS_SHEET.test(file)) {
      const table = tables.length < MOST_TABLES ? await tableOf(given, file) : undefined
      if (table) tables.push(table)
      else findings.push(finding('adopted-file-is-text', { file }, { problem: 'large-table' }))
    } else if (saveAs)
      findings.push(finding('adopted-file-is-text', { file }, { problem: 'other-kind', saveAs }))
  }
  const found = [...draft.findings, ...findings]
  return tables.length > 0 ? { ...draft, tables, findings: found } : { ...draft, findings: found }
}

async function tableOf(given: Given, file: string): Promise<DraftTable | undefined> {
  try {
    return await tableFrom(given, file, /\.xls[xm]$/i.test(file) ? undefined : MOST_CSV)
  } catch {
    return undefined
  }
}
