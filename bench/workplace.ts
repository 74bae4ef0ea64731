// A temporary folder for books, caches and results, gone when the benchmark ends, however it ends.
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { startBrowser } from '../scripts/print/start-browser.ts'

export interface Workplace {
  readonly folder: string
  /** The pipeline's cache folder, with nothing in it but the unpacked browser. */
  readonly cache: string
  /** Where builds put what they make. */
  readonly out: string
}

/** Unpacks the browser and compiles the program before anything is timed: work of an installation, not of a build. */
export async function openWorkplace(): Promise<Workplace> {
  const folder = await mkdtemp(join(tmpdir(), 'whitepaper-bench-'))
  const workplace = { folder, cache: join(folder, 'cache'), out: join(folder, 'dist') }
  try {
    await mkdir(workplace.cache, { mode: 0o700 })
    const named = process.env.WHITEPAPER_BROWSER
    const browser = await startBrowser({ cache: workplace.cache, ...(named ? { browser: named } : {}) })
    await browser.close()
    await promisify(execFile)(process.execPath, [PROGRAM, '--version'])
    return workplace
  } catch (error) {
    await closeWorkplace(workplace)
    throw error
  }
}

const PROGRAM = fileURLToPath(new URL('../bin/whitepaper.mjs', import.meta.url))

export async function closeWorkplace({ folder }: Workplace): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
}

/** Takes out everything that builds remember and left; the unpacked browser stays. */
export async function forget({ cache, out }: Workplace): Promise<void> {
  await rm(out, { recursive: true, force: true })
  const remembered = (await readdir(cache)).filter((name) => !/^browser-[\d.]+$/.test(name))
  await Promise.all(remembered.map((name) => rm(join(cache, name), { recursive: true, force: true })))
}
