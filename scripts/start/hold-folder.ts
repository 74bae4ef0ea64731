// One at a time: whoever takes the next number and adds a line to publication.yaml holds the publication while doing
// so.
import { open, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { WrongUseError } from '../ground/wrong-use-error.ts'

const LOCK = '.whitepaper-new'
/** What is done under the lock takes milliseconds: an older one was left by a command that was killed. */
const STALE_MS = 10_000
const PAUSE_MS = 20
const PATIENCE_MS = 15_000

/** Runs `work` while no other does so in this publication. Throws what the file system throws. */
export async function holdFolder<T>(root: string, work: () => Promise<T>): Promise<T> {
  const lock = join(root, LOCK)
  const begun = performance.now()
  while (!(await taken(lock))) {
    if (performance.now() - begun > PATIENCE_MS)
      throw new WrongUseError(
        'Another `whitepaper new` is at work in this publication.',
        `Wait until it has ended. If there is none, delete the file ${LOCK}.`,
      )
    await pause(PAUSE_MS)
  }
  try {
    return await work()
  } finally {
    await rm(lock, { force: true })
  }
}

async function taken(lock: string): Promise<boolean> {
  try {
    await (await open(lock, 'wx')).close()
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    await dropStale(lock)
    return false
  }
}

/** Renamed first: of two that find it, only one takes it away. */
async function dropStale(lock: string): Promise<void> {
  const age = await stat(lock).then(
    ({ mtimeMs }) => Date.now() - mtimeMs,
    () => 0,
  )
  if (age < STALE_MS) return
  const aside = `${lock}-${process.pid}`
  await rename(lock, aside).then(
    () => rm(aside, { force: true, recursive: true }),
    () => {},
  )
}
