import { PassThrough } from 'node:stream'
import { checkPublication } from '../../scripts/build/pipeline.ts'
import { resolveSettings } from '../../scripts/build/resolve-settings.ts'
import { timeStages } from '../../scripts/build/stages.ts'
import { isStopped, type Made } from '../../scripts/editions/edition.ts'
import { finishAhead } from '../../scripts/editions/finish-ahead.ts'
import { makeEditions } from '../../scripts/editions/make-editions.ts'
import type { Finding } from '../../scripts/model/finding.ts'
import type { Settings } from '../../scripts/model/settings.ts'
import { composePages } from '../../scripts/pages/compose-pages.ts'
import type { PrintBrowser } from '../../scripts/print/launch-browser.ts'
import { printPages } from '../../scripts/print/print-pages.ts'
import type { Renderers } from '../../scripts/print/renderers.ts'
import { showProgress } from '../../scripts/report/progress.ts'
import { renderersOf } from './renderers-of.ts'

export interface MadeEditions {
  readonly settings: Settings
  readonly made: Made | undefined
  readonly findings: readonly Finding[]
}

/**
 * The whole pipeline over one publication, in browsers that are already there. Nothing is written, and nothing
 * remembered unless a folder is named for it.
 */
export async function makeEditionsOf(
  root: string,
  edition: string,
  browsers: PrintBrowser | Renderers,
  cache?: string,
): Promise<MadeEditions> {
  const wishes = { root, edition, quiet: true, cache: cache !== undefined }
  const resolved = await resolveSettings(wishes, cache ? { WHITEPAPER_CACHE: cache } : {})
  const { settings } = resolved
  if (!settings) throw new Error(JSON.stringify(resolved.findings))
  const renderers = 'browser' in browsers ? renderersOf(browsers) : browsers
  const stages = timeStages(showProgress(new PassThrough() as never, true), () => true)
  const checked = await checkPublication(settings, stages)
  const { book } = checked
  let document = await composePages(book, settings)
  const ahead = finishAhead(settings)
  const printed = await printPages(document, settings, renderers, {
    onPiece: ahead.begin,
    turn: async (tables) => {
      document = await composePages(book, settings, undefined, tables)
      return document
    },
  })
  const before = [...resolved.findings, ...checked.findings, ...document.findings, ...printed.findings]
  const making = { printed, book, document, settings, stages, renderers, ahead, earlierScreen: undefined }
  try {
    const { made, findings } = await makeEditions(making)
    return {
      settings,
      made: isStopped(before, settings) ? undefined : made,
      findings: [...before, ...findings],
    }
  } finally {
    await ahead.close()
  }
}
