// The browser is a program: whoever can write into the folder it is unpacked to can have anything run in our name.
import { createHash } from 'node:crypto'
import { lstat, mkdir, readdir, rm } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { whyNot } from '../ground/files/why-not.ts'
import { NoBrowserError } from './no-browser-error.ts'

/** Makes the folder for this user alone (mode 0700), or throws NoBrowserError when others can write into it. */
export async function privateFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
  } catch (cause) {
    throw new NoBrowserError(`The cache folder ${folder} cannot be made: ${whyNot(cause)}.`, {
      mend: MEND,
      cause,
    })
  }
  const stat = await lstat(folder)
  const problem = whyUnsafe(stat)
  if (problem) throw new NoBrowserError(`The cache folder ${folder} ${problem}.`, { mend: MEND })
}

const MEND = 'Delete that folder, or name one of your own: WHITEPAPER_CACHE=/path/that/only/you/can/write.'

function whyUnsafe(stat: Awaited<ReturnType<typeof lstat>>): string {
  if (!stat.isDirectory()) return 'is not a folder'
  // Windows has neither owners nor modes of this kind; its user folders are private by default.
  if (!process.getuid) return ''
  if (stat.uid !== process.getuid()) return 'belongs to another user'
  return Number(stat.mode) & 0o022 ? 'can be written to by other users' : ''
}

const HOST = createHash('sha256').update(hostname()).digest('hex').slice(0, 8)
const HOUR_MS = 3_600_000

/** Prefix for a temporary entry that says which process on which machine made it. */
export const temporaryPrefix = (name: string): string => `${name}.part-${HOST}-${process.pid}-`

/** Removes what builds that were killed left behind; never what a living build is using. */
export async function sweepLeftovers(folder: string, now = Date.now()): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.includes('.part-'))
  for (const name of names) {
    const path = join(folder, name)
    if (await isLeftover(path, name, now))
      await rm(path, { recursive: true, force: true }).catch(() => undefined)
  }
}

async function isLeftover(path: string, name: string, now: number): Promise<boolean> {
  const [, host, pid] = /\.part-([0-9a-f]{8})-(\d+)-/.exec(name) ?? []
  if (host === HOST) return !isAlive(Number(pid))
  // A cache shared between machines or containers: their process numbers say nothing here, so age decides.
  const stat = await lstat(path).catch(() => undefined)
  return stat !== undefined && now - stat.mtimeMs > HOUR_MS
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
