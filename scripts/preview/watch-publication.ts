import { basename, relative, sep } from 'node:path'
import { watch } from 'chokidar'

export interface Watch {
  readonly close: () => Promise<void>
}

/**
 * Tells of every file below `root` that is saved, added or taken away, by its path with `/`. Hidden files, `node_modules` and
 * the folders that are `left` out (absolute paths) are none of a publication.
 */
export async function watchPublication(
  root: string,
  left: readonly string[],
  changed: (file: string) => void,
): Promise<Watch> {
  const isLeftOut = (path: string): boolean => {
    if (path === root) return false
    const name = basename(path)
    return name.startsWith('.') || name === 'node_modules' || left.includes(path)
  }
  const watcher = watch(root, { ignored: isLeftOut, ignoreInitial: true, followSymlinks: false })
  watcher.on('all', (_event, path) => changed(relative(root, path).split(sep).join('/')))
  // A folder that goes while it is looked into, or too many of them for the system: what can be watched is watched.
  watcher.on('error', () => undefined)
  await new Promise<void>((ready) => watcher.once('ready', ready))
  return { close: () => watcher.close() }
}
