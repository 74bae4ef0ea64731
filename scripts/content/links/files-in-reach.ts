// The files of a publication that are no texts of it, for links and pictures that name them. The folder is only
// looked through when an address asks for more than its texts, and then without what is hidden, installed or made.
import { readdir } from 'node:fs/promises'
import { join, posix, relative, sep } from 'node:path'
import { insidePath } from '../../ground/files/paths.ts'
import type { Source } from '../../model/chapter.ts'
import type { Settings } from '../../model/settings.ts'

const MOST_FILES = 5000
const DEEPEST = 8
const PASSED_OVER = new Set(['node_modules', 'dist', 'build', 'vendor', '__pycache__'])

/** Paths from the root, in order; none where every address of the texts is found without them. */
export async function filesInReach(
  sources: readonly Source[],
  texts: ReadonlySet<string>,
  settings: Pick<Settings, 'root' | 'out' | 'cache'>,
): Promise<readonly string[]> {
  if (!(await asksForMore(sources, texts, settings.root))) return []
  const files: string[] = []
  const skipped = new Set(
    [settings.out, settings.cache].map((path) => relative(settings.root, path).split(sep).join('/')),
  )
  const look = async (folder: string, depth: number): Promise<void> => {
    const entries = await readdir(join(settings.root, folder), { withFileTypes: true }).catch(() => [])
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = posix.join(folder, entry.name)
      if (entry.name.startsWith('.') || skipped.has(path) || files.length >= MOST_FILES) continue
      if (entry.isDirectory()) {
        if (depth < DEEPEST && !PASSED_OVER.has(entry.name)) await look(path, depth + 1)
      } else if (entry.isFile() && !texts.has(path)) files.push(path)
    }
  }
  await look('', 0)
  return files
}

/** The beginning of every address in a text, whatever it is written with. More than needed does no harm. */
const ADDRESS = /(?:\]\(\s*<?|\]:\s*<?|!?\[\[|\b(?:src|href)\s*=\s*["']?)([^\s<>"')#?][^\s<>"')#?]*)/gi

async function asksForMore(
  sources: readonly Source[],
  texts: ReadonlySet<string>,
  root: string,
): Promise<boolean> {
  const wanted = new Set(
    sources.flatMap(({ file, text }) =>
      [...text.matchAll(ADDRESS)]
        .map(([, address = '']) => address)
        .filter((address) => !/^[a-z][a-z\d+.-]*:/i.test(address))
        .map((address) => posix.normalize(posix.join(posix.dirname(file), address)))
        .filter((path) => !texts.has(path)),
    ),
  )
  for (const path of wanted)
    if (
      !/\.(?:jpe?g|png|webp|svg|avif|gif|tiff?)$/i.test(path) ||
      !('path' in (await insidePath(root, path)))
    )
      return true
  return false
}
