// MkDocs: the `nav:` of its settings, or the folder as it lies.
import { posix } from 'node:path'
import type { Matter, MatterValue, WayIn } from '../draft.ts'
import { type Entry, listedTexts } from './listed-texts.ts'
import { IS_MARKDOWN } from './markdown-text.ts'
import { type OneLanguage, oneLanguage } from './one-language.ts'
import { fileNamed, groupIn, listIn, only, settingsOf, wordsIn } from './settings-of.ts'
import { treeEntries } from './tree-entries.ts'

const IS_LIST = /^mkdocs\.ya?ml$/i

export const mkdocsSite: WayIn = {
  recognise: async (given) => given.only === undefined && fileNamed(given, IS_LIST) !== undefined,
  read: async (given) => {
    const list = fileNamed(given, IS_LIST) ?? ''
    const settings = await settingsOf(given, list)
    const root = posix.normalize(posix.join(posix.dirname(list), wordsIn(settings.docs_dir) ?? 'docs'))
    const all = given.files.names.filter((name) => name.startsWith(`${root}/`) && IS_MARKDOWN.test(name))
    const own = languageIn(settings)
    const one = oneLanguage(all, { root, list, own, wished: given.language })
    const texts = one.names
    const entries =
      settings.nav === undefined
        ? await treeEntries(given, texts, one.root)
        : inLanguage(entriesIn(settings.nav, one.root, texts), one)
    return listedTexts(given, {
      is: settings.nav === undefined ? 'a site of MkDocs without a list of pages' : 'a site of MkDocs',
      publication: only({
        title: wordsIn(settings.site_name),
        subtitle: wordsIn(settings.site_description),
        language: one.language ?? own,
        makers: settings.site_author === undefined ? undefined : listIn(settings.site_author),
      }),
      entries,
      texts,
      findings: one.findings,
      list,
    })
  },
}

/** Of its theme, or the default one of the plugin for several. */
function languageIn({ theme, plugins }: Matter): string | undefined {
  const several = listIn(plugins).map((one) => groupIn(groupIn(one).i18n))
  const languages = several.flatMap((one) => listIn(one.languages).map(groupIn))
  const own = languages.find((one) => one.default === 'true')
  return wordsIn(own?.locale) ?? wordsIn(groupIn(theme).language)
}

/** The list names `a.md`, and in another language that is `a.de.md` where it is there. */
function inLanguage(entries: readonly Entry[], { language, names }: OneLanguage): readonly Entry[] {
  const known = new Set(names)
  return entries.map((entry) => {
    const translated = entry.name.replace(/(?=\.\w+$)/, `.${language}`)
    return known.has(translated) ? { ...entry, name: translated } : entry
  })
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
