import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser as BrowserName } from '@puppeteer/browsers'
import { homeOfUser } from '../ground/files/home-of-user.ts'
import type { Settings } from '../model/settings.ts'
import { browserPlaces } from './browser-places.ts'
import { bundledShell, canUseBundledShell } from './bundled-shell.ts'
import { FROM_SYSTEM, NoBrowserError } from './no-browser-error.ts'

export type FoundBrowser =
  | { readonly kind: 'endpoint'; readonly url: string }
  | {
      readonly kind: 'program'
      readonly path: string
      readonly libraries: string
      /** Whether its folder is of this one version. */
      readonly isPinned: boolean
    }

/**
 * The browser to print with, first found wins: the one that the user names, the one in Puppeteer's cache, the bundled
 * shell, an installed Chrome, Chromium or Edge. Throws NoBrowserError when there is none.
 */
export async function findBrowser(settings: Pick<Settings, 'browser' | 'cache'>): Promise<FoundBrowser> {
  if (settings.browser) return namedBrowser(settings.browser)
  const path = (await cachedByPuppeteer()) ?? ''
  if (path) return { kind: 'program', path, libraries: '', isPinned: true }
  if (canUseBundledShell()) {
    const shell = await bundledShell(settings.cache)
    return { kind: 'program', path: shell.program, libraries: shell.libraries, isPinned: true }
  }
  const installed = installedBrowser()
  if (installed) return { kind: 'program', path: installed, libraries: '', isPinned: false }
  throw new NoBrowserError(
    'There is no browser to print with.',
    canFetchBrowser() ? {} : { mend: FROM_SYSTEM },
  )
}

function namedBrowser(browser: string): FoundBrowser {
  if (/^wss?:\/\//.test(browser)) return { kind: 'endpoint', url: browser }
  if (!existsSync(browser)) throw new NoBrowserError(`There is no browser at ${browser}.`)
  if (!isProgram(browser)) throw new NoBrowserError(`${browser} is not a program that may be run.`)
  return { kind: 'program', path: browser, libraries: '', isPinned: false }
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}

// Only the build that this Puppeteer asks for: another version of Chromium may break its lines elsewhere.
async function cachedByPuppeteer(): Promise<string | undefined> {
  const cacheDir = browserCache()
  if (!canFetchBrowser() || !existsSync(cacheDir)) return undefined
  const [{ Browser, computeExecutablePath }, { PUPPETEER_REVISIONS }] = await Promise.all([
    import('@puppeteer/browsers'),
    import('puppeteer-core/internal/revisions.js'),
  ])
  const builds = [
    [Browser.CHROMEHEADLESSSHELL, PUPPETEER_REVISIONS['chrome-headless-shell']],
    [Browser.CHROME, PUPPETEER_REVISIONS.chrome],
  ] as const
  return builds
    .map(([browser, buildId]) => computeExecutablePath({ cacheDir, browser, buildId }))
    .find((path) => existsSync(path))
}

/** Where Puppeteer keeps its browsers, and `install-browser` puts one. */
export const browserCache = (): string =>
  process.env.PUPPETEER_CACHE_DIR || join(homeOfUser(), '.cache', 'puppeteer')

/** The build that this Puppeteer was made for. */
export async function browserToInstall(): Promise<{ browser: BrowserName; buildId: string }> {
  const [{ Browser }, { PUPPETEER_REVISIONS }] = await Promise.all([
    import('@puppeteer/browsers'),
    import('puppeteer-core/internal/revisions.js'),
  ])
  return { browser: Browser.CHROMEHEADLESSSHELL, buildId: PUPPETEER_REVISIONS['chrome-headless-shell'] }
}

function installedBrowser(): string | undefined {
  const { platform, env: environment } = process
  return browserPlaces({ platform, environment, home: homeOfUser() }).find(isProgram)
}

/** Makers of browsers to fetch have none for Linux on other machines, and what they would give does not run there. */
export const canFetchBrowser = (platform: string = process.platform, arch: string = process.arch): boolean =>
  platform !== 'linux' || arch === 'x64'
