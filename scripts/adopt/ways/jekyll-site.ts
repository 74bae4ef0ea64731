// Jekyll: pages by the order of their navigation, collections, and posts by their days.
import { posix } from 'node:path'
import { peopleIn } from '../../ground/language/people-in-words.ts'
import type { WayIn } from '../draft.ts'
import { compareNames } from './compare-names.ts'
import { type Entry, listedTexts } from './listed-texts.ts'
import { IS_MARKDOWN } from './markdown-text.ts'
import { fileNamed, matterIn, numberIn, only, settingsOf, wordsIn } from './settings-of.ts'
import { type TreeText, treeOrder } from './tree-order.ts'

const IS_SETTINGS = /^_config\.ya?ml$/i
const NO_TEXTS = /(?:^|\/)(?:_includes|_layouts|_sass|_data|_drafts|_site|vendor)\//
const ABOUT_THE_FOLDER = /^(?:readme|contributing|changelog|code_of_conduct|license|security|404)\./i

export const jekyllSite: WayIn = {
  recognise: async (given) => given.only === undefined && fileNamed(given, IS_SETTINGS) !== undefined,
  read: async (given) => {
    const list = fileNamed(given, IS_SETTINGS) ?? ''
    const settings = await settingsOf(given, list)
    const base = posix.dirname(list) === '.' ? '' : `${posix.dirname(list)}/`
    const names = given.files.names.filter(
      (name) =>
        name.startsWith(base) &&
        IS_MARKDOWN.test(name) &&
        !NO_TEXTS.test(name) &&
        !(ABOUT_THE_FOLDER.test(posix.basename(name)) && !name.slice(base.length).includes('/')),
    )
    const texts = await Promise.all(
      names.map(async (name) => ({ name, matter: await matterIn(given, name) })),
    )
    const isPost = ({ name }: TreeText): boolean => /(?:^|\/)_posts\//.test(name)
    const posts = texts
      .filter(isPost)
      .sort((a, b) => compareNames(posix.basename(a.name), posix.basename(b.name)))
    const pages = texts.filter((text) => !isPost(text))
    const makers = peopleIn(settings.author)
    return listedTexts(given, {
      is: 'a site of Jekyll',
      publication: only({
        title: wordsIn(settings.title ?? settings.name),
        subtitle: wordsIn(settings.tagline ?? settings.description),
        language: wordsIn(settings.lang ?? settings.locale)?.replaceAll('_', '-'),
        makers: makers?.map(({ name }) => name),
      }),
      entries: [
        ...entriesOf(pages, base),
        ...posts.map(({ name }) => ({ name, ...(pages.length > 0 ? { part: 'Posts' } : {}) })),
      ],
      texts: names,
      findings: [],
      list,
    })
  },
}

/** `parent:` names the page under which others stand, as widespread themes have it. */
function entriesOf(pages: readonly TreeText[], base: string): Entry[] {
  const parentOf = ({ matter }: TreeText): string | undefined => wordsIn(matter.parent)
  if (!pages.some(parentOf)) return treeOrder(pages, { root: base.replace(/\/$/, ''), position: positionOf })
  const sorted = pages.toSorted(
    (a, b) =>
      rank(a) - rank(b) || compareNames(wordsIn(a.matter.title) ?? a.name, wordsIn(b.matter.title) ?? b.name),
  )
  const below = (parent: TreeText, depth: number): TreeText[] =>
    depth > MOST_DEPTH
      ? []
      : sorted
          .filter((page) => parentOf(page) !== undefined && parentOf(page) === wordsIn(parent.matter.title))
          .flatMap((page) => [page, ...below(page, depth + 1)])
  const known = new Set(pages.map(({ matter }) => wordsIn(matter.title)))
  return sorted
    .filter((page) => !known.has(parentOf(page)) || parentOf(page) === undefined)
    .flatMap((page): Entry[] => {
      const children = below(page, 0)
      const part = children.length > 0 ? wordsIn(page.matter.title) : undefined
      return [page, ...children].map(({ name }) => ({ name, ...(part ? { part } : {}) }))
    })
}

const MOST_DEPTH = 6
const positionOf = ({ matter }: TreeText): number | undefined => numberIn(matter.nav_order)
const rank = (text: TreeText): number =>
  positionOf(text) ?? (/^index\./.test(posix.basename(text.name)) ? -1 : Number.MAX_SAFE_INTEGER)
