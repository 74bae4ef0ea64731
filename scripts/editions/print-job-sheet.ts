import { fileNameOf } from '../ground/edition-files.ts'
import type { Settings } from '../model/settings.ts'
import { type JobSheetFacts, jobSheet } from '../paperwork/job-sheet.ts'
import type { Renderers } from '../print/renderers.ts'
import { type PrintedOwnText, printOwnText } from './print-own-text.ts'

export interface JobSheet extends PrintedOwnText {
  readonly fileName: string
}

/** Nothing of it comes from the publication but names, which are escaped. */
export async function printJobSheet(
  given: JobSheetFacts,
  settings: Settings,
  renderers: Renderers,
): Promise<JobSheet> {
  const title = `${settings.theme.words.jobSheet}: ${settings.publication.title}`
  const text = jobSheet(given, settings)
  const own = { text, name: 'job-sheet', title, word: 'jobSheet' } as const
  const fileName = fileNameOf(settings.fileName, 'job-sheet')
  return { fileName, ...(await printOwnText(own, settings, renderers)) }
}
