import { PassThrough } from 'node:stream'
import { checkPublication } from '../../scripts/build/pipeline.ts'
import { resolveSettings } from '../../scripts/build/resolve-settings.ts'
import { timeStages } from '../../scripts/build/stages.ts'
import type { Book } from '../../scripts/model/book.ts'
import type { HtmlDocument } from '../../scripts/model/document.ts'
import type { Finding } from '../../scripts/model/finding.ts'
import type { FinishedPdf, PdfFacts } from '../../scripts/model/finished.ts'
import type { PrintedPdf } from '../../scripts/model/printed.ts'
import type { Settings } from '../../scripts/model/settings.ts'
import { composePages } from '../../scripts/pages/compose-pages.ts'
import { finishPdf } from '../../scripts/pdf/finish-pdf.ts'
import { printPages } from '../../scripts/print/print-pages.ts'
import type { PrintBrowser } from '../../scripts/print/start-browser.ts'
import { showProgress } from '../../scripts/report/progress.ts'
import { applyRules } from '../../scripts/rules/apply-rules.ts'
import { verifyPdf } from '../../scripts/verify/verify-pdf.ts'
import { renderersOf } from './renderers-of.ts'

export interface Built {
  readonly settings: Settings
  readonly book: Book
  readonly document: HtmlDocument
  readonly printed: PrintedPdf
  readonly finished: FinishedPdf
  readonly facts: PdfFacts
  readonly findings: readonly Finding[]
}

/** The whole pipeline over one publication, in a browser that is already there. Nothing is written. */
export async function buildPublication(root: string, browser: PrintBrowser): Promise<Built> {
  return printChecked(await soundPublication(root), browser)
}

/** What is checked of a publication that has no error in its settings. */
export async function soundPublication(root: string): Promise<Checked> {
  const checked = await checkedPublication(root)
  if (!('book' in checked)) throw new Error(JSON.stringify(checked.findings))
  return checked
}

export interface Checked {
  readonly settings: Settings
  readonly book: Book
  readonly findings: readonly Finding[]
}

/**
 * All that needs no browser. Without a book where the settings cannot be read. `cache`: whether what earlier builds
 * left is used, of a publication that is built again and again.
 */
export async function checkedPublication(
  root: string,
  cache = false,
): Promise<Checked | { readonly findings: readonly Finding[] }> {
  const { WHITEPAPER_CACHE } = process.env
  const { settings, findings } = await resolveSettings(
    { root, quiet: true, cache },
    cache ? { WHITEPAPER_CACHE } : {},
  )
  if (!settings) return { findings }
  const silent = timeStages(showProgress(new PassThrough() as never, true), () => true)
  const { book, findings: found } = await checkPublication(settings, silent)
  return { settings, book, findings: [...findings, ...found] }
}

/** As far as the browser goes: what it prints, not repaired and not read back. */
export async function printAlone(
  { settings, book }: Checked,
  browser: PrintBrowser,
): Promise<Pick<Built, 'document' | 'printed'>> {
  let document = await composePages(book, settings)
  const printed = await printPages(document, settings, renderersOf(browser), {
    turn: async (tables) => {
      document = await composePages(book, settings, undefined, tables)
      return document
    },
  })
  return { document, printed }
}

export async function printChecked(checked: Checked, browser: PrintBrowser): Promise<Built> {
  const { settings, book, findings } = checked
  const { document, printed } = await printAlone(checked, browser)
  const finished = await finishPdf(printed, book, document, settings)
  const verified = await verifyPdf(finished, printed, book, document, settings)
  const facts = { ...verified, findings: applyRules(verified.findings, settings.publication) }
  const later = applyRules([...document.findings, ...printed.findings], settings.publication)
  const all = [...findings, ...later, ...facts.findings]
  return { settings, book, document, printed, finished, facts, findings: all }
}
