import { rename } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'

/** What Windows says of a file that another program, such as a scanner for viruses, has open for a moment. */
const HELD: ReadonlySet<string> = new Set(['EPERM', 'EACCES', 'EBUSY'])
const PAUSES_MS = [20, 50, 100, 200, 400, 800]

export interface Renaming {
  readonly platform: NodeJS.Platform
  readonly rename: (from: string, to: string) => Promise<void>
  readonly pausesMs: readonly number[]
}

const HERE: Renaming = { platform: process.platform, rename, pausesMs: PAUSES_MS }

/** As `rename`, but that a file which is held on Windows is tried again for a second and a half. */
export async function renamePatiently(from: string, to: string, by: Renaming = HERE): Promise<void> {
  for (const pauseMs of by.platform === 'win32' ? by.pausesMs : []) {
    try {
      return await by.rename(from, to)
    } catch (error) {
      if (!HELD.has((error as NodeJS.ErrnoException).code ?? '')) throw error
      await pause(pauseMs)
    }
  }
  await by.rename(from, to)
}
