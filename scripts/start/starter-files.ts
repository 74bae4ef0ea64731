// What a new publication begins with: the files of templates/init/ under their own names.
import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { VERSION } from '../ground/version.ts'
import { fillInYaml } from './fill-in-template.ts'

export interface StarterFile {
  /** Relative to the publication, with `/`. */
  readonly file: string
  readonly content: Uint8Array | string
}

/** Names that a package registry would take away, or an editor take for its own. */
const HIDDEN = /^(editorconfig|gitattributes|github|gitignore|vscode)(?=\/|$)/

/** In the order of their names. `answers` are keys of publication.yaml; package.json asks for this very release. */
export async function starterFiles(
  folder: string,
  answers: Readonly<Record<string, string>>,
): Promise<StarterFile[]> {
  const values = Object.entries(answers).map(([key, value]) => ({ key, value }))
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort()
  return Promise.all(
    names.map(async (name) => {
      const file = name.replace(HIDDEN, '.$1')
      const content = await readFile(join(folder, name))
      const text = (): string => content.toString('utf8')
      if (file === 'publication.yaml') return { file, content: fillInYaml(text(), values) }
      if (file === 'package.json') return { file, content: text().replace('VERSION', VERSION) }
      return { file, content }
    }),
  )
}
