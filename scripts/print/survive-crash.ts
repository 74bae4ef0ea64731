import type { PrintedPdf } from '../model/printed.ts'
import type { Settings } from '../model/settings.ts'
import { finding } from '../rules/finding.ts'
import type { PrintBrowser } from './launch-browser.ts'
import { NoBrowserError } from './no-browser-error.ts'
import { startBrowser } from './start-browser.ts'

type Work = (running: PrintBrowser) => Promise<PrintedPdf>

/**
 * Does the work, and once more with a fresh browser when the first one dies of it. One that hangs would hang again, and
 * is not tried twice. Faults of another kind are thrown.
 */
export async function withoutCrash(
  running: PrintBrowser,
  settings: Pick<Settings, 'browser' | 'cache'>,
  work: Work,
): Promise<PrintedPdf> {
  const first = await attempt(running, work)
  if ('printed' in first) return first.printed
  if (first.crash === HANGS) return unprinted(running, HANGS)
  let fresh: PrintBrowser
  try {
    fresh = await startBrowser(settings)
  } catch (error) {
    if (error instanceof NoBrowserError)
      return unprinted(running, `${first.crash}, and no other could be started`)
    throw error
  }
  try {
    const second = await attempt(fresh, work)
    if ('crash' in second) return unprinted(fresh, second.crash === HANGS ? HANGS : `${second.crash}, twice`)
    const told = finding('browser-finishes', {}, { reason: `${first.crash}; a fresh one printed it` })
    return { ...second.printed, findings: [{ ...told, severity: 'info' }, ...second.printed.findings] }
  } finally {
    await fresh.close()
  }
}

/** The work's result, or what ended the browser. */
async function attempt(
  running: PrintBrowser,
  work: Work,
): Promise<{ printed: PrintedPdf } | { crash: string }> {
  try {
    return { printed: await work(running) }
  } catch (error) {
    if (isSilence(error)) return { crash: HANGS }
    if (running.browser.connected && !isLost(error)) throw error
    return { crash: running.browser.connected ? 'its page crashed' : 'its process ended' }
  }
}

const HANGS = 'it hangs and does not answer any more'

const isSilence = (error: unknown): boolean =>
  error instanceof Error && /\btimed out\b|^Navigation timeout/i.test(error.message)

// Puppeteer says it in several ways, depending on which call was under way.
const isLost = (error: unknown): boolean =>
  error instanceof Error &&
  /TargetCloseError|Target closed|Session closed|Connection closed|detached|crashed/i.test(
    `${error.name} ${error.message}`,
  )

function unprinted(running: PrintBrowser, reason: string): PrintedPdf {
  return {
    pieces: [],
    pageMap: { total: 0, anchors: {}, runs: [] },
    text: [],
    alts: [],
    html: '',
    browser: running.version,
    prints: 0,
    findings: [finding('browser-finishes', {}, { reason })],
  }
}
