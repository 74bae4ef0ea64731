import type { Stats } from 'node:fs'
import { lstat, realpath, stat } from 'node:fs/promises'
import { basename, join, relative, sep } from 'node:path'
import { type FSWatcher, watch } from 'chokidar'

export interface Watch {
  readonly close: () => Promise<void>
}

/** The watcher drops what follows a change within 50 ms, and a removal within 100: then it is looked at once more. */
const AGAIN_MS = 120
/**
 * Most editors empty a file, or take it away, and write it anew: between the two it is none that anybody wants to see.
 */
const HOLLOW_MS = 300
/** How often it is looked whether the publication is still the folder that is watched. */
const ROOT_MS = 500

/**
 * Tells of every file below `root` that is saved, added or taken away, by its path with `/`. Hidden files,
 * `node_modules` and the folders that are `left` out (absolute paths) are none of a publication. A folder that is
 * moved away may come back.
 */
export async function watchPublication(
  root: string,
  left: readonly string[],
  changed: (file: string) => void,
): Promise<Watch> {
  const begin = async (): Promise<FSWatcher> => {
    // Links below it are not followed, so that nothing outside is watched; the publication itself may stand behind one.
    const real = await realpath(root).catch(() => root)
    const isLeftOut = (path: string): boolean => {
      if (path === real) return false
      const name = basename(path)
      return (
        name.startsWith('.') || name === 'node_modules' || left.includes(join(root, relative(real, path)))
      )
    }
    const watcher = watch(real, {
      ignored: isLeftOut,
      ignoreInitial: true,
      followSymlinks: false,
      alwaysStat: true,
    })
    watcher.on('all', (_event, path, stats) => {
      if (path === real && !stats) inode = undefined // It is gone, however soon it comes back.
      seen.tell(relative(real, path), path, stampOf(stats))
    })
    // A folder that goes while it is looked into, or too many of them for the system: what can be watched is watched.
    watcher.on('error', () => undefined)
    await new Promise<void>((ready) => watcher.once('ready', ready))
    return watcher
  }
  const seen = lookAgain((file) => changed(file.split(sep).join('/')))
  let inode = await inodeOf(root)
  let watcher = await begin()
  const renew = async (): Promise<void> => {
    const now = await inodeOf(root)
    if (now === inode) return
    inode = now
    if (now === undefined) return changed('publication.yaml')
    await watcher.close()
    watcher = await begin()
    changed('publication.yaml')
  }
  const rounds = inTurn(renew, ROOT_MS)
  return {
    close: async () => {
      await rounds.close()
      seen.close()
      await watcher.close()
    },
  }
}

/** What a file was when it was told of: hollow, or as much as changes with each save. */
const stampOf = (stats: Stats | undefined): string => {
  if (!stats) return 'gone'
  if (stats.isDirectory()) return 'folder'
  return stats.size === 0 ? 'empty' : `${stats.ino} ${stats.size} ${stats.mtimeMs}`
}

const isHollow = (stamp: string): boolean => stamp === 'gone' || stamp === 'empty'

/**
 * Tells of a path at once, or, while it is hollow, when it stays so; and anew for as long as it is then found to be
 * another.
 */
function lookAgain(changed: (file: string) => void) {
  const timers = new Map<string, NodeJS.Timeout>()
  const tell = (file: string, path: string, stamp: string): void => {
    const waits = isHollow(stamp)
    if (!waits) changed(file)
    clearTimeout(timers.get(path))
    const look = async () => {
      const now = stampOf(await lstat(path).catch(() => undefined))
      if (timers.get(path) !== timer) return
      timers.delete(path)
      if (now !== stamp) tell(file, path, now)
      else if (waits) changed(file)
    }
    const timer = setTimeout(look, waits ? HOLLOW_MS : AGAIN_MS)
    timers.set(path, timer)
  }
  const close = (): void => {
    for (const timer of timers.values()) clearTimeout(timer)
    timers.clear()
  }
  return { tell, close }
}

const inodeOf = (path: string): Promise<number | undefined> =>
  stat(path).then(
    ({ ino }) => ino,
    () => undefined,
  )

/** Does it over and over, once at a time. */
function inTurn(work: () => Promise<void>, everyMs: number) {
  let isClosed = false
  let last = Promise.resolve()
  let timer: NodeJS.Timeout
  const wait = (): void => {
    timer = setTimeout(() => {
      last = work().finally(() => isClosed || wait())
    }, everyMs)
  }
  wait()
  return {
    close: async () => {
      isClosed = true
      clearTimeout(timer)
      await last
    },
  }
}
