// An archive that was unpacked, or a folder of photographs. Links to elsewhere are not followed.
import { createReadStream } from 'node:fs'
import { opendir } from 'node:fs/promises'
import { join, posix } from 'node:path'
import { readRegularFile } from '../files/paths.ts'
import { type ArchiveFault, damagedArchive, refusedArchive } from './archive-fault.ts'
import type { ArchiveFiles } from './archive-files.ts'

const MOST_FILES = 200_000
const DEEPEST = 12
/** Folders beside a single file in which its pictures can be. */
const MEDIA = /^(?:tweets?_media|media_attachments|blobs)$/

/** With `only`, that file, the files beside it and the folders of its pictures. */
export async function folderFiles(root: string, only?: string): Promise<ArchiveFiles> {
  const names: string[] = []
  await list(root, '', names, (folder) => !only || MEDIA.test(folder.split('/')[0] ?? ''))
  names.sort()
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

async function list(
  root: string,
  folder: string,
  names: string[],
  enters: (folder: string) => boolean,
): Promise<void> {
  if (folder.split('/').length > DEEPEST) return
  for await (const entry of await opendir(join(root, folder))) {
    const name = posix.join(folder, entry.name)
    if (entry.isFile()) names.push(name)
    else if (entry.isDirectory() && !entry.name.startsWith('.') && enters(name))
      await list(root, name, names, enters)
    if (names.length > MOST_FILES) throw refusedArchive({ problem: 'too-many-files', most: MOST_FILES })
  }
}

export const tooLarge = (name: string, mostBytes: number): ArchiveFault =>
  refusedArchive({ problem: 'file-too-large', file: name, mostMb: Math.round(mostBytes / 1024 / 1024) })
