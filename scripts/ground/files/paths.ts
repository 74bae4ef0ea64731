// Where files may be: nothing outside of the publication is read for it, by `../`, by an absolute path or through a
// symlink. Steps that take a few microseconds are taken at once: there are hundreds of texts, and to be called back for
// each step costs ten times as much as the step.
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readFile,
  readFileSync,
  realpathSync,
} from 'node:fs'
import { isAbsolute, join, normalize, relative, resolve, sep } from 'node:path'
import { promisify } from 'node:util'

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
      const realRoot = realpathSync.native(root)
      const realFile = realpathSync.native(join(root, name))
      if (!isBelow(realRoot, realFile)) return { problem: 'outside' }
      // What one system finds in spite of its capitals, the next one does not.
      const isOther = differsInCapitals(relative(realRoot, realFile), file) && !hasLink(root, name)
      return isOther ? { problem: 'missing' } : { path: realFile }
    } catch {
      // Perhaps under its other name.
    }
  }
  return { problem: 'missing' }
}

/**
 * Whether a path is another one on systems that tell capitals from small letters, and the same on those that do not.
 */
export function differsInCapitals(way: string, asked: string): boolean {
  const [one, other] = [way, normalize(asked)].map((path) => path.replaceAll('\\', '/').normalize('NFC'))
  return one !== other && one?.toLowerCase() === other?.toLowerCase()
}

/** A link may well have the name of what it leads to, in capitals. */
const hasLink = (root: string, file: string): boolean =>
  normalize(file)
    .split(sep)
    .some((_, index, steps) => lstatSync(join(root, ...steps.slice(0, index + 1))).isSymbolicLink())

/**
 * Reads a regular file of at most `limit` bytes; never waits on a pipe or a device. Throws what the file system
 * throws.
 */
export async function readRegularFile(
  path: string,
  limit: number,
): Promise<Buffer | 'too-large' | 'not-a-file'> {
  const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK)
  try {
    const stat = fstatSync(file)
    if (!stat.isFile()) return 'not-a-file'
    if (stat.size > limit) return 'too-large'
    return stat.size > AT_ONCE_BYTES ? await promisify(readFile)(file) : readFileSync(file)
  } finally {
    closeSync(file)
  }
}

/** Texts are smaller, and pictures may be as large as they like: others work while these are read. */
const AT_ONCE_BYTES = 1_000_000

const isBelow = (root: string, path: string): boolean => {
  const way = relative(root, path)
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way))
}
