import { PassThrough } from 'node:stream'
import { checkPublication } from '../../scripts/build/pipeline.ts'
import { resolveSettings } from '../../scripts/build/resolve-settings.ts'
import { timeStages } from '../../scripts/build/stages.ts'
import type { Made } from '../../scripts/editions/edition.ts'
import { finishAhead } from '../../scripts/editions/finish-ahead.ts'
import { makeEditions } from '../../scripts/editions/make-editions.ts'
import type { Finding } from '../../scripts/model/finding.ts'
import type { Settings } from '../../scripts/model/settings.ts'
import { composePages } from '../../scripts/pages/compose-pages.ts'
import type { PrintBrowser } from '../../scripts/print/launch-browser.ts'
import { printPages } from '../../scripts/print/print-pages.ts'
import { showProgress } from '../../scripts/report/progress.ts'
import { renderersOf } from './renderers-of.ts'

export interface MadeEditions {
  readonly settings: Settings
  readonly made: Made | undefined
  readonly findings: readonly Finding[]
}

/** The whole pipeline over one publication, in a browser that is already there. Nothing is written. */
export async function makeEditionsOf(
  root: string,
  edition: string,
  browser: PrintBrowser,
): Promise<MadeEditions> {
  const resolved = await resolveSettings({ root, edition, quiet: true, cache: false }, {})
  const { settings } = resolved
  if (!settings) throw new Error(JSON.stringify(resolved.findings))
  const renderers = renderersOf(browser)
  const stages = timeStages(showProgress(new PassThrough() as never, true), () => true)
  const findings: Finding[] = [...resolved.findings]
  const checked = await checkPublication(settings, stages)
  const { book } = checked
  let document = await composePages(book, settings)
  const printed = await printPages(document, settings, renderers, {
    turn: async (tables) => {
      document = await composePages(book, settings, undefined, tables)
      return document
    },
  })
  findings.push(...checked.findings, ...document.findings, ...printed.findings)
  const making = {
    printed,
    book,
    document,
    settings,
    stages,
    findings,
    renderers,
    ahead: finishAhead(settings),
  }
  const made = await makeEditions({ ...making, earlierScreen: undefined })
  return { settings, made, findings }
}
