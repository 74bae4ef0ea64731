import { execFile } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import type { WhyNoAnswer } from './no-answer.ts'
import { VERAPDF, VERAPDF_FOLDER } from './verapdf-release.ts'

/** How to start veraPDF: the program, and what comes before its own options. */
export interface Verapdf {
  readonly program: string
  readonly before: readonly string[]
}

export interface VerapdfWish {
  /** A jar or a program, from `--verapdf` or `WHITEPAPER_VERAPDF`; '' to look into the cache. */
  readonly given: string
  /** Absolute path of the pipeline's cache folder. */
  readonly cache: string
}

/** The serial collector and the first compiler start twice as fast; the heap is bounded whatever the file holds. */
const JAVA_OPTIONS = [
  '-XX:+UseSerialGC',
  '-XX:TieredStopAtLevel=1',
  '-Xss4m',
  '-Xmx1g',
  '-Djava.awt.headless=true',
]

/** veraPDF where it was named, else in the cache; else what is missing. */
export async function findVerapdf({
  given,
  cache,
}: VerapdfWish): Promise<Verapdf | { missing: WhyNoAnswer }> {
  const path = given ? resolve(given) : join(cache, VERAPDF_FOLDER, VERAPDF.file)
  if (!(await isFile(path)))
    return { missing: given ? { problem: 'is-not-there', path: given } : { problem: 'is-not-installed' } }
  if (!path.endsWith('.jar')) return { program: path, before: [] }
  if (!(await hasJava())) return { missing: { problem: 'has-no-java' } }
  return { program: 'java', before: [...JAVA_OPTIONS, '-jar', path] }
}

const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  )

export const hasJava = (): Promise<boolean> =>
  promisify(execFile)('java', ['-version'], { timeout: 30_000 }).then(
    () => true,
    () => false,
  )
