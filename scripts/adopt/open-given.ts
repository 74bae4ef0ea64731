// A path that was named → what is there to be read. Nothing of it is unpacked on the disk, and no link is followed.
import { stat } from 'node:fs/promises'
import { basename, dirname, extname, resolve } from 'node:path'
import { zipFiles } from '../ground/archives/zip-files.ts'
import { WrongUseError } from '../ground/wrong-use-error.ts'
import type { Given } from './draft.ts'
import { filesBelow } from './files-below.ts'

/** Throws ArchiveFault, and WrongUseError where nothing of that name is. */
export async function openGiven(path: string): Promise<Given> {
  const shown = basename(resolve(path)) || path
  const found = await stat(path).catch(() => undefined)
  if (!found) throw new WrongUseError(`There is no file or folder \`${path}\`.`, 'Look at how it is spelt.')
  if (found.isDirectory()) return { shown, ...(await filesBelow(path)) }
  if (!found.isFile()) throw new WrongUseError(`\`${path}\` is no file.`, 'Name a file or a folder of texts.')
  if (extname(path).toLowerCase() === '.zip') return { shown, files: await zipFiles(path) }
  return { shown, only: basename(path), ...(await filesBelow(dirname(path), NEAR)) }
}

/** Beside one file only what may belong to it is looked for. */
const NEAR = { deepest: 3, most: 5000 }
