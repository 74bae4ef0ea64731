// Files of the publication that its texts link to: they are published beside the pages, under the names that they have.

import { insidePath } from '../ground/files/paths.ts'
import type { Book } from '../model/book.ts'
import type { Settings } from '../model/settings.ts'
import type { SiteFile } from '../model/site.ts'

const FOLDER = 'files'

/** Where a file stands on the website. */
export const placeOfFile = (file: string): string => `${FOLDER}/${file}`

/** One that is gone, or leads out of the publication, is not among them, and links to it are words. */
export async function attachedFiles(book: Book, { root }: Pick<Settings, 'root'>): Promise<SiteFile[]> {
  const wanted = [...new Set(book.chapters.flatMap(({ files = [] }) => files))]
  const found = await Promise.all(
    wanted.map(async (file): Promise<SiteFile[]> => {
      const inside = await insidePath(root, file)
      return 'path' in inside ? [{ path: placeOfFile(file), content: { copyOf: inside.path } }] : []
    }),
  )
  return found.flat()
}
