// The browsers that print: a process each, as many as there are processors, or those that somebody else keeps.
import { availableParallelism } from 'node:os'
import type { Settings } from '../model/settings.ts'
import { NoBrowserError, type PrintBrowser, startBrowser } from './start-browser.ts'

export interface Renderers {
  /** Of the first: all are of one kind, or the pages would not be. */
  readonly version: string
  /** False where the first had to run without its sandbox. */
  readonly isSandboxed: boolean
  /** How many there may be. */
  readonly most: number
  /** The one of this number, from 0, started when it is first asked for. Throws NoBrowserError. */
  readonly get: (index: number) => Promise<PrintBrowser>
  /** In the place of one that has died. Throws NoBrowserError. */
  readonly replace: (index: number) => Promise<PrintBrowser>
  readonly close: () => Promise<void>
}

export type BrowserSettings = Pick<Settings, 'browser' | 'cache' | 'renderers'>

const MOST = 8

/** Starts the first. `WHITEPAPER_BROWSER` may name several addresses, with commas between. Throws NoBrowserError. */
export async function startRenderers(settings: BrowserSettings, silenceMs?: number): Promise<Renderers> {
  const addresses = addressesIn(settings.browser)
  const start = (index: number): Promise<PrintBrowser> =>
    startBrowser(
      addresses.length > 0 ? { ...settings, browser: addresses[index % addresses.length]! } : settings,
      silenceMs,
    )
  const first = await start(0)
  return renderersFrom(first, howMany(settings, addresses.length), start)
}

/** With a browser that runs already as the first. */
export function renderersFrom(
  first: PrintBrowser,
  most: number,
  start: (index: number) => Promise<PrintBrowser>,
): Renderers {
  const running = new Map<number, Promise<PrintBrowser>>([[0, Promise.resolve(first)]])
  const gone: Promise<PrintBrowser>[] = []
  let isClosed = false
  const begin = async (index: number): Promise<PrintBrowser> => {
    // Whoever still prints a book that was given up gets none in the place of those that are closed.
    if (isClosed) throw new NoBrowserError('The browsers are closed.')
    return ofOneKind(first, await start(index))
  }
  const get = (index: number): Promise<PrintBrowser> => {
    const known = running.get(index) ?? begin(index)
    running.set(index, known)
    known.catch(() => {}) // Whoever waits for it hears of it.
    return known
  }
  return {
    version: first.version,
    isSandboxed: first.isSandboxed,
    most,
    get,
    replace(index) {
      const lost = running.get(index)
      if (lost) gone.push(lost)
      running.delete(index)
      return get(index)
    },
    async close() {
      isClosed = true
      const all = [...running.values(), ...gone]
      await Promise.all(all.map((one) => one.then((browser) => browser.close()).catch(() => undefined)))
    },
  }
}

async function ofOneKind({ version }: PrintBrowser, other: PrintBrowser): Promise<PrintBrowser> {
  if (other.version === version) return other
  await other.close()
  throw new NoBrowserError(`One browser is ${version}, another ${other.version}.`, {
    mend: 'Name browsers of one version: each breaks its lines in its own way.',
  })
}

function howMany({ renderers }: BrowserSettings, addresses: number): number {
  if (addresses > 0) return Math.min(addresses, renderers ?? addresses)
  return renderers ?? Math.min(MOST, availableParallelism())
}

const addressesIn = (browser: string | undefined): readonly string[] =>
  browser && /^wss?:\/\//.test(browser) ? browser.split(',').flatMap((address) => address.trim() || []) : []
