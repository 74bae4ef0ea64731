import { readRegularFile } from '../ground/files/paths.ts'
import { MOST_BYTES_OF_FILE } from '../ground/limits.ts'
import { inThread } from '../ground/threads/threads.ts'
import { unreadable, type VerifiedFile } from './verify-bytes.ts'

const PATIENCE_MS = 120_000

/**
 * Verifies a file that may be anybody's: in a thread of its own, which is ended when the file keeps it busy for too
 * long or asks for too much memory. Whatever is wrong with the file is a finding.
 */
export async function verifyFile(
  path: string,
  limits: { readonly bytes?: number; readonly ms?: number } = {},
): Promise<VerifiedFile> {
  const maxBytes = limits.bytes ?? MOST_BYTES_OF_FILE
  const bytes = await readRegularFile(path, maxBytes).catch(() => 'missing' as const)
  if (bytes === 'missing') return unreadable('there is no such file, or it may not be read')
  if (bytes === 'not-a-file') return unreadable('it is no file')
  if (bytes === 'too-large') return unreadable(`it has more than ${Math.round(maxBytes / 1024 / 1024)} MB`)
  const thread = new URL('./verify-thread.ts', import.meta.url)
  return inThread<VerifiedFile>(thread, bytes, limits.ms ?? PATIENCE_MS).catch((error: Error) =>
    unreadable(error.message),
  )
}
