import { canUseBundledShell } from '../print/bundled-shell.ts'
import { browserCache, browserToInstall, canFetchBrowser } from '../print/find-browser.ts'
import { FROM_SYSTEM, NoBrowserError } from '../print/no-browser-error.ts'
import { openOutput } from './command-output.ts'

/**
 * `whitepaper install-browser`: fetches the browser that this release prints with, where npm has brought none. Exit
 * status 0 or 2.
 */
export async function installBrowserCommand(): Promise<number> {
  const output = openOutput({})
  const { findings, summary = NOTHING } = await output.guard(async () => {
    if (canUseBundledShell()) return { findings: [], summary: NOTHING }
    if (!canFetchBrowser())
      throw new NoBrowserError('There is no browser to fetch for this kind of machine.', {
        mend: FROM_SYSTEM,
      })
    const { install } = await import('@puppeteer/browsers')
    const { browser, buildId } = await browserToInstall()
    const cacheDir = browserCache()
    const { executablePath } = await install({ browser, buildId, cacheDir }).catch((cause: unknown) => {
      throw new NoBrowserError(`The browser could not be fetched: ${reasonOf(cause)}.`, {
        mend: 'Try again with a network, or name a browser that is there with --browser or WHITEPAPER_BROWSER.',
        cause,
      })
    })
    return { findings: [], summary: `${executablePath}: the browser to print with` }
  })
  return output.close(findings, undefined, summary)
}

const NOTHING = 'The browser of this system came with the program: there is nothing to fetch'

const reasonOf = (cause: unknown): string =>
  (cause instanceof Error ? cause.message : String(cause)).split('\n')[0]!.replace(/\.$/, '')
