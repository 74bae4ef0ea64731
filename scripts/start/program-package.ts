// The program as npm installs it: a publication that brings it along is built anywhere, by this very release.
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { VERSION } from '../ground/version.ts'
import type { StarterFile } from './starter-files.ts'

const HERE = fileURLToPath(new URL('../..', import.meta.url))
/** As npm dates what it packs: the same bytes each time. */
const DATE = new Date('1985-10-26T08:15:00Z')

/** What `package.json` of a new publication asks for. */
export const packageName = (version = VERSION): string => `whitepaper-${version}.tgz`

/** Undefined in a clone of the repository, where nothing is packed yet. The same bytes each time. */
export async function programPackage(root = HERE): Promise<StarterFile | undefined> {
  if (existsSync(join(root, 'scripts', 'cli.ts')) || !existsSync(join(root, 'program'))) return undefined
  const { create } = await import('tar')
  const packed = create(
    { cwd: root, gzip: { level: 9 }, portable: true, prefix: 'package', mtime: DATE },
    await filesOf(root),
  )
  return { file: packageName(), content: await packed.concat() }
}

/** Those that `package.json` names: what npm, or a user, has put beside them is nobody else’s. */
async function filesOf(root: string): Promise<string[]> {
  const { files } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { files: string[] }
  const named = [
    'package.json',
    ...files.filter((name) => !name.startsWith('!') && existsSync(join(root, name))),
  ]
  const lists = await Promise.all(named.map((name) => filesIn(root, name)))
  return lists.flat().sort()
}

async function filesIn(root: string, name: string): Promise<string[]> {
  const entries = await readdir(join(root, name), { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOTDIR') return undefined
      throw error
    },
  )
  if (!entries) return [name]
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
}
