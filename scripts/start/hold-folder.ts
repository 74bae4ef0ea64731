// One at a time: whoever takes the next number and adds a line to publication.yaml holds the publication while doing
// so.
import { randomUUID } from 'node:crypto'
import { mkdir, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { WrongUseError } from '../ground/wrong-use-error.ts'

const LOCK = '.whitepaper-new'
const PAUSE_MS = 20

/** Runs `work` while no other does so in this publication. Throws what the file system throws. */
export async function holdFolder<T>(root: string, work: () => Promise<T>, patienceMs = 15_000): Promise<T> {
  const lock = join(root, LOCK)
  const id = randomUUID()
  const owner = `${process.pid}.${id}.${hostname()}`
  const own = `${lock}-${id}`
  try {
    await mkdir(own)
    await writeFile(join(own, owner), '')
    await waitFor(() => taken(lock, own), patienceMs)
    return await work()
  } finally {
    await giveUp(lock, owner)
    await rm(own, { recursive: true, force: true })
  }
}

async function waitFor(isDone: () => Promise<boolean>, patienceMs: number): Promise<void> {
  const begun = performance.now()
  while (!(await isDone())) {
    if (performance.now() - begun > patienceMs)
      throw new WrongUseError(
        'Another `whitepaper new` is at work in this publication.',
        `Wait until it has ended. If there is none, delete ${LOCK}.`,
      )
    await pause(PAUSE_MS)
  }
}

/**
 * A folder that holds the name of its owner comes into its place as one step, and only where there is none or an empty
 * one.
 */
async function taken(lock: string, own: string): Promise<boolean> {
  try {
    await rename(own, lock)
    return true
  } catch (error) {
    if (!HELD.has(codeOf(error))) throw error
  }
  const owners = await readdir(lock).catch(() => ['nobody knows whose'])
  if (owners.every(isGone)) await giveUp(lock, ...owners)
  return false
}

/** What systems say of a folder that is there and not empty; Windows of any that is there. */
const HELD: ReadonlySet<string> = new Set(['ENOTEMPTY', 'EEXIST', 'EPERM', 'EACCES', 'ENOTDIR'])

/**
 * Whoever does this late takes nothing from the next owner: a name is of one alone, and a folder with another in it
 * stays.
 */
async function giveUp(lock: string, ...owners: readonly string[]): Promise<void> {
  for (const owner of owners) await rm(join(lock, owner), { force: true }).catch(() => {})
  await rmdir(lock).catch(() => {})
}

/** Killed before it could give up. What runs on another computer is not known. */
function isGone(owner: string): boolean {
  const [pid = '', , ...host] = owner.split('.')
  if (host.join('.') !== hostname()) return false
  try {
    process.kill(Number(pid), 0)
    return false
  } catch (error) {
    return codeOf(error) === 'ESRCH'
  }
}

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? ''
