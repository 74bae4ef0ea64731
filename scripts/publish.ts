// dist/: the PDF and report.json, written whole or not at all. A build that is killed leaves the last good files.
import { createHash, randomBytes } from 'node:crypto'
import { type FileHandle, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Finding } from './model.ts'
import { finding } from './rules.ts'

const PREFIX = '.whitepaper-'
const HOUR = 3_600_000

/** Writes the files one after the other, each under a temporary name first; the finding says which could not be written. */
export async function publish(
  files: readonly { path: string; content: Uint8Array | string }[],
): Promise<readonly Finding[]> {
  for (const { path, content } of files) {
    try {
      await mkdir(dirname(path), { recursive: true })
      await clearLeftovers(dirname(path))
      await writeWhole(path, content)
    } catch (error) {
      return [finding('output-is-written', { file: path }, { actual: inWords(error) }, error)]
    }
  }
  return []
}

/** Temporary file in the same folder, synced, renamed: readers see the old file or the new one, never a part. */
async function writeWhole(path: string, content: Uint8Array | string): Promise<void> {
  const temporary = join(
    dirname(path),
    `${PREFIX}${basename(path)}-${process.pid}-${randomBytes(4).toString('hex')}.tmp`,
  )
  try {
    await writeSynced(await open(temporary, 'wx'), content)
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {})
    throw error
  }
}

async function writeSynced(handle: FileHandle, content: Uint8Array | string): Promise<void> {
  try {
    await handle.writeFile(content)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Temporary files of builds that were killed: an hour old, so that a build at work keeps its own. */
async function clearLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith(PREFIX) || !name.endsWith('.tmp')) continue
    const path = join(folder, name)
    const age = await stat(path).then(
      (found) => Date.now() - found.mtimeMs,
      () => 0,
    )
    if (age > HOUR) await rm(path, { force: true })
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
  EACCES: 'this folder may not be written to',
  EPERM: 'this folder may not be written to',
  EROFS: 'this disk may not be written to',
  ENOTDIR: 'a file stands where a folder should be',
  EEXIST: 'a file stands where a folder should be',
  EISDIR: 'a folder stands where the file should be',
}

const inWords = (error: unknown): string => {
  const { code, message } = error as NodeJS.ErrnoException
  return REASONS[code ?? ''] ?? message
}

/** SHA-256 of bytes, in hex. */
export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

/** Hashes of the publication's files that exist, by name relative to the root. */
export async function hashInputs(root: string, files: readonly string[]): Promise<Record<string, string>> {
  const entries = await Promise.all(
    [...new Set(files)].sort().map(async (file) => {
      const bytes = await readFile(join(root, file)).catch(() => undefined)
      return bytes ? ([[file, sha256(bytes)]] as const) : []
    }),
  )
  return Object.fromEntries(entries.flat())
}
