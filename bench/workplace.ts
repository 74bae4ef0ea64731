// A temporary folder for books, caches and results, gone when the benchmark ends, however it ends.
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startBrowser } from '../scripts/print/start-browser.ts'

export interface Workplace {
  readonly folder: string
  /** The pipeline's cache folder, with nothing in it but the unpacked browser. */
  readonly cache: string
}

/** Unpacks the browser before anything is timed: that is work of an installation, not of a build. */
export async function openWorkplace(): Promise<Workplace> {
  const folder = await mkdtemp(join(tmpdir(), 'whitepaper-bench-'))
  const workplace = { folder, cache: join(folder, 'cache') }
  try {
    await mkdir(workplace.cache, { mode: 0o700 })
    const named = process.env.WHITEPAPER_BROWSER
    const browser = await startBrowser({ cache: workplace.cache, ...(named ? { browser: named } : {}) })
    await browser.close()
    return workplace
  } catch (error) {
    await closeWorkplace(workplace)
    throw error
  }
}

export async function closeWorkplace({ folder }: Workplace): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
}

/** Takes out everything that builds remember; the unpacked browser stays. */
export async function forget({ cache }: Workplace): Promise<void> {
  const remembered = (await readdir(cache)).filter((name) => !/^browser-[\d.]+$/.test(name))
  await Promise.all(remembered.map((name) => rm(join(cache, name), { recursive: true, force: true })))
}
