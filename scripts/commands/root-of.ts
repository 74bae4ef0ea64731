import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Options } from '../build/resolve-settings.ts'
import { WrongUseError } from '../ground/wrong-use-error.ts'

/** The absolute path of the publication that is meant. Throws WrongUseError where there is no such folder. */
export async function rootOf({ root: wished = '.' }: Pick<Options, 'root'>): Promise<string> {
  const root = resolve(wished)
  const found = await stat(root).catch(() => undefined)
  if (found?.isDirectory()) return root
  throw new WrongUseError(`There is no folder \`${root}\`.`, 'Name a publication with --root.')
}
