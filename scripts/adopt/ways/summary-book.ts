// mdBook, and GitBook, which has the same list of chapters in a `SUMMARY.md`.

import { posix } from 'node:path'
import type { Link, List, ListItem, Nodes } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import { decoded } from '../../ground/decoded.ts'
import { peopleIn } from '../../ground/language/people-in-words.ts'
import type { Finding } from '../../model/finding.ts'
import { finding } from '../../rules/finding.ts'
import type { Given, Matter, WayIn } from '../draft.ts'
import { nodesOf, readTree } from '../read-tree.ts'
import { type Entry, listedTexts } from './listed-texts.ts'
import { IS_MARKDOWN } from './markdown-text.ts'
import { oneLanguage } from './one-language.ts'
import { fileNamed, groupIn, only, settingsOf, textOf, wordsIn } from './settings-of.ts'

const IS_LIST = /^summary\.md$/i

export const summaryBook: WayIn = {
  recognise: async (given) => given.only === undefined && fileNamed(given, IS_LIST, 3) !== undefined,
  read: async (given) => {
    const mdBook = fileNamed(given, /^book\.toml$/i)
    const { list, findings: left } = await listOf(given, mdBook)
    const root = posix.dirname(list) === '.' ? '' : posix.dirname(list)
    const { entries, findings } = entriesOf(await textOf(given, list), list, root)
    const texts = given.files.names.filter(
      (name) => IS_MARKDOWN.test(name) && name !== list && (root === '' || name.startsWith(`${root}/`)),
    )
    const settings = mdBook ?? fileNamed(given, /^book\.json$|^\.gitbook\.ya?ml$/i)
    return listedTexts(given, {
      is: mdBook ? 'an mdBook' : 'a GitBook',
      publication: await publicationOf(given, settings),
      entries,
      texts,
      findings: [...left, ...findings],
      list,
    })
  },
}

/** Where the settings say it is, of one language, or the one that lies highest. */
async function listOf(
  given: Given,
  mdBook: string | undefined,
): Promise<{ list: string; findings: readonly Finding[] }> {
  const { book, root, structure } = await settingsOf(
    given,
    mdBook ?? fileNamed(given, /^book\.json$|^\.gitbook\.ya?ml$/i),
  )
  const source = mdBook === undefined ? wordsIn(root) : (wordsIn(groupIn(book).src) ?? 'src')
  const said = posix.join(
    posix.dirname(mdBook ?? ''),
    source ?? '',
    wordsIn(groupIn(structure).summary) ?? 'SUMMARY.md',
  )
  if (given.files.names.includes(said)) return { list: said, findings: [] }
  const lists = given.files.names.filter(
    (name) => IS_LIST.test(posix.basename(name)) && name.split('/').length < 5,
  )
  const shown = given.shown
  const one = oneLanguage(lists, { root: '', list: shown, own: undefined, wished: given.language })
  return {
    list: fileNamed({ ...given, files: { ...given.files, names: one.names } }, IS_LIST, 3) ?? '',
    findings: one.findings,
  }
}

async function publicationOf(given: Given, name: string | undefined): Promise<Matter> {
  const settings = await settingsOf(given, name)
  const book = name?.endsWith('.toml') ? groupIn(settings.book) : settings
  const makers = peopleIn(book.authors ?? book.author)
  return only({
    title: wordsIn(book.title),
    subtitle: wordsIn(book.description),
    language: wordsIn(book.language),
    makers: makers?.map(({ name: maker }) => maker),
  })
}

/** Links before the first list stand in the front, those behind the last in the back; headings are parts. */
function entriesOf(text: string, list: string, root: string): { entries: Entry[]; findings: Finding[] } {
  const blocks = readTree(text).children
  const lastList = blocks.findLastIndex(({ type }) => type === 'list')
  const entries: Entry[] = []
  const findings: Finding[] = []
  let part: string | undefined
  let hasList = false
  const add = (link: Link, place?: Entry['place']): void => {
    const listed = plainText(link).trim()
    const line = link.position?.start.line
    if (/^[a-z][a-z\d+.-]*:/i.test(link.url) || link.url === '') {
      const facts = { problem: link.url === '' ? 'not-written' : 'elsewhere', entry: listed } as const
      findings.push(finding('adopted-list-is-followed', { file: list, ...(line ? { line } : {}) }, facts))
      return
    }
    const name = posix.normalize(posix.join(root, decoded(link.url.replace(/[#?].*$/, ''))))
    entries.push({ name, listed, ...(place ? { place } : part === undefined ? {} : { part }) })
  }
  for (const [index, block] of blocks.entries()) {
    if (block.type === 'list') {
      hasList = true
      for (const link of linksIn(block)) add(link)
    } else if (block.type === 'heading') {
      const words = plainText(block).trim()
      if (index > 0 || !/^(?:summary|table of contents|contents)$/i.test(words)) part = words
    } else {
      const place = !hasList && part === undefined ? 'front' : index > lastList ? 'back' : undefined
      for (const link of linksIn(block)) add(link, place)
    }
  }
  return { entries, findings }
}

const linksIn = (node: Nodes | List | ListItem): Link[] =>
  [...nodesOf(node)].filter((one): one is Link => one.type === 'link')
