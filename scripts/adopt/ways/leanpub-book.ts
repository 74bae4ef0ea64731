// Leanpub by its `Book.txt`: a file a line, in the order of print, with words that say where front and back begin.
import { posix } from 'node:path'
import type { WayIn } from '../draft.ts'
import { type Entry, listedTexts } from './listed-texts.ts'
import { IS_MARKDOWN } from './markdown-text.ts'
import { fileNamed, textOf } from './settings-of.ts'

const IS_LIST = /^book\.txt$/i
const PLACES: Readonly<Record<string, Entry['place']>> = { frontmatter: 'front', backmatter: 'back' }
const PLACE = /^\{?(frontmatter|mainmatter|backmatter)[:}]?$/i

export const leanpubBook: WayIn = {
  recognise: async (given) => {
    const list = given.only === undefined ? fileNamed(given, IS_LIST, 2) : undefined
    return list !== undefined && entriesOf(await textOf(given, list), list).length > 0
  },
  read: async (given) => {
    const list = fileNamed(given, IS_LIST, 2) ?? ''
    const root = posix.dirname(list) === '.' ? '' : `${posix.dirname(list)}/`
    return listedTexts(given, {
      is: 'a book of Leanpub',
      publication: {},
      entries: entriesOf(await textOf(given, list), list),
      texts: given.files.names.filter((name) => name.startsWith(root) && IS_MARKDOWN.test(name)),
      findings: [],
      list,
    })
  },
}

/** A line may be a remark. */
function entriesOf(text: string, list: string): Entry[] {
  const entries: Entry[] = []
  let place: Entry['place']
  for (const line of text.split('\n').map((one) => one.trim())) {
    const [, begins] = PLACE.exec(line) ?? []
    if (begins) place = PLACES[begins.toLowerCase()]
    else if (IS_MARKDOWN.test(line) && !line.startsWith('#'))
      entries.push({ name: posix.join(posix.dirname(list), line), ...(place ? { place } : {}) })
  }
  return entries
}
