import type { Settings } from '../model/settings.ts'
import { findBrowser } from './find-browser.ts'
import { keepBrowser } from './known-browser.ts'
import { connectBrowser, launchBrowser, type PrintBrowser, SILENCE_MS } from './launch-browser.ts'

export type { PrintBrowser } from './launch-browser.ts'
export { NoBrowserError } from './no-browser-error.ts'

/**
 * Finds and starts the browser. Start it early and await it late: it needs most of a second, once two and a half more
 * to be unpacked. Whoever starts it closes it. When it leaves a call without an answer for `silenceMs`, the call
 * fails. Throws NoBrowserError.
 */
export async function startBrowser(
  settings: Pick<Settings, 'browser' | 'cache'> & Partial<Pick<Settings, 'remembers'>>,
  silenceMs = SILENCE_MS,
): Promise<PrintBrowser> {
  const found = await findBrowser(settings)
  if (found.kind === 'endpoint') return connectBrowser(found.url, silenceMs)
  const started = await launchBrowser(found, settings.cache, silenceMs)
  await keepBrowser(settings, found, started)
  return started
}
