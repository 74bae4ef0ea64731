// Who made a publication that does not name its makers: whoever its texts name as their authors.
import type { Person, Publication } from '../model/publication.ts'
import { placesOf } from './file-places.ts'
import { folderFiles } from './folder-files.ts'
import { lookAtMatter } from './front-matter/look-at-matter.ts'
import { readText } from './read-text.ts'

const NAMES_AUTHORS = /^[ \t]*["']?authors?["']?\s*[:=]/im

/** In the order of print, each once. A text that cannot be read names nobody; why, `readSources` says. */
export async function authorsOfTexts(root: string, publication: Publication): Promise<Person[]> {
  const { places } = placesOf(await folderFiles(root), publication)
  const names = await Promise.all(
    places.map(async ({ file }) => {
      const { text = '' } = await readText(root, file)
      if (!NAMES_AUTHORS.test(text)) return []
      const { authors, leftOut } = lookAtMatter(text, file, 'chapter')
      return leftOut.length > 0 ? [] : authors
    }),
  )
  const people = names.flat()
  return people.filter(({ name }, index) => people.findIndex((one) => one.name === name) === index)
}
