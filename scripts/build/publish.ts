// dist/: the PDF and report.json, written whole or not at all. A build that is killed leaves the last good files.
import { createHash, randomBytes } from 'node:crypto'
import { closeSync, fsync, openSync, statSync, writeFileSync } from 'node:fs'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { promisify } from 'node:util'
import { insidePath, readRegularFile } from '../ground/files/paths.ts'
import { renamePatiently } from '../ground/files/rename-patiently.ts'
import type { Finding } from '../model/finding.ts'
import { finding } from '../rules/finding.ts'

const PREFIX = '.whitepaper-'
const SUFFIX = '.tmp'
const HOUR = 3_600_000

/**
 * Writes all files under temporary names, then gives them their own: where one cannot be written, none is replaced.
 * The finding says which.
 */
export async function publish(
  files: readonly { path: string; content: Uint8Array | string }[],
): Promise<readonly Finding[]> {
  const written: { path: string; temporary: string }[] = []
  let path = ''
  try {
    for (const file of files) {
      path = file.path
      written.push({ path, temporary: await writeBeside(path, file.content) })
    }
    for (const one of written) {
      path = one.path
      await renamePatiently(one.temporary, path) // Readers see the old file or the new one, never a part.
    }
    return []
  } catch (error) {
    return [unwrittenFile(path, error)]
  } finally {
    await Promise.all(written.map(({ temporary }) => removeQuietly(temporary)))
  }
}

export const unwrittenFile = (path: string, error: unknown): Finding =>
  finding('output-is-written', { file: path }, { reason: reasonInWords(error) }, error)

/**
 * A temporary file in the same folder, whole and on the disk. The name is short, for that of the paper may be long.
 * `cleared`: folders without leftovers, where thousands of files go to one.
 */
export async function writeBeside(
  path: string,
  content: Uint8Array | string,
  cleared = new Set<string>(),
): Promise<string> {
  const folder = dirname(path)
  if (!cleared.has(folder)) {
    await mkdir(folder, { recursive: true })
    await clearLeftovers(folder)
    cleared.add(folder)
  }
  const found = statSync(path, { throwIfNoEntry: false })
  if (found?.isDirectory()) throw Object.assign(new Error('a folder'), { code: 'EISDIR' })
  // A device or a pipe would be gone, and a file stand in its place.
  if (found && !found.isFile()) throw new Error('something that is no file stands there')
  const temporary = join(folder, `${PREFIX}${process.pid}-${randomBytes(4).toString('hex')}${SUFFIX}`)
  try {
    await writeSynced(temporary, content)
    return temporary
  } catch (error) {
    await removeQuietly(temporary)
    throw error
  }
}

const removeQuietly = (path: string): Promise<void> => rm(path, { force: true }).catch(() => {})

const synced = promisify(fsync)

/** Only the disk is waited for in a thread: of a small file, handing each call to one takes longer than the call. */
async function writeSynced(path: string, content: Uint8Array | string): Promise<void> {
  const handle = openSync(path, 'wx')
  try {
    writeFileSync(handle, content)
    await synced(handle)
  } finally {
    closeSync(handle)
  }
}

/**
 * Temporary files of builds that were killed: an hour old, so that a build at work keeps its own. What stays, stays.
 */
async function clearLeftovers(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  for (const name of names) {
    if (!name.startsWith(PREFIX) || !name.endsWith(SUFFIX)) continue
    const path = join(folder, name)
    const age = await stat(path).then(
      (found) => Date.now() - found.mtimeMs,
      () => 0,
    )
    if (age > HOUR) await removeQuietly(path)
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
  EACCES: 'this folder may not be written to',
  EBUSY: 'another program has the file open',
  EPERM: 'this folder may not be written to',
  EROFS: 'this disk may not be written to',
  ENOTDIR: 'a file stands where a folder should be',
  EEXIST: 'a file of this name is there already',
  EISDIR: 'a folder stands where the file should be',
  ENAMETOOLONG: 'its name is too long',
}

/** What Windows says of a file that a reader of PDFs shows. */
const HELD: ReadonlySet<string> = new Set(['EBUSY', 'EPERM'])

export const reasonInWords = (error: unknown): string => {
  const { code, syscall, message } = error as NodeJS.ErrnoException
  if (syscall === 'rename' && HELD.has(code ?? ''))
    return 'another program has it open, or it may not be replaced'
  // What is made at a path where something is: of a folder, something that is none.
  return REASONS[code === 'EEXIST' && syscall === 'mkdir' ? 'ENOTDIR' : (code ?? '')] ?? message
}

/** SHA-256 of bytes, in hex. */
export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

/** Hashes of the publication's files that exist, by name relative to the root; of folders, all that is in them. */
export async function hashInputs(
  root: string,
  files: readonly string[],
  folders: readonly string[] = [],
): Promise<Record<string, string>> {
  const below = await Promise.all(folders.map((folder) => filesBelow(root, folder)))
  const entries = await Promise.all(
    [...new Set([...files, ...below.flat()])].sort().map(async (file) => {
      const found = await insidePath(root, file)
      const bytes =
        'path' in found ? await readRegularFile(found.path, Number.MAX_SAFE_INTEGER).catch(() => '') : ''
      return typeof bytes === 'string' ? [] : ([[file, sha256(bytes)]] as const)
    }),
  )
  return Object.fromEntries(entries.flat())
}

async function filesBelow(root: string, folder: string): Promise<string[]> {
  const found = await insidePath(root, folder)
  if ('problem' in found) return []
  const entries = await readdir(found.path, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(folder, relative(found.path, join(entry.parentPath, entry.name))).replaceAll('\\', '/'),
    )
}
