// The files of a folder of somebody's, without what is installed, made or kept by a tool. Links are not followed.
import { createReadStream } from 'node:fs'
import { opendir } from 'node:fs/promises'
import { join, posix } from 'node:path'
import { damagedArchive, refusedArchive } from '../ground/archives/archive-fault.ts'
import type { ArchiveFiles } from '../ground/archives/archive-files.ts'
import { tooLarge } from '../ground/archives/folder-files.ts'
import { readRegularFile } from '../ground/files/paths.ts'
import type { Given } from './draft.ts'

interface Reach {
  readonly deepest: number
  /** Beyond these nothing is looked at; without it, a folder with too many files is refused. */
  readonly most?: number
}

const MOST_FILES = 50_000
const WHOLE: Reach = { deepest: 12 }
const PASSED_OVER = new Set(['node_modules', 'bower_components', '__pycache__', '__MACOSX', '_site', 'venv'])
/** Folders of tools in which their settings and pictures are. */
const HIDDEN_AND_READ = new Set(['.vitepress', '.vuepress', '.gitbook'])

export async function filesBelow(
  root: string,
  reach: Reach = WHOLE,
): Promise<Pick<Given, 'files' | 'symlinks'>> {
  const found: Found = { names: [], symlinks: [], reach }
  await look(root, '', 0, found)
  return { files: asFiles(root, found.names.sort()), symlinks: found.symlinks.sort() }
}

interface Found {
  readonly names: string[]
  readonly symlinks: string[]
  readonly reach: Reach
}

async function look(root: string, folder: string, depth: number, found: Found): Promise<void> {
  const { names, symlinks, reach } = found
  const folders: string[] = []
  for await (const entry of await opendir(join(root, folder))) {
    const name = posix.join(folder, entry.name)
    if (names.length >= (reach.most ?? MOST_FILES)) {
      if (reach.most !== undefined) return
      throw refusedArchive({ problem: 'too-many-files', most: MOST_FILES })
    }
    if (entry.isFile()) names.push(name)
    else if (entry.isSymbolicLink()) symlinks.push(name)
    else if (entry.isDirectory() && isEntered(entry.name) && depth < reach.deepest) folders.push(name)
  }
  for (const name of folders.sort()) await look(root, name, depth + 1, found)
}

const isEntered = (name: string): boolean =>
  !PASSED_OVER.has(name) && (!name.startsWith('.') || HIDDEN_AND_READ.has(name))

function asFiles(root: string, names: readonly string[]): ArchiveFiles {
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
