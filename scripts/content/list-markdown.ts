// The Markdown files that lie in the folders of a publication.
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

const FOLDERS = ['chapters', 'case-studies']

/** Paths from the root, by number and then by name. A folder that is not there has no files. */
export async function listMarkdown(root: string): Promise<string[]> {
  const folders = await Promise.all(FOLDERS.map((folder) => namesIn(root, folder)))
  return folders.flat()
}

async function namesIn(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => [])
  return entries
    .filter(
      (entry) =>
        !entry.isDirectory() && /\.md$/i.test(entry.name) && !/^(?:\.|_|readme\.md$)/i.test(entry.name),
    )
    .map((entry) => entry.name)
    .sort((a, b) => number(a) - number(b) || (a < b ? -1 : 1))
    .map((name) => `${folder}/${name}`)
}

const number = (name: string): number => Number(/^\d{1,6}/.exec(name)?.[0] ?? Number.MAX_SAFE_INTEGER)
