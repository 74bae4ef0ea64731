import type { Readable } from 'node:stream'

/**
 * The files of an archive, wherever they are: a zip, a folder, or beside the one that was named. Throws ArchiveFault.
 */
export interface ArchiveFiles {
  /** With `/`, sorted. */
  readonly names: readonly string[]
  /** One file, of at most that many bytes. */
  readonly read: (name: string, mostBytes: number) => Promise<Buffer>
  readonly stream: (name: string) => Promise<Readable>
  readonly close: () => void
}
