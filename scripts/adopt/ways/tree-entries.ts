// Texts whose tool has no list of them, in the order of folders and names.
import { posix } from 'node:path'
import type { Given } from '../draft.ts'
import { kindOfFile } from './file-text.ts'
import type { Entry } from './listed-texts.ts'
import { matterIn } from './settings-of.ts'
import { STANDS_FOR_FOLDER, treeOrder } from './tree-order.ts'

/** `root`: the folder in which all of them lie. Only what stands for a folder is opened, for its title. */
export async function treeEntries(given: Given, names: readonly string[], root: string): Promise<Entry[]> {
  const stands = (name: string): boolean =>
    STANDS_FOR_FOLDER.test(posix.basename(name)) && kindOfFile(name) === 'markdown'
  const texts = names.map(async (name) => ({ name, matter: stands(name) ? await matterIn(given, name) : {} }))
  return treeOrder(await Promise.all(texts), { root, position: () => undefined })
}
