// The browsers that print: a process each, as many as there are processors, or those that somebody else keeps.
import { availableParallelism } from 'node:os'
import type { Settings } from '../model/settings.ts'
import { knownBrowser, type WhatItIs } from './known-browser.ts'
import { NoBrowserError, type PrintBrowser, startBrowser } from './start-browser.ts'

export interface Renderers {
  /** Of all: they are of one kind, or the pages would not be. */
  readonly version: string
  /** False where the first had to run without its sandbox, now or when it was last needed. */
  readonly isSandboxed: boolean
  /** How many there may be. */
  readonly most: number
  /** The one of this number, from 0, started when it is first asked for. Throws NoBrowserError. */
  readonly get: (index: number) => Promise<PrintBrowser>
  /** In the place of one that has died. Throws NoBrowserError. */
  readonly replace: (index: number) => Promise<PrintBrowser>
  readonly close: () => Promise<void>
}

export type BrowserSettings = Pick<Settings, 'browser' | 'cache' | 'renderers'> &
  Partial<Pick<Settings, 'remembers'>>

const MOST = 8

/**
 * Starts the first, unless an earlier build has left word of what it is. `onStart` hears of each that is started.
 * `WHITEPAPER_BROWSER` may name several addresses, with commas between. Throws NoBrowserError.
 */
export async function startRenderers(
  settings: BrowserSettings,
  silenceMs?: number,
  onStart: () => void = () => {},
): Promise<Renderers> {
  const addresses = addressesIn(settings.browser)
  const most = howMany(settings, addresses.length)
  const start = (index: number): Promise<PrintBrowser> => {
    onStart()
    const own =
      addresses.length > 0 ? { ...settings, browser: addresses[index % addresses.length]! } : settings
    return startBrowser(own, silenceMs)
  }
  const known = addresses.length > 0 ? undefined : await knownBrowser(settings)
  return known ? openRenderers(known, most, start) : renderersFrom(await start(0), most, start)
}

/** With a browser that runs already as the first. */
export const renderersFrom = (
  first: PrintBrowser,
  most: number,
  start: (index: number) => Promise<PrintBrowser>,
): Renderers => openRenderers(first, most, start, [[0, Promise.resolve(first)]])

function openRenderers(
  kind: WhatItIs,
  most: number,
  start: (index: number) => Promise<PrintBrowser>,
  there: readonly (readonly [number, Promise<PrintBrowser>])[] = [],
): Renderers {
  const running = new Map(there)
  const gone: Promise<PrintBrowser>[] = []
  let { isSandboxed } = kind
  let isClosed = false
  const begin = async (index: number): Promise<PrintBrowser> => {
    // Whoever still prints a book that was given up gets none in the place of those that are closed.
    if (isClosed) throw new NoBrowserError('The browsers are closed.')
    const browser = await ofOneKind(kind, await start(index))
    if (index === 0) isSandboxed = browser.isSandboxed
    return browser
  }
  const get = (index: number): Promise<PrintBrowser> => {
    const known = running.get(index) ?? begin(index)
    running.set(index, known)
    known.catch(() => {}) // Whoever waits for it hears of it.
    return known
  }
  return {
    version: kind.version,
    get isSandboxed() {
      return isSandboxed
    },
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

async function ofOneKind({ version }: WhatItIs, other: PrintBrowser): Promise<PrintBrowser> {
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
