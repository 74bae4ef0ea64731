// Converted pictures, remembered between builds by a hash of everything that they were made from.
import { createHash, randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { METHOD, type PictureInks } from './convert-picture.ts'
import type { PictureTask } from './picture-task.ts'

export interface ConvertedCache {
  /** Undefined when it is not there or cannot be used. */
  readonly read: (key: string) => Promise<PictureInks | undefined>
  readonly write: (key: string, picture: PictureInks) => Promise<void>
}

/** Undefined when the folder cannot be made: a build needs no cache. */
export async function openConvertedCache(cache: string): Promise<ConvertedCache | undefined> {
  const folder = join(cache, 'press-pictures')
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await prune(folder)
  } catch {
    return undefined
  }
  return {
    read: (key) => readEntry(join(folder, key), key),
    write: (key, picture) => writeEntry(join(folder, key), key, picture),
  }
}

/** All that a converted picture depends on. */
export function keyOf(task: PictureTask, pressProfile: Uint8Array): string {
  const { bytes, sourceProfile, ...facts } = task
  const parts = [JSON.stringify({ ...facts, METHOD }), pressProfile, sourceProfile ?? '', bytes]
  return hash(parts.map((part) => hash([part])))
}

// A megabyte each, about.
const MOST_ENTRIES = 1000

/**
 * Each change of a picture leaves an entry behind, and a build that was killed half of one: all go when there are too
 * many.
 */
async function prune(folder: string): Promise<void> {
  const names = await readdir(folder)
  if (names.length > MOST_ENTRIES)
    await Promise.all(names.map((name) => rm(join(folder, name), { force: true })))
}

/** A line of facts, then the bytes. */
async function readEntry(path: string, key: string): Promise<PictureInks | undefined> {
  try {
    const entry = await readFile(path)
    const end = entry.indexOf('\n')
    const { sum, ...facts } = JSON.parse(entry.toString('utf8', 0, end)) as Omit<PictureInks, 'bytes'> & {
      sum: string
    }
    const bytes = entry.subarray(end + 1)
    return sum === sumOf(key, facts, bytes) ? { ...facts, bytes } : undefined
  } catch {
    return undefined
  }
}

/** Under its name only when whole, so that a build that is killed, or two at once, leave no half of it. */
async function writeEntry(path: string, key: string, { bytes, ...facts }: PictureInks): Promise<void> {
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`
  try {
    const line = JSON.stringify({ ...facts, sum: sumOf(key, facts, bytes) })
    await writeFile(temporary, Buffer.concat([Buffer.from(`${line}\n`), bytes]), { mode: 0o600, flag: 'wx' })
    await rename(temporary, path)
  } catch {
    await rm(temporary, { force: true }).catch(() => undefined)
  }
}

const sumOf = (key: string, facts: Omit<PictureInks, 'bytes'>, bytes: Uint8Array): string =>
  hash([key, facts.coding, facts.space, String(facts.mostInk), facts.samplesHash, bytes])

function hash(parts: readonly (string | Uint8Array)[]): string {
  const sum = createHash('sha256')
  for (const part of parts) sum.update(part)
  return sum.digest('hex')
}
