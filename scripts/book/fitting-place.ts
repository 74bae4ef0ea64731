import { partsOfAnchor } from '../ground/anchors.ts'
import { decoded } from '../ground/decoded.ts'
import type { Chapter, LinkMark } from '../model/chapter.ts'

interface Place {
  readonly anchor: string
  readonly names: readonly string[]
}

/** A way to look at names, from the strictest to the loosest. */
type Reading = (name: string) => string

const sameLetters: Reading = (name) =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '')
const withoutAccents: Reading = (name) =>
  sameLetters(name)
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('ß', 'ss')
/** Pandoc and others leave out what stands before the first letter. */
const fromFirstLetter: Reading = (name) => withoutAccents(name).replace(/^\P{L}+/u, '')

const READINGS: readonly Reading[] = [
  (name) => name,
  (name) => name.toLowerCase(),
  sameLetters,
  withoutAccents,
  fromFirstLetter,
]

/** What GitHub, Bitbucket and others put before the names of headings. */
const PREFIX = /^(?:user-content|markdown-header|h|toc|heading|section)[-_:.]|^[_:]+/i

/** Where browsers and GitHub go for a file as a whole: `#top`, and what stands before its text. */
const HEAD_OF_FILE = new Set(['top', 'readme', 'readme-ov-file', 'start-of-content'])

/** The anchor of the one place in `home` that a link can mean; undefined where none fits, or several do. */
export function fittingPlace({ written, target }: LinkMark, home: Chapter): string | undefined {
  const at = written.indexOf('#')
  const names = [partsOfAnchor(target).name, ...(at < 0 ? [] : [decoded(written.slice(at + 1))])]
  const bare = names.map((name) => name.replace(PREFIX, ''))
  const places = placesIn(home)
  for (const asked of [names, bare]) {
    for (const read of READINGS) {
      const wanted = new Set(asked.map(read).filter((name) => name !== ''))
      const found = places.filter((place) => place.names.some((name) => wanted.has(read(name))))
      if (found.length > 0) return one(found)
    }
  }
  return names.some((name) => HEAD_OF_FILE.has(name.toLowerCase())) ? home.prefix : undefined
}

/** By its name one of them is meant before the others: two headings “Budget” have two names. */
function one(found: readonly Place[]): string | undefined {
  const anchors = new Set(found.map(({ anchor }) => anchor))
  return anchors.size === 1 ? found[0]?.anchor : undefined
}

function placesIn({ prefix, matter, headings, exhibits, aliases = {} }: Chapter): Place[] {
  const named = (anchor: string): string => anchor.slice(prefix.length + 2)
  const times = new Map<string, number>()
  for (const { text } of headings) times.set(text, (times.get(text) ?? 0) + 1)
  return [
    ...headings.map(({ id, text }) => ({
      anchor: id,
      names: times.get(text) === 1 ? [named(id), text] : [named(id)],
    })),
    ...exhibits
      .flatMap(({ id, parts = [] }) => [id, ...parts.map((part) => part.id)])
      .map((id) => ({ anchor: id, names: [named(id)] })),
    ...Object.entries(aliases).map(([name, anchor]) => ({ anchor, names: [name] })),
    {
      anchor: prefix,
      names: headings.some(({ text }) => sameLetters(text) === sameLetters(matter.title))
        ? []
        : [matter.title],
    },
  ]
}
