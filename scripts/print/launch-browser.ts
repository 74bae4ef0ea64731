import { rmSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'puppeteer-core'
import { whyNot } from '../ground/files/why-not.ts'
import type { FoundBrowser } from './find-browser.ts'
import { NoBrowserError } from './no-browser-error.ts'
import { type PagesOfBrowser, pagesOfBrowser } from './pages-of-browser.ts'
import { privateFolder, sweepLeftovers, temporaryPrefix } from './private-folder.ts'
import { standInFont } from './stand-in-font.ts'
import { within } from './within.ts'

export interface PrintBrowser {
  readonly browser: Browser
  readonly newPage: () => Promise<Page>
  /** `HeadlessChrome/153.0.7800.3`: it is in the files, so it says nothing of who runs it and where. */
  readonly version: string
  /** False where it had to run without its sandbox. A browser service is asked for none. */
  readonly isSandboxed: boolean
  /** Ends the browser, or leaves a browser service; safe to call twice. */
  readonly close: () => Promise<void>
}

type Program = Extract<FoundBrowser, { kind: 'program' }>

/** No step of printing takes half a minute in a book of 2,000 pages: a browser that is silent for this long hangs. */
export const SILENCE_MS = 300_000
const STARTS_WITHIN_MS = 60_000
const ENDS_WITHIN_MS = 5_000
const REMOVALS = 20
const PAUSE_MS = 10

/**
 * Starts a browser of our own with a profile folder of its own; neither outlives this process. Throws NoBrowserError.
 */
export async function launchBrowser(
  program: Program,
  cache: string,
  silenceMs = SILENCE_MS,
): Promise<PrintBrowser> {
  await privateFolder(cache)
  await sweepLeftovers(cache)
  const profile = await makeProfile(cache)
  const guarded = guard(profile)
  try {
    const { browser, isSandboxed } = await launchSandboxed(program, profile, silenceMs)
    guarded.browser = browser
    const pages = pagesOfBrowser(browser)
    // Its process, what it has unpacked of the faces with it, would end with each page that is closed.
    void pages.open().catch(() => undefined)
    let closing: Promise<void> | undefined
    const close = (): Promise<void> => {
      closing ??= closeBrowser(browser, pages, profile).finally(guarded.release)
      return closing
    }
    return { browser, newPage: pages.open, version: await browser.version(), isSandboxed, close }
  } catch (cause) {
    await rm(profile, { recursive: true, force: true }).finally(guarded.release)
    if (cause instanceof NoBrowserError) throw cause
    throw new NoBrowserError(`The browser ${program.path} does not start: ${firstLine(cause)}.`, { cause })
  }
}

/** Joins a browser service. Throws NoBrowserError when it does not answer. */
export async function connectBrowser(url: string, silenceMs = SILENCE_MS): Promise<PrintBrowser> {
  const { default: puppeteer } = await import('puppeteer-core')
  try {
    const browser = await within(
      STARTS_WITHIN_MS,
      puppeteer.connect({ browserWSEndpoint: url, defaultViewport: null, protocolTimeout: silenceMs }),
    )
    const version = await browser.version()
    const pages = pagesOfBrowser(browser)
    const close = async (): Promise<void> => {
      await endOpening(pages)
      await browser.disconnect()
    }
    return { browser, newPage: pages.open, version, isSandboxed: true, close }
  } catch (cause) {
    throw new NoBrowserError(`The browser service at ${url} does not answer: ${firstLine(cause)}.`, { cause })
  }
}

async function makeProfile(cache: string): Promise<string> {
  let profile = ''
  try {
    profile = await mkdtemp(join(cache, temporaryPrefix('profile')))
    const fonts = join(profile, 'fonts')
    await mkdir(fonts)
    await writeFile(join(fonts, 'stand-in.ttf'), await standInFont())
    const directories = [
      `<dir>${escapeXml(fonts)}</dir>`,
      `<cachedir>${escapeXml(join(profile, 'font-cache'))}</cachedir>`,
    ]
    // Without any fontconfig the shell prints blank pages; with the system's, pages differ from machine to machine.
    const text = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${directories.join('')}</fontconfig>`
    await writeFile(join(profile, 'fonts.conf'), text)
    return profile
  } catch (cause) {
    if (profile) await rm(profile, { recursive: true, force: true })
    throw new NoBrowserError(`The browser’s folder in ${cache} could not be made: ${whyNot(cause)}.`, {
      mend: 'Check that the folder can be written to and that the disk has room.',
      cause,
    })
  }
}

async function launchSandboxed(
  program: Program,
  profile: string,
  silenceMs: number,
): Promise<{ browser: Browser; isSandboxed: boolean }> {
  // As root Chromium refuses to start with its sandbox.
  if (process.getuid?.() === 0)
    return { browser: await launch(program, profile, silenceMs, ['--no-sandbox']), isSandboxed: false }
  try {
    return { browser: await launch(program, profile, silenceMs, []), isSandboxed: true }
  } catch (error) {
    // Kernels that forbid user namespaces to programs without a profile of their own, as many containers do.
    if (!/no usable sandbox|SUID sandbox|zygote_host_impl_linux|Operation not permitted/i.test(String(error)))
      throw error
    return { browser: await launch(program, profile, silenceMs, ['--no-sandbox']), isSandboxed: false }
  }
}

async function launch(
  program: Program,
  profile: string,
  silenceMs: number,
  more: readonly string[],
): Promise<Browser> {
  // Not `puppeteer`: it fetches a browser when it is installed, and importing it runs a `.puppeteerrc.cjs` of the
  // current folder.
  const { default: puppeteer } = await import('puppeteer-core')
  const starting = new AbortController()
  const browser = puppeteer.launch({
    // It ends a program that is no browser, and would wait for its first word for ever.
    signal: starting.signal,
    executablePath: program.path,
    // The browser ends when its pipe closes, so that it cannot outlive this process, however that ends.
    pipe: true,
    waitForInitialPage: false,
    ignoreDefaultArgs: true,
    args: [...FLAGS, `--user-data-dir=${profile}`, ...more],
    env: environment(program, profile),
    defaultViewport: null,
    protocolTimeout: silenceMs,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  })
  return within(STARTS_WITHIN_MS, browser, () => starting.abort())
}

const FLAGS = [
  '--headless',
  '--remote-debugging-pipe',
  '--disable-gpu',
  '--hide-scrollbars',
  '--mute-audio',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-breakpad',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-sync',
  // Small containers have a tiny /dev/shm, and the renderer dies when it is full.
  '--disable-dev-shm-usage',
  // Interception does not see a preconnect or a look-up of a name: let no name resolve.
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--force-color-profile=srgb',
  // Hinted advances differ from printed ones, and lines would break elsewhere than they were measured.
  '--font-render-hinting=none',
  '--lang=en-GB',
  // A browser works on one page at a time: pages that lie open beside it share its process, and half of its memory.
  '--renderer-process-limit=1',
]

function environment(program: Program, profile: string): Record<string, string | undefined> {
  const fonts = { FONTCONFIG_FILE: join(profile, 'fonts.conf') }
  if (!program.libraries) return { ...process.env, ...(process.platform === 'linux' ? fonts : {}) }
  // The bundled shell gets nothing of the user's environment, and leaves nothing in the home or temporary folder.
  return {
    ...fonts,
    LD_LIBRARY_PATH: program.libraries,
    HOME: profile,
    TMPDIR: profile,
    LANG: 'C.UTF-8',
    TZ: 'UTC',
  }
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

interface Guarded {
  /** Undefined while it starts: it ends by itself when nobody is there to speak to. */
  browser: Browser | undefined
  readonly release: () => void
}

/** Sees to it that the browser and its folder go, whichever way this process ends. */
function guard(profile: string): Guarded {
  const endAtOnce = (): void => {
    if (guarded.browser) endGroup(guarded.browser)
    removeAtOnce(profile)
  }
  const onSignal = (signal: NodeJS.Signals): void => {
    endAtOnce()
    release()
    // Nobody else listens: end as the signal asks, now that the browser is gone.
    if (process.listenerCount(signal) === 0) process.kill(process.pid, signal)
  }
  const release = (): void => {
    process.off('exit', endAtOnce)
    for (const signal of SIGNALS) process.off(signal, onSignal)
  }
  process.on('exit', endAtOnce)
  for (const signal of SIGNALS) process.on(signal, onSignal)
  const guarded: Guarded = { browser: undefined, release }
  return guarded
}

/** A browser that hangs opens none. */
const endOpening = (pages: PagesOfBrowser): Promise<void> =>
  within(ENDS_WITHIN_MS, pages.end()).catch(() => undefined)

async function closeBrowser(browser: Browser, pages: PagesOfBrowser, profile: string): Promise<void> {
  await endOpening(pages)
  // A browser that was killed or hangs cannot say goodbye, and need not.
  await within(ENDS_WITHIN_MS, browser.close()).catch(() => undefined)
  endGroup(browser)
  await rm(profile, { recursive: true, force: true, maxRetries: 3 })
}

function endGroup(browser: Browser): void {
  const program = browser.process()
  if (program?.pid === undefined || program.exitCode !== null) return
  try {
    process.kill(process.platform === 'win32' ? program.pid : -program.pid, 'SIGKILL')
  } catch {
    // It has ended by itself.
  }
}

/**
 * Removes the folder of a browser that has just been killed. What one of its threads had begun may still put a file
 * there, and the folder is then “not empty”: an error here would end the process with a status instead of by its
 * signal.
 */
function removeAtOnce(folder: string): void {
  const pause = new Int32Array(new SharedArrayBuffer(4))
  for (let attempt = 1; attempt <= REMOVALS; attempt++) {
    try {
      rmSync(folder, { recursive: true, force: true })
      return
    } catch {
      Atomics.wait(pause, 0, 0, PAUSE_MS)
    }
  }
  // It stays, and the next build sweeps it away.
}

const escapeXml = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`)

const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n', 1)[0]?.replace(/[.\s]+$/, '') ?? ''
