// The two things that are compared, each as a fresh process: a bare print of a book, and its whole build.
import { mkdir, readdir, readFile, stat } from 'node:fs/promises'
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
  /** Pieces of the book, and how many of them this build printed. */
  readonly pieces: number
  readonly printedPieces: number
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

export interface BuildWish {
  /** As `--edition` names them. */
  readonly editions?: string
  /** More of the environment. */
  readonly env?: Readonly<Record<string, string>>
}

/** Markdown in, verified PDF out, by the command that every user types, beside what the build before left. */
export async function buildBook(
  root: string,
  around: Surroundings,
  { editions = 'screen', env = {} }: BuildWish = {},
): Promise<Build> {
  const { out } = around.workplace
  await mkdir(out, { recursive: true })
  const args = [join(PACKAGE, 'bin', 'whitepaper.mjs'), 'build', '--root', root, '--out', out, '--quiet']
  const measured = await succeed('The build', [...args, '--edition', editions], around, env)
  const report = JSON.parse(await readFile(join(out, 'report.json'), 'utf8')) as Report
  const { pages, prints, browser, seconds: stages, output, press, pieces } = report
  const files = [...(output ? [output] : []), ...(press?.files ?? [])]
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0)
  const printedPieces = pieces.filter(({ remembered }) => !remembered).length
  return { ...measured, pages, prints, browser, stages, bytes, pieces: pieces.length, printedPieces }
}

/**
 * What the browser made of the pieces of a build before which nothing was remembered: tagged, and as it writes them.
 * Undefined where some were printed twice.
 */
export async function bytesOfBrowser({ cache }: Workplace, { pieces }: Build): Promise<number | undefined> {
  const folder = join(cache, 'pieces')
  const names = (await readdir(folder)).filter((name) => name.endsWith('-screen.pdf'))
  if (names.length !== pieces) return undefined
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(folder, name))).size))
  return sizes.reduce((sum, size) => sum + size, 0)
}

interface Report {
  readonly pages: number
  readonly prints: number
  readonly browser: string
  readonly output?: { readonly bytes: number }
  readonly press?: { readonly files: readonly { readonly bytes: number }[] }
  readonly pieces: readonly { readonly remembered: boolean }[]
  readonly seconds: Readonly<Record<string, number>>
}

async function succeed(
  what: string,
  args: readonly string[],
  around: Surroundings,
  more: Readonly<Record<string, string>> = {},
): Promise<Measured> {
  const { workplace, secondsLeft, signal } = around
  const env = { WHITEPAPER_CACHE: workplace.cache, ...more }
  const measured = await measureProcess({ args, env, limitSeconds: secondsLeft(), signal })
  if (measured.status === 0) return measured
  const words = measured.said.trim().split('\n').slice(0, 3).join(' ')
  throw new Error(`${what} ended with ${measured.status} after ${measured.seconds.toFixed(1)} s. ${words}`)
}
