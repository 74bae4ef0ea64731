// bookdown by its `_bookdown.yml`: the chapters in `rmd_files`, or by their names behind `index.Rmd`.
import { posix } from 'node:path'
import { peopleIn } from '../../ground/language/people-in-words.ts'
import type { DraftText, Matter, MatterValue, WayIn } from '../draft.ts'
import { type Entry, listedTexts } from './listed-texts.ts'
import { IS_MARKDOWN } from './markdown-text.ts'
import { fileNamed, groupIn, listIn, matterIn, only, settingsOf, wordsIn } from './settings-of.ts'
import { worksNamed } from './works-named.ts'

const IS_LIST = /^_bookdown\.ya?ml$/i

export const bookdownBook: WayIn = {
  recognise: async (given) => given.only === undefined && fileNamed(given, IS_LIST) !== undefined,
  read: async (given) => {
    const list = fileNamed(given, IS_LIST) ?? ''
    const root = posix.dirname(list) === '.' ? '' : `${posix.dirname(list)}/`
    const settings = await settingsOf(given, list)
    const names = given.files.names.filter((name) => isText(name, root))
    const entries = entriesOf(settings, root, names)
    const [first] = entries
    const head = first === undefined ? {} : await matterIn(given, first.name)
    const publication = publicationOf(head)
    const draft = await listedTexts(given, {
      is: 'a book of bookdown',
      publication,
      entries,
      texts: names,
      findings: [],
      list,
      works: worksNamed(given, root, [head.bibliography]),
    })
    const texts = draft.texts.map((text) =>
      text.from === first?.name ? withoutHead(text, publication) : text,
    )
    return { ...draft, texts }
  },
}

/** What the first text says of the whole is not said of its chapter, which a heading of its own begins. */
function withoutHead(text: DraftText, publication: Matter): DraftText {
  if (!/^# /m.test(text.markdown)) return text
  const ofBook = new Set([...Object.keys(publication), ...(publication.makers ? ['author'] : [])])
  const own = Object.entries(text.matter).filter(([key]) => !ofBook.has(key))
  return { ...text, matter: Object.fromEntries(own) }
}

const isText = (name: string, root: string): boolean =>
  name.startsWith(root) &&
  !name.slice(root.length).includes('/') &&
  IS_MARKDOWN.test(name) &&
  !/^(?:_|readme\.|news\.|contributing\.|license\.|code_of_conduct\.)/i.test(name.slice(root.length))

/** Its order may be another for each format; that of the web holds them all. */
function entriesOf(settings: Matter, root: string, texts: readonly string[]): Entry[] {
  const written = settings.rmd_files
  const files = isGroup(written) ? (groupIn(written).html ?? Object.values(groupIn(written))[0]) : written
  const named = listIn(files).flatMap((one) => (typeof one === 'string' ? posix.join(root, one) : []))
  const isFirst = (name: string): boolean => /(?:^|\/)index\.r?md$/i.test(name)
  const order = named.length > 0 ? named : texts.filter((name) => /\.rmd$/i.test(name))
  return [...order.filter(isFirst), ...order.filter((name) => !isFirst(name))].map((name) => ({ name }))
}

const isGroup = (value: MatterValue | undefined): boolean =>
  typeof value === 'object' && !Array.isArray(value)

function publicationOf(head: Matter): Matter {
  const date = wordsIn(head.date)
  return only({
    title: wordsIn(head.title),
    subtitle: wordsIn(head.subtitle),
    date: date && /^\d{4}-\d\d-\d\d$/.test(date) ? date : undefined,
    language: wordsIn(head.lang),
    makers: peopleIn(head.author)?.map(({ name }) => name),
  })
}
