// Quarto: a book, or a website by its list at the side.
import { posix } from 'node:path'
import { peopleIn } from '../../ground/language/people-in-words.ts'
import type { Given, Matter, MatterValue, WayIn } from '../draft.ts'
import { type Entry, listedTexts } from './listed-texts.ts'
import { IS_MARKDOWN } from './markdown-text.ts'
import { fileNamed, groupIn, listIn, only, settingsOf, wordsIn } from './settings-of.ts'
import { treeEntries } from './tree-entries.ts'
import { worksNamed } from './works-named.ts'

const IS_LIST = /^_quarto\.ya?ml$/i

export const quartoBook: WayIn = {
  recognise: async (given) => given.only === undefined && fileNamed(given, IS_LIST) !== undefined,
  read: async (given) => {
    const list = fileNamed(given, IS_LIST) ?? ''
    const root = posix.dirname(list) === '.' ? '' : `${posix.dirname(list)}/`
    const settings = await settingsOf(given, list)
    const book = groupIn(settings.book)
    const texts = given.files.names.filter(
      (name) =>
        name.startsWith(root) &&
        IS_MARKDOWN.test(name) &&
        !/(?:^|\/)_|(?:^|\/)readme\./i.test(name.slice(root.length)),
    )
    const entries = await entriesOf(given, { settings, root, texts })
    return listedTexts(given, {
      is: settings.book ? 'a book of Quarto' : 'a website of Quarto',
      publication: publicationOf(settings, settings.book ? book : groupIn(settings.website)),
      entries,
      texts,
      findings: [],
      list,
      works: worksNamed(given, root, [settings.bibliography, book.bibliography]),
    })
  },
}

function publicationOf(settings: Matter, own: Matter): Matter {
  const date = wordsIn(own.date ?? settings.date)
  return only({
    title: wordsIn(own.title ?? settings.title),
    subtitle: wordsIn(own.subtitle ?? own.description),
    // `today` and `last-modified` are no day.
    date: date && /^\d{4}-\d\d-\d\d$/.test(date) ? date : undefined,
    language: wordsIn(settings.lang),
    makers: peopleIn(own.author ?? settings.author)?.map(({ name }) => name),
  })
}

interface Project {
  readonly settings: Matter
  readonly root: string
  readonly texts: readonly string[]
}

async function entriesOf(given: Given, project: Project): Promise<Entry[]> {
  const { settings, root, texts } = project
  const book = groupIn(settings.book)
  if (settings.book)
    return [
      ...entriesIn(book.chapters, root, texts),
      ...entriesIn(book.appendices, root, texts).map(({ part: _, ...one }) => ({
        ...one,
        place: 'back' as const,
      })),
    ]
  const sidebars = listIn(groupIn(settings.website).sidebar).map(groupIn)
  const listed = sidebars.flatMap(({ contents }) => entriesIn(contents, root, texts))
  if (listed.length > 0) return listed
  return treeEntries(given, texts, root)
}

/** `- file.qmd`, `- { text, file }`, `- { part, chapters }`, `- { section, contents }`; `auto` is what lies there. */
function entriesIn(
  value: MatterValue | undefined,
  root: string,
  texts: readonly string[],
  part?: string,
): Entry[] {
  return listIn(value).flatMap((one): Entry[] => {
    const inPart = part === undefined ? {} : { part }
    if (typeof one === 'string') return fileNames(one, root, texts).map((name) => ({ name, ...inPart }))
    const group = groupIn(one)
    const inner = group.chapters ?? group.contents
    const heads = wordsIn(group.part ?? group.section)
    if (inner === undefined) {
      const file = wordsIn(group.file ?? group.href)
      const listed = wordsIn(group.text)
      return fileNames(file ?? '', root, texts).map((name) => ({
        name,
        ...(listed ? { listed } : {}),
        ...inPart,
      }))
    }
    const own = heads !== undefined && IS_MARKDOWN.test(heads) ? fileNames(heads, root, texts) : []
    const title = part ?? (own.length > 0 ? titleOfFile(own[0] ?? '') : heads)
    const ownEntries = own.map((name) => ({ name, ...(title ? { part: title } : {}) }))
    return [...ownEntries, ...entriesIn(inner, root, texts, title)]
  })
}

const titleOfFile = (name: string): string => {
  const words = posix.basename(name, posix.extname(name)).replace(/[-_]+/g, ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** `guide/*.qmd` are those that fit, by name. */
function fileNames(written: string, root: string, texts: readonly string[]): string[] {
  if (written === '' || /^[a-z][a-z\d+.-]*:/i.test(written)) return []
  if (written === 'auto') return texts.filter((name) => name.startsWith(root))
  const path = posix.normalize(posix.join(root, written))
  if (!path.includes('*')) return [/\.\w+$/.test(path) ? path : `${path}/index.qmd`]
  const [start = ''] = path.split('*')
  return texts.filter((name) => name.startsWith(start))
}
