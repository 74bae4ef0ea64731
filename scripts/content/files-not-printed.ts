// Files that lie beside the texts and are in no edition: told once, so that nobody waits for them.
import { readdir } from 'node:fs/promises'
import { basename } from 'node:path/posix'
import type { Finding } from '../model/finding.ts'
import { finding } from '../rules/finding.ts'
import type { FilePlace } from './file-places.ts'
import { kindInWords } from './file-places.ts'
import type { FolderFiles } from './folder-files.ts'

const MOST_NAMED = 8

/** One finding for all; a file that a text names, such as a sheet that it links to, is no stranger. */
export function strangersIn(
  { others }: FolderFiles,
  places: readonly FilePlace[],
  texts: readonly string[],
): Finding[] {
  const listed = new Set(places.map(({ file }) => file))
  const isNamed = (name: string): boolean =>
    texts.some((text) => text.includes(name) || text.includes(encodeURI(name)))
  const strangers = others.filter((file) => !listed.has(file) && !isNamed(basename(file)))
  const [first] = strangers
  if (first === undefined) return []
  const named = strangers.slice(0, MOST_NAMED).map((file) => `\`${file}\` (${kindInWords(file)})`)
  const more = strangers.length - named.length
  const files = [...named, ...(more > 0 ? [`${more} more`] : [])].join(', ')
  return [finding('file-is-text', { file: first }, { files, count: strangers.length })]
}

/** Why there is not one text, and what to do about it. */
export async function nothingToPrint(root: string, { others }: FolderFiles): Promise<Finding> {
  const names = await readdir(root).catch(() => [])
  const atRoot = names.filter((name) => /\.(?:md|markdown)$/i.test(name))
  const mend =
    atRoot.length > 0
      ? `Put the Markdown files, such as \`${atRoot[0]}\`, into a folder \`chapters\`.`
      : others.length > 0
        ? 'Save the texts as Markdown or plain text, with names that end in `.md`.'
        : 'Write a first chapter, such as chapters/01-beginning.md.'
  return finding(
    'publication-is-complete',
    { file: 'chapters' },
    { actual: 'There is no text to print.', mend },
  )
}
