// What an author or a designer does to a book between two builds.
import {
  chapter,
  type Files,
  note,
  paragraph,
  picture,
  type Random,
  wideTable,
  words,
} from './many-chapters.ts'

/** Undefined where there is nothing that it could be done to. */
type Edit = (files: Files, next: Random) => Promise<Files | undefined> | Files | undefined

const pick = <T>(all: readonly T[], next: Random): T | undefined => all[Math.floor(next() * all.length)]

const chaptersOf = (files: Files): string[] =>
  [...files.keys()].filter((name) => name.startsWith('chapters/')).sort()

const without = (files: Files, gone: string): Files => new Map([...files].filter(([name]) => name !== gone))

/** Changes the text of a chapter of which it can be. */
const inText =
  (change: (text: string, next: Random, files: Files) => string): Edit =>
  (files, next) => {
    for (let tries = 0; tries < 20; tries++) {
      const name = pick(chaptersOf(files), next)!
      const before = String(files.get(name))
      const after = change(before, next, files)
      if (after !== before) return new Map([...files, [name, after]])
    }
    return undefined
  }

const paragraphsOf = (text: string): string[] => text.split('\n\n')

/** Among its paragraphs, behind the title. */
function insert(text: string, next: Random, ...blocks: readonly string[]): string {
  const all = paragraphsOf(text)
  const at = 1 + Math.floor(next() * all.length)
  return [...all.slice(0, at), ...blocks, ...all.slice(at)].join('\n\n')
}

const replaceWord = (text: string, next: Random): string => {
  const [head, ...blocks] = paragraphsOf(text)
  const places = [...blocks.join('\n\n').matchAll(/\b(?:council|people|answer|within)\b/g)]
  const place = pick(places, next)
  if (!place) return text
  const body = blocks.join('\n\n')
  const other = pick(['town', 'communications officers of the region', 'ox'], next)!
  return `${head}\n\n${body.slice(0, place.index)}${other}${body.slice(place.index + place[0].length)}`
}

const headingOf = (text: string): string | undefined => /^## (.*)$/m.exec(text)?.[1]

const linkTo = (name: string): string => `[this chapter](${name.replace('chapters/', '')})`

const rename = (files: Files, from: string, to: string): Files => {
  const [old, other] = [from, to].map((name) => name.replace('chapters/', ''))
  return new Map(
    [...files].map(([name, content]) => [
      name === from ? to : name,
      typeof content === 'string' ? content.replaceAll(`](${old})`, `](${other})`) : content,
    ]),
  )
}

const publicationWith = (files: Files, key: string, value: string): Files => {
  const before = String(files.get('publication.yaml')).replace(new RegExp(`^${key}:.*\n`, 'm'), '')
  return new Map([...files, ['publication.yaml', `${before}${key}: ${value}\n`]])
}

type Edits = Readonly<Record<string, Edit>>

function pageMore(files: Files, next: Random, share: number): Files {
  const all = chaptersOf(files)
  const name = all[Math.floor(all.length * share)]!
  const more = Array.from({ length: 6 }, () => paragraph(next))
  return new Map([...files, [name, insert(String(files.get(name)), next, ...more)]])
}

/** All that stands behind has other folios and no other words, and the contents have other numbers. */
export const FOLIOS_MOVE: Edits = {
  'a page more in the first chapter': (files, next) => pageMore(files, next, 0),
}

/** What changes one text. */
export const EDITS_OF_TEXTS: Edits = {
  'a word is another one': inText(replaceWord),
  'a paragraph more': inText((text, next) => insert(text, next, paragraph(next))),
  'a paragraph less': inText((text, next) => {
    const all = paragraphsOf(text)
    const plain = all.filter((block) => /^[A-Z][a-z ]+\.$/.test(block))
    const gone = plain.length > 1 ? pick(plain, next) : undefined
    return all.filter((block) => block !== gone).join('\n\n')
  }),
  'a page more in the middle': (files, next) => pageMore(files, next, 0.5),
  'a heading says something else': inText((text, next) =>
    text.replace(/^## .*$/m, `## Now ${words(next, 3).slice(0, -1)}`),
  ),
  'a heading is one of a lower level': inText((text) =>
    text.replace(/^## (.*)\n\n(?=[^#]*### )/m, '### $1\n\n'),
  ),
  'a heading more': inText((text, next) =>
    insert(text, next, `## More ${words(next, 3).slice(0, -1)}`, paragraph(next)),
  ),
  'a chapter has another title': inText((text, next) =>
    text.replace(/^title: .*$/m, `title: On ${words(next, 5).slice(0, -1)}`),
  ),
  'a link to another chapter': inText((text, next, files) =>
    insert(text, next, `${words(next, 5)} See ${linkTo(pick(chaptersOf(files), next)!)}.`),
  ),
  'a link is gone': inText((text) => text.replace(/\[this chapter\]\([^)]*\)/, 'nothing')),
  'a note more': inText((text, next) => {
    const name = `m${Math.floor(next() * 1e9)}`
    return insert(text, next, note(name, next))
  }),
  'a table that is too wide': inText((text, next) => insert(text, next, wideTable(next))),
  'a table that was too wide is gone': inText((text) =>
    paragraphsOf(text)
      .filter((block) => !/^(?:\|[^|]*){12}/.test(block))
      .join('\n\n'),
  ),
  'a place more in the index': inText((text, next) =>
    insert(text, next, `${words(next, 7)} Of :index[${pick(['councils', 'answers', 'days'], next)}] too.`),
  ),
  'a case study has another text': (files, next) => {
    const name = pick(
      [...files.keys()].filter((one) => one.startsWith('case-studies/')),
      next,
    )!
    return new Map([...files, [name, insert(String(files.get(name)), next, paragraph(next))]])
  },
  'a picture more': inText((text, next) =>
    insert(text, next, `![A field](../pictures/field.jpg "${words(next, 3)}")`),
  ),
  'a link to a heading': inText((text, next, files) => {
    const name = pick(chaptersOf(files), next)!
    const heading = headingOf(String(files.get(name)))
    const anchor = heading?.toLowerCase().replaceAll(' ', '-')
    return anchor ? insert(text, next, `See [there](${name.replace('chapters/', '')}#${anchor}).`) : text
  }),
}

/** What changes the whole book, or the order of its files. */
export const EDITS_OF_BOOKS: Edits = {
  'two chapters change places': (files, next) => {
    const [one, other] = [pick(chaptersOf(files), next)!, pick(chaptersOf(files), next)!]
    if (one === other) return undefined
    const [first, second] = [one, other].map((name) => /\d+/.exec(name)![0])
    const aside = rename(files, one, 'chapters/aside.md')
    const swapped = rename(aside, other, other.replace(second!, first!))
    return rename(swapped, 'chapters/aside.md', one.replace(first!, second!))
  },
  'a chapter is new': (files, next) => {
    const number = Math.floor(next() * 10_000)
    const name = `chapters/${String(number).padStart(4, '0')}-new${number}.md`
    return files.has(name) ? undefined : new Map([...files, [name, chapter(number, next)]])
  },
  'a chapter is gone': (files, next) => {
    const all = chaptersOf(files)
    const everything = [...files.values()].map(String).join('\n')
    const free = all.filter((name) => !everything.includes(linkTo(name)))
    const gone = all.length > 20 ? pick(free, next) : undefined
    return gone ? without(files, gone) : undefined
  },
  'a picture is another one': async (files, next) =>
    new Map([
      ...files,
      [
        'pictures/field.jpg',
        await picture(
          `#${Math.floor(next() * 0xffffff)
            .toString(16)
            .padStart(6, '0')}`,
        ),
      ],
    ]),
  'a term more in the glossary': (files, next) => {
    const term = pick(['answer', 'council', 'people', 'day'], next)!
    const glossary = String(files.get('glossary.yaml'))
    if (glossary.includes(`term: ${term}\n`)) return undefined
    return new Map([
      ...files,
      ['glossary.yaml', `${glossary}- term: ${term}\n  meaning: ${words(next, 6)}\n`],
    ])
  },
  'an abbreviation has another expansion': (files, next) =>
    new Map([
      ...files,
      [
        'glossary.yaml',
        String(files.get('glossary.yaml')).replace(
          /expansion: .*/,
          `expansion: Improvement ${words(next, 3).slice(0, -1)}`,
        ),
      ],
    ]),
  'the book has another title': (files, next) => publicationWith(files, 'subtitle', words(next, 4)),
  'the book has another address on the web': (files, next) =>
    publicationWith(files, 'web', `https://www.${next() < 0.5 ? 'one' : 'other'}.example/`),
  'the book has another publisher': (files, next) => publicationWith(files, 'publisher', words(next, 4)),
  'a style is another one': (files, next) =>
    new Map([
      ...files,
      ['templates/styles/99-own.css', `p { margin-bottom: ${2 + Math.floor(next() * 5)}pt }\n`],
    ]),
  'a colour is another one': (files, next) => {
    const theme = String(files.get('templates/theme.yaml')).replace(/^ {2}ink:.*\n/m, '')
    const shade = Math.floor(next() * 30)
      .toString(16)
      .padStart(2, '0')
    return new Map([...files, ['templates/theme.yaml', `${theme}  ink: "#14${shade}2b"\n`]])
  },
  'a template of its own': (files, next) =>
    new Map([
      ...files,
      [
        'templates/chapter-end.liquid',
        `<p class="end" data-made>${'*'.repeat(1 + Math.floor(next() * 3))}</p>\n`,
      ],
    ]),
}

export interface Edited {
  readonly name: string
  readonly files: Files
}

/** Gives edits of the kind that is asked for, each once before any comes twice. */
export function randomEdits(next: Random): (files: Files, edits: Edits) => Promise<Edited> {
  const left = new Map<Edits, string[]>()
  return async (files, edits) => {
    for (;;) {
      const names = left.get(edits) ?? []
      if (names.length === 0) names.push(...Object.keys(edits))
      left.set(edits, names)
      const [name] = names.splice(Math.floor(next() * names.length), 1)
      const edited = await edits[name!]!(files, next)
      if (edited) return { name: name!, files: edited }
    }
  }
}
