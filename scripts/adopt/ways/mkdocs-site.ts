// MkDocs: the `nav:` of its settings, or the folder as it lies.
import { posix } from 'node:path'
import type { Given, MatterValue, WayIn } from '../draft.ts'
import { type Entry, listedTexts } from './listed-texts.ts'
import { IS_MARKDOWN } from './markdown-text.ts'
import { fileNamed, groupIn, listIn, matterIn, only, settingsOf, wordsIn } from './settings-of.ts'
import { treeOrder } from './tree-order.ts'

const IS_LIST = /^mkdocs\.ya?ml$/i

export const mkdocsSite: WayIn = {
  recognise: async (given) => given.only === undefined && fileNamed(given, IS_LIST) !== undefined,
  read: async (given) => {
    const list = fileNamed(given, IS_LIST) ?? ''
    const settings = await settingsOf(given, list)
    const root = posix.normalize(posix.join(posix.dirname(list), wordsIn(settings.docs_dir) ?? 'docs'))
    const texts = given.files.names.filter((name) => name.startsWith(`${root}/`) && IS_MARKDOWN.test(name))
    const entries =
      settings.nav === undefined ? await byFolder(given, texts, root) : entriesIn(settings.nav, root, texts)
    return listedTexts(given, {
      is: settings.nav === undefined ? 'a site of MkDocs without a list of pages' : 'a site of MkDocs',
      publication: only({
        title: wordsIn(settings.site_name),
        subtitle: wordsIn(settings.site_description),
        language: wordsIn(groupIn(settings.theme).language),
        makers: settings.site_author === undefined ? undefined : listIn(settings.site_author),
      }),
      entries,
      texts,
      findings: [],
      list,
    })
  },
}

async function byFolder(given: Given, texts: readonly string[], root: string): Promise<Entry[]> {
  const read = await Promise.all(texts.map(async (name) => ({ name, matter: await matterIn(given, name) })))
  return treeOrder(read, { root, position: () => undefined })
}

/** `- Title: file.md`, `- file.md`, `- Section: [...]`. The highest sections are the parts. */
function entriesIn(
  value: MatterValue | undefined,
  root: string,
  texts: readonly string[],
  part?: string,
): Entry[] {
  const inPart = part === undefined ? {} : { part }
  return listIn(value).flatMap((one): Entry[] => {
    if (typeof one === 'string') return filesOf(one, root, texts).map((name) => ({ name, ...inPart }))
    return Object.entries(groupIn(one)).flatMap(([title, inner]): Entry[] =>
      typeof inner === 'string'
        ? filesOf(inner, root, texts).map((name) => ({ name, listed: title, ...inPart }))
        : entriesIn(inner, root, texts, part ?? title),
    )
  })
}

/** A folder means what lies in it, as one of its extensions has it. */
function filesOf(written: string, root: string, texts: readonly string[]): string[] {
  if (/^[a-z][a-z\d+.-]*:|^#/i.test(written)) return []
  const name = posix.normalize(posix.join(root, written.replace(/#.*$/, '')))
  return name.endsWith('/') ? texts.filter((text) => text.startsWith(name)) : [name]
}
