import { PassThrough } from 'node:stream'
import { applyRules } from '../../scripts/apply-rules.ts'
import type {
  Book,
  Facts,
  Finding,
  FinishedPdf,
  HtmlDocument,
  PrintedPdf,
  Settings,
} from '../../scripts/model.ts'
import { composePages } from '../../scripts/pages/compose-pages.ts'
import { finishPdf } from '../../scripts/pdf/finish-pdf.ts'
import { checkPublication } from '../../scripts/pipeline.ts'
import { printPages } from '../../scripts/print/print-pages.ts'
import type { PrintBrowser } from '../../scripts/print/start-browser.ts'
import { showProgress } from '../../scripts/report/progress.ts'
import { resolveSettings } from '../../scripts/settings.ts'
import { timeStages } from '../../scripts/stages.ts'
import { verifyPdf } from '../../scripts/verify/verify-pdf.ts'

export interface Built {
  readonly settings: Settings
  readonly book: Book
  readonly document: HtmlDocument
  readonly printed: PrintedPdf
  readonly finished: FinishedPdf
  readonly facts: Facts
  readonly findings: readonly Finding[]
}

/** The whole pipeline over one publication, in a browser that is already there. Nothing is written. */
export async function buildPublication(root: string, browser: PrintBrowser): Promise<Built> {
  const resolved = await resolveSettings({ root, quiet: true }, {})
  const { settings } = resolved
  if (!settings) throw new Error(JSON.stringify(resolved.findings))
  const silent = timeStages(showProgress(new PassThrough() as never, true), () => true)
  const { book, findings } = await checkPublication(settings, silent)
  let document = await composePages(book, settings)
  const printed = await printPages(document, settings, browser, undefined, undefined, async (tables) => {
    document = await composePages(book, settings, undefined, tables)
    return document
  })
  const finished = await finishPdf(printed, book, document, settings)
  const verified = await verifyPdf(finished, printed, book, document, settings)
  const facts = { ...verified, findings: applyRules(verified.findings, settings.publication) }
  const later = applyRules([...document.findings, ...printed.findings], settings.publication)
  const all = [...resolved.findings, ...findings, ...later, ...facts.findings]
  return { settings, book, document, printed, finished, facts, findings: all }
}
