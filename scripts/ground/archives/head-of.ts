import type { ArchiveFiles } from './archive-files.ts'

const GLANCE_BYTES = 64 * 1024

/** The beginning of a file, as Latin-1, by which its kind is told; '' for what cannot be read. */
export async function headOf(files: ArchiveFiles, name: string, bytes = GLANCE_BYTES): Promise<string> {
  const parts: Buffer[] = []
  let length = 0
  try {
    const stream = await files.stream(name)
    for await (const part of stream) {
      parts.push(part as Buffer)
      length += (part as Buffer).length
      if (length >= bytes) break // Leaving the loop ends the stream.
    }
  } catch {
    return ''
  }
  return Buffer.concat(parts).toString('latin1', 0, bytes)
}
