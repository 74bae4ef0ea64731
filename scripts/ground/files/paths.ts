// Where files may be: nothing outside of the publication is read for it, by `../`, by an absolute path or through a
// symlink.
import { constants } from 'node:fs'
import { open, realpath } from 'node:fs/promises'
import { isAbsolute, join, relative, resolve, sep } from 'node:path'

/** The absolute path of `file` below `root` when it exists and stays inside, symlinks followed; else why not. */
export async function insidePath(
  root: string,
  file: string,
): Promise<{ path: string } | { problem: 'outside' | 'missing' }> {
  if (file.includes('\0') || isAbsolute(file) || !isBelow(root, resolve(root, file)))
    return { problem: 'outside' }
  // macOS writes names with letters and marks apart, and others together: both mean the same file.
  for (const name of new Set([file, file.normalize('NFC'), file.normalize('NFD')])) {
    try {
      const [realRoot, realFile] = await Promise.all([realpath(root), realpath(join(root, name))])
      return isBelow(realRoot, realFile) ? { path: realFile } : { problem: 'outside' }
    } catch {
      // Perhaps under its other name.
    }
  }
  return { problem: 'missing' }
}

/**
 * Reads a regular file of at most `limit` bytes; never waits on a pipe or a device. Throws what the file system
 * throws.
 */
export async function readRegularFile(
  path: string,
  limit: number,
): Promise<Buffer | 'too-large' | 'not-a-file'> {
  const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK)
  try {
    const stat = await handle.stat()
    if (!stat.isFile()) return 'not-a-file'
    if (stat.size > limit) return 'too-large'
    return await handle.readFile()
  } finally {
    await handle.close()
  }
}

const isBelow = (root: string, path: string): boolean => {
  const way = relative(root, path)
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way))
}
