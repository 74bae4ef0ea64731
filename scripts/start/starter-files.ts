// What a new publication begins with: the files of templates/init/ under their own names.
import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { VERSION } from '../ground/version.ts'
import { fillInYaml, type Value } from './fill-in-template.ts'

export interface StarterFile {
  /** Relative to the publication, with `/`. */
  readonly file: string
  readonly content: Uint8Array | string
}

/** Names that a package registry would take away, or an editor take for its own. */
const HIDDEN = /^(editorconfig|gitattributes|github|gitignore|vscode)(?=\/|$)/

/** What is there to be written over, and of no use around other texts. */
const EXAMPLE = /^(?:case-studies|chapters|data)\/|^glossary\.yaml$/

/**
 * In the order of their names. `answers` are keys of publication.yaml; package.json asks for this very release.
 * `publication`: that of texts that are there already, around which all but the examples are written.
 */
export async function starterFiles(
  folder: string,
  answers: Readonly<Record<string, string>>,
  publication?: string,
): Promise<StarterFile[]> {
  const values = Object.entries(answers).map(([key, value]) => ({ key, value }))
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((name) => publication === undefined || !EXAMPLE.test(name))
    .sort()
  const language = /^language: *["']?([\w-]+)/m.exec(publication ?? '')?.[1]
  return Promise.all(
    names.map(async (name) => {
      const file = name.replace(HIDDEN, '.$1')
      const content = await readFile(join(folder, name))
      const text = (): string => content.toString('utf8')
      if (file === 'publication.yaml')
        return {
          file,
          content: publication === undefined ? fillInYaml(text(), values) : publication + below(values),
        }
      if (file === '.vscode/settings.json' && language)
        return { file, content: text().replace('"en-GB"', JSON.stringify(language)) }
      if (file === 'package.json') return { file, content: text().replace('VERSION', VERSION) }
      return { file, content }
    }),
  )
}

/** Below what is there, so that its lines keep their numbers. */
const below = (values: readonly Value[]): string =>
  `${fillInYaml('', values)}# yaml-language-server: $schema=templates/schema/publication.json\n`
