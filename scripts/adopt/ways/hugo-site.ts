// Hugo: the folders of `content`, by the weights of their texts.
import { posix } from 'node:path'
import type { Given, Matter, WayIn } from '../draft.ts'
import { listedTexts } from './listed-texts.ts'
import { IS_MARKDOWN } from './markdown-text.ts'
import { fileNamed, groupIn, matterIn, numberIn, only, settingsOf, wordsIn } from './settings-of.ts'
import { type TreeText, treeOrder } from './tree-order.ts'

const IS_SETTINGS = /^(?:hugo|config)\.(?:toml|ya?ml|json)$/i

/** `config.toml` is called so elsewhere too: texts below `content` tell. */
export const hugoSite: WayIn = {
  recognise: async (given) =>
    given.only === undefined &&
    settingsIn(given) !== undefined &&
    given.files.names.some((name) => /(?:^|\/)content\/.*\.(?:md|markdown)$/i.test(name)),
  read: async (given) => {
    const list = settingsIn(given) ?? ''
    const settings = await settingsOf(given, list)
    const top = /^(.*?)(?:config\/_default\/)?[^/]+$/.exec(list)?.[1] ?? ''
    const root = `${top}${wordsIn(settings.contentDir ?? settings.contentdir) ?? 'content'}`
    const names = given.files.names.filter((name) => name.startsWith(`${root}/`) && IS_MARKDOWN.test(name))
    const own = oneLanguage(names, root)
    const texts = await Promise.all(own.map(async (name) => ({ name, matter: await matterIn(given, name) })))
    return listedTexts(given, {
      is: 'a site of Hugo',
      publication: publicationOf(settings),
      entries: treeOrder(
        texts.filter(({ matter }) => matter.headless !== 'true'),
        { root, position: positionOf },
      ),
      texts: names,
      findings: [],
      list,
    })
  },
}

const settingsIn = (given: Given): string | undefined =>
  fileNamed(given, IS_SETTINGS) ??
  given.files.names.find((name) =>
    /(?:^|\/)config\/_default\/(?:hugo|config)\.(?:toml|ya?ml|json)$/i.test(name),
  )

function publicationOf(settings: Matter): Matter {
  const params = groupIn(settings.params)
  const author = groupIn(params.author)
  return only({
    title: wordsIn(settings.title),
    subtitle: wordsIn(params.subtitle ?? params.description),
    language: wordsIn(
      settings.languageCode ?? settings.languagecode ?? settings.locale ?? settings.defaultContentLanguage,
    ),
    makers: wordsIn(author.name) === undefined ? undefined : [String(author.name)],
  })
}

const positionOf = ({ matter }: TreeText): number | undefined => {
  const weight = numberIn(matter.weight)
  return weight === 0 ? undefined : weight
}

/** `content/en/…` beside `content/de/…`, and `a.de.md` beside `a.md`, are translations: the first language is taken. */
function oneLanguage(names: readonly string[], root: string): readonly string[] {
  const folders = new Set(names.map((name) => posix.relative(root, name).split('/')[0] ?? ''))
  const codes = [...folders].filter((folder) => /^[a-z]{2}(?:-[a-z]{2,4})?$/i.test(folder)).sort()
  const isParted = codes.length > 0 && codes.length === folders.size
  const chosen = codes.find((code) => /^en/i.test(code)) ?? codes[0] ?? ''
  const within = isParted ? names.filter((name) => name.startsWith(`${root}/${chosen}/`)) : names
  return within.filter((name) => {
    const plain = name.replace(/\.[a-z]{2}(?:-[a-z]{2,4})?(?=\.\w+$)/i, '')
    return plain === name || !within.includes(plain)
  })
}
