// Files of a folder that are no texts and that no text names: tables go to data/, and what other programs wrote is
// told.
import { posix } from 'node:path'
import { MEGABYTE } from '../ground/limits.ts'
import type { Finding } from '../model/finding.ts'
import type { SaveAs } from '../rules/adopted.ts'
import { finding } from '../rules/finding.ts'
import type { Draft, DraftTable, Given } from './draft.ts'
import { IS_SHEET, tableFrom } from './ways/sheet.ts'

/** What each is to be saved as, by its program. */
const OTHERS: readonly (readonly [ending: RegExp, saveAs: SaveAs])[] = [
  [/\.(?:xls|xlsb|ods|fods|numbers)$/i, 'sheet'],
  [/\.(?:docx|docm|dotx|dotm)$/i, 'adopt'],
  [/\.(?:doc|odt|ott|fodt|rtf|pages|wpd|wps)$/i, 'word'],
  [/\.(?:bib|bibtex|ris)$/i, 'works'],
  [/(?:^|\/)glossary\.ya?ml$/i, 'terms'],
  [
    /(?<!(?:^|\/)(?:robots|humans|llms|requirements|licen[cs]e|cmakelists))\.(?:txt|rst|adoc|asciidoc|org|textile|ipynb)$/i,
    'plain',
  ],
  [/\.(?:pdf|pptx?|pps|odp|key)$/i, 'none'],
]

export const saveAsOf = (name: string): SaveAs | undefined =>
  OTHERS.find(([ending]) => ending.test(name))?.[1]

const MOST_CSV = 2 * MEGABYTE
const MOST_TABLES = 40

/** The draft with these files; of one file that was named nothing is beside it. */
export async function withFilesBeside(given: Given, draft: Draft): Promise<Draft> {
  if (given.only !== undefined || draft.tables) return draft
  const isRead = new Set(draft.texts.map(({ from }) => from))
  const isNamed = namesIn(draft.texts.map(({ markdown }) => markdown).join('\n'))
  const left = given.files.names.filter(
    (name) =>
      (IS_SHEET.test(name) || saveAsOf(name)) &&
      !isRead.has(name) &&
      !draft.works?.includes(name) &&
      !/^[.~]/.test(posix.basename(name)) &&
      !isNamed(posix.basename(name)),
  )
  const tables: DraftTable[] = []
  const findings: Finding[] = []
  const told = new Set(draft.findings.map(({ place }) => place.file))
  for (const file of left.filter((name) => !told.has(name))) {
    const saveAs = saveAsOf(file)
    if (saveAs) findings.push(finding('adopted-file-is-text', { file }, { problem: 'other-kind', saveAs }))
    else if (tables.length >= MOST_TABLES)
      findings.push(finding('adopted-file-is-text', { file }, { problem: 'many-tables', most: MOST_TABLES }))
    else {
      const table = await tableOf(given, file)
      if (table) tables.push(table)
      else findings.push(finding('adopted-file-is-text', { file }, { problem: 'large-table' }))
    }
  }
  const found = [...draft.findings, ...findings]
  return tables.length > 0 ? { ...draft, tables, findings: found } : { ...draft, findings: found }
}

/** Which names of files stand in a text: of many files, most have plain names. */
function namesIn(text: string): (name: string) => boolean {
  const words = new Set(text.match(/(?<![\w.-])[\w.-]+\.\w{2,7}/g))
  return (name) =>
    /^[\w.-]+$/.test(name) ? words.has(name) : text.includes(name) || text.includes(encodeURI(name))
}

async function tableOf(given: Given, file: string): Promise<DraftTable | undefined> {
  try {
    return await tableFrom(given, file, /\.xls[xm]$/i.test(file) ? undefined : MOST_CSV)
  } catch {
    return undefined
  }
}
