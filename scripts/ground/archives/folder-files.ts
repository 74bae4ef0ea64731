// The files below a folder: an archive that was unpacked, a folder of photographs, or of texts. Links of the file
// system are not followed.
import { createReadStream } from 'node:fs'
import { opendir } from 'node:fs/promises'
import { join, posix } from 'node:path'
import { readRegularFile } from '../files/paths.ts'
import { type ArchiveFault, damagedArchive, refusedArchive } from './archive-fault.ts'
import type { ArchiveFiles } from './archive-files.ts'

export interface Reach {
  /** Whether a folder, by its path from the root, is looked into. */
  readonly enters: (folder: string) => boolean
  /** How many folders deep. */
  readonly deepest: number
  readonly most: number
  /** What more files than `most` mean: the whole is refused, or the others are not looked at. */
  readonly beyond: 'refused' | 'passed-over'
}

export interface FolderFiles extends ArchiveFiles {
  /** Links below the folder. */
  readonly symlinks: readonly string[]
  /** Folders that lie too deep, or that nobody may open. */
  readonly unread: readonly string[]
}

/** Folders beside a single file in which its pictures can be. */
const MEDIA = /^(?:tweets?_media|media_attachments|blobs)$/

/** A browser saves a page as `page.html` and `page_files/`, or what that is in its language. */
const isBeside = (folder: string, only: string): boolean =>
  MEDIA.test(folder) || (/\.x?html?$/i.test(only) && folder.startsWith(only.replace(/\.\w+$/, '')))

/** With `only`, that file, the files beside it and the folders of its pictures. */
export const archiveReach = (only?: string): Reach => ({
  enters: (folder) =>
    !posix.basename(folder).startsWith('.') && (!only || isBeside(folder.split('/')[0] ?? '', only)),
  deepest: 12,
  most: 200_000,
  beyond: 'refused',
})

/** Throws ArchiveFault, and what the file system throws for the folder itself. */
export async function folderFiles(root: string, reach: Reach): Promise<FolderFiles> {
  const found: Found = { root, reach, names: [], symlinks: [], unread: [] }
  await look('', 0, found)
  return {
    ...readersOf(root, found.names.sort()),
    symlinks: found.symlinks.sort(),
    unread: found.unread.sort(),
  }
}

interface Found {
  readonly root: string
  readonly reach: Reach
  readonly names: string[]
  readonly symlinks: string[]
  readonly unread: string[]
}

/** Files of a folder before those of its folders, so that what lies near is there where not all is looked at. */
async function look(folder: string, depth: number, found: Found): Promise<void> {
  const { root, reach, names, symlinks, unread } = found
  const folders: string[] = []
  for await (const entry of await opendir(join(root, folder))) {
    const name = posix.join(folder, entry.name)
    if (names.length >= reach.most) {
      if (reach.beyond === 'passed-over') return
      throw refusedArchive({ problem: 'too-many-files', most: reach.most })
    }
    if (entry.isFile()) names.push(name)
    else if (entry.isSymbolicLink()) symlinks.push(name)
    else if (entry.isDirectory() && reach.enters(name)) folders.push(name)
  }
  for (const name of folders.sort()) {
    if (depth >= reach.deepest) unread.push(name)
    else
      await look(name, depth + 1, found).catch((error: unknown) => {
        if (!isClosed(error)) throw error
        unread.push(name)
      })
  }
}

const isClosed = (error: unknown): boolean =>
  /^(?:EACCES|EPERM|ENOENT|ELOOP|ENAMETOOLONG)$/.test(String((error as { code?: unknown }).code))

function readersOf(root: string, names: readonly string[]): ArchiveFiles {
  const known = new Set(names)
  const pathOf = (name: string): string => {
    if (!known.has(name)) throw damagedArchive({ problem: 'file-is-missing', file: name })
    return join(root, name)
  }
  return {
    names,
    read: async (name, mostBytes) => {
      const bytes = await readRegularFile(pathOf(name), mostBytes)
      if (bytes === 'too-large') throw tooLarge(name, mostBytes)
      if (bytes === 'not-a-file') throw damagedArchive({ problem: 'no-file', file: name })
      return bytes
    },
    stream: async (name) => createReadStream(pathOf(name)),
    close: () => {},
  }
}

export const tooLarge = (name: string, mostBytes: number): ArchiveFault =>
  refusedArchive({ problem: 'file-too-large', file: name, mostMb: Math.round(mostBytes / 1024 / 1024) })
