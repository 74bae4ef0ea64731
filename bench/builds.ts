// The two things that are compared, each as a fresh process: a bare print of a book, and its whole build.
import { mkdir, readFile, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Measured, measureProcess } from './measure-process.ts'
import type { Workplace } from './workplace.ts'

export const PACKAGE = dirname(dirname(fileURLToPath(import.meta.url)))

/** What surrounds a run: where it works, how long it may take, and what ends it. */
export interface Surroundings {
  readonly workplace: Workplace
  readonly styleSheet: string
  readonly secondsLeft: () => number
  readonly signal: AbortSignal
}

export interface Build extends Measured {
  readonly bytes: number
  readonly pages: number
  readonly prints: number
  readonly browser: string
  /** Seconds a stage, as the build itself reports them. */
  readonly stages: Readonly<Record<string, number>>
}

export interface BarePrint extends Measured {
  readonly bytes: number
  readonly pages: number
}

/** Markdown through bare unified, printed once. */
export async function printBaseline(root: string, around: Surroundings): Promise<BarePrint> {
  const { workplace, styleSheet } = around
  const pdf = join(workplace.folder, 'bare.pdf')
  const script = join(PACKAGE, 'bench', 'baseline.ts')
  const args = ['--import', 'tsx', script, root, styleSheet, workplace.cache, pdf]
  const measured = await succeed('The bare print', args, around)
  const bytes = await readFile(pdf)
  return { ...measured, bytes: bytes.length, pages: countPages(bytes) }
}

/** The browser writes its objects out plainly, one dictionary a page. */
const countPages = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0

/** Markdown in, verified PDF out, by the command that every user types. */
export async function buildBook(root: string, around: Surroundings, editions = 'screen'): Promise<Build> {
  const out = join(around.workplace.folder, 'dist')
  await rm(out, { recursive: true, force: true })
  await mkdir(out)
  const args = [join(PACKAGE, 'bin', 'whitepaper.mjs'), 'build', '--root', root, '--out', out, '--quiet']
  const measured = await succeed('The build', [...args, '--edition', editions], around)
  const report = JSON.parse(await readFile(join(out, 'report.json'), 'utf8')) as Report
  const { pages, prints, browser, seconds: stages, output, press } = report
  const files = [...(output ? [output] : []), ...(press?.files ?? [])]
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0)
  return { ...measured, pages, prints, browser, stages, bytes }
}

interface Report {
  readonly pages: number
  readonly prints: number
  readonly browser: string
  readonly output?: { readonly bytes: number }
  readonly press?: { readonly files: readonly { readonly bytes: number }[] }
  readonly seconds: Readonly<Record<string, number>>
}

async function succeed(what: string, args: readonly string[], around: Surroundings): Promise<Measured> {
  const { workplace, secondsLeft, signal } = around
  const env = { WHITEPAPER_CACHE: workplace.cache }
  const measured = await measureProcess({ args, env, limitSeconds: secondsLeft(), signal })
  if (measured.status === 0) return measured
  const words = measured.said.trim().split('\n').slice(0, 3).join(' ')
  throw new Error(`${what} ended with ${measured.status} after ${measured.seconds.toFixed(1)} s. ${words}`)
}
