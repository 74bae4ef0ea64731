// Hugo: the folders of `content`, by the weights of their texts.
import type { Given, Matter, WayIn } from '../draft.ts'
import { listedTexts } from './listed-texts.ts'
import { IS_MARKDOWN } from './markdown-text.ts'
import { oneLanguage } from './one-language.ts'
import { groupIn, matterIn, numberIn, only, settingsOf, wordsIn } from './settings-of.ts'
import { type TreeText, treeOrder } from './tree-order.ts'

const IS_SETTINGS = /^(?:[^/]+\/)?(?:config\/_default\/)?(?:hugo|config)\.(?:toml|ya?ml|json)$/i

/** `config.toml` is called so elsewhere too: texts below `content` tell. */
export const hugoSite: WayIn = {
  recognise: async (given) =>
    given.only === undefined &&
    settingsIn(given) !== undefined &&
    given.files.names.some((name) => /(?:^|\/)content\/.*\.(?:md|markdown)$/i.test(name)),
  read: async (given) => {
    const list = settingsIn(given) ?? ''
    const settings = await settingsOf(given, list)
    const root = `${topOf(list)}${wordsIn(settings.contentDir ?? settings.contentdir) ?? 'content'}`
    const names = given.files.names.filter((name) => name.startsWith(`${root}/`) && IS_MARKDOWN.test(name))
    const own = wordsIn(settings.defaultContentLanguage ?? settings.defaultcontentlanguage)
    const one = oneLanguage(names, { root, list, own, wished: given.language })
    const texts = await Promise.all(
      one.names.map(async (name) => ({ name, matter: await matterIn(given, name) })),
    )
    return listedTexts(given, {
      is: 'a site of Hugo',
      publication: { ...publicationOf(settings), ...only({ language: one.language }) },
      entries: treeOrder(
        texts.filter(({ matter }) => matter.headless !== 'true'),
        { root: one.root, position: positionOf },
      ),
      texts: one.names,
      findings: one.findings,
      list,
    })
  },
}

/** Of several, those of the site that has texts, and not of its theme. */
function settingsIn({ files }: Given): string | undefined {
  const found = files.names.filter((name) => IS_SETTINGS.test(name) && name.split('/').length <= MOST_STEPS)
  const hasTexts = (name: string): boolean =>
    files.names.some((text) => text.startsWith(`${topOf(name)}content/`) && /\.(?:md|markdown)$/i.test(text))
  return found.find(hasTexts) ?? found[0]
}

const MOST_STEPS = 5
/** The folder of the site. */
const topOf = (settings: string): string => settings.replace(/(?:config\/_default\/)?[^/]+$/, '')

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
