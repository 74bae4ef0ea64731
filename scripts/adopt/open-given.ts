// A path that was named → what is there to be read. Nothing of it is unpacked on the disk, and no link is followed.
import { realpath, stat } from 'node:fs/promises'
import { basename, dirname, extname, posix, resolve } from 'node:path'
import { folderFiles, type Reach } from '../ground/archives/folder-files.ts'
import { zipFiles } from '../ground/archives/zip-files.ts'
import { WrongUseError } from '../ground/wrong-use-error.ts'
import type { Given } from './draft.ts'

/** Throws ArchiveFault, and WrongUseError where nothing of that name is. */
export async function openGiven(path: string): Promise<Given> {
  const shown = basename(resolve(path)) || path
  const found = await stat(path).catch(() => undefined)
  if (!found) throw new WrongUseError(`There is no file or folder \`${path}\`.`, 'Look at how it is spelt.')
  if (found.isDirectory()) return givenBelow(path, shown, WHOLE)
  if (!found.isFile()) throw new WrongUseError(`\`${path}\` is no file.`, 'Name a file or a folder of texts.')
  if (extname(path).toLowerCase() === '.zip')
    return { shown, root: await realpath(path), files: await zipFiles(path), symlinks: [], unread: [] }
  // What else lies beside one file is nobody's business.
  return { ...(await givenBelow(dirname(path), shown, NEAR)), only: basename(path), unread: [] }
}

async function givenBelow(folder: string, shown: string, reach: Reach): Promise<Given> {
  const { symlinks, unread, ...files } = await folderFiles(folder, reach)
  return { shown, root: await realpath(folder), files, symlinks, unread }
}

const PASSED_OVER = new Set(['node_modules', 'bower_components', '__pycache__', '__MACOSX', '_site', 'venv'])
/** Folders of tools in which their settings and pictures are. */
const HIDDEN_AND_READ = new Set(['.vitepress', '.vuepress', '.gitbook'])

/** Not what is installed, made or kept by a tool. */
const enters = (folder: string): boolean => {
  const name = posix.basename(folder)
  return !PASSED_OVER.has(name) && (!name.startsWith('.') || HIDDEN_AND_READ.has(name))
}

const WHOLE: Reach = { enters, deepest: 12, most: 50_000, beyond: 'refused' }
/** Beside one file only what may belong to it is looked for. */
const NEAR: Reach = { enters, deepest: 3, most: 5000, beyond: 'passed-over' }
