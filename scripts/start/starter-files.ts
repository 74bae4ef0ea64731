// What a new publication begins with: the files of templates/init/ under their own names.
import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { fillInYaml } from './fill-in-template.ts'

export interface StarterFile {
  /** Relative to the publication, with `/`. */
  readonly file: string
  readonly content: Uint8Array | string
}

/** Names that a package registry would take away, or an editor take for its own. */
const HIDDEN = /^(gitignore|vscode)(?=\/|$)/

/** In the order of their names. Only publication.yaml has the title in it. */
export async function starterFiles(folder: string, title: string): Promise<StarterFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort()
  return Promise.all(
    names.map(async (name) => {
      const file = name.replace(HIDDEN, '.$1')
      const content = await readFile(join(folder, name))
      return file === 'publication.yaml'
        ? { file, content: fillInYaml(content.toString('utf8'), [{ key: 'title', value: title }]) }
        : { file, content }
    }),
  )
}
