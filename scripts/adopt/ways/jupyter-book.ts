// Jupyter Book by its `_toc.yml`, and MyST by the `toc` of its `myst.yml`.
import { posix } from 'node:path'
import { peopleIn } from '../../ground/language/people-in-words.ts'
import type { Given, Matter, MatterValue, WayIn } from '../draft.ts'
import { type Entry, listedTexts } from './listed-texts.ts'
import { IS_MARKDOWN } from './markdown-text.ts'
import { fileNamed, groupIn, listIn, only, settingsOf, wordsIn } from './settings-of.ts'
import { treeEntries } from './tree-entries.ts'
import { worksNamed } from './works-named.ts'

const IS_LIST = /^_toc\.ya?ml$/i
const IS_MYST = /^myst\.ya?ml$/i

export const jupyterBook: WayIn = {
  recognise: async (given) =>
    given.only === undefined && (fileNamed(given, IS_LIST, 2) ?? fileNamed(given, IS_MYST, 2)) !== undefined,
  read: async (given) => {
    const list = fileNamed(given, IS_LIST, 2) ?? fileNamed(given, IS_MYST, 2) ?? ''
    const root = posix.dirname(list) === '.' ? '' : `${posix.dirname(list)}/`
    const project = groupIn((await settingsOf(given, list)).project)
    const isMyst = IS_MYST.test(posix.basename(list))
    const settings = isMyst ? project : await settingsOf(given, settingsBeside(given, root))
    const texts = given.files.names.filter(
      (name) =>
        name.startsWith(root) && IS_MARKDOWN.test(name) && !/(?:^|\/)[_.]/.test(name.slice(root.length)),
    )
    const listed = isMyst ? entriesIn(project.toc, root, given) : await entriesOf(given, list, root)
    return listedTexts(given, {
      is: isMyst ? 'a project of MyST' : 'a Jupyter Book',
      publication: publicationOf(settings),
      entries: listed.length > 0 ? listed : await treeEntries(given, texts, root.replace(/\/$/, '')),
      texts,
      findings: [],
      list,
      works: worksNamed(given, root, [settings.bibtex_bibfiles, settings.bibliography]),
    })
  },
}

const settingsBeside = ({ files }: Given, root: string): string | undefined =>
  files.names.find((name) => name === `${root}_config.yml` || name === `${root}_config.yaml`)

function publicationOf(settings: Matter): Matter {
  return only({
    title: wordsIn(settings.title),
    subtitle: wordsIn(settings.subtitle ?? settings.description),
    language: wordsIn(groupIn(groupIn(settings.sphinx).config).language),
    makers: peopleIn(settings.author ?? settings.authors)?.map(({ name }) => name),
  })
}

/** Its first editions had a list of files alone. */
async function entriesOf(given: Given, list: string, root: string): Promise<Entry[]> {
  const toc = await settingsOf(given, list)
  const first = wordsIn(toc.root)
  return [
    ...(first ? [{ name: fileOf(first, root, given) }] : []),
    ...entriesIn(toc.parts ?? toc.chapters ?? toc.sections, root, given),
  ]
}

/** `- file`, `- caption, chapters`, `- file, sections`, `- title, children`; `glob` is what fits. */
function entriesIn(value: MatterValue | undefined, root: string, given: Given, part?: string): Entry[] {
  return listIn(value).flatMap((one): Entry[] => {
    const group = typeof one === 'string' ? { file: one } : groupIn(one)
    const file = wordsIn(group.file)
    const inner = group.chapters ?? group.sections ?? group.children ?? group.entries
    const title = wordsIn(group.title)
    const within = part ?? wordsIn(group.caption) ?? (file === undefined ? title : undefined)
    const own = wordsIn(group.glob) ? globbed(wordsIn(group.glob) ?? '', root, given) : []
    if (file !== undefined) own.push(fileOf(file, root, given))
    const inPart = within === undefined ? {} : { part: within }
    const listed = title && file !== undefined ? { listed: title } : {}
    return [...own.map((name) => ({ name, ...listed, ...inPart })), ...entriesIn(inner, root, given, within)]
  })
}

/** Files stand without their endings, and a notebook is no text here. */
function fileOf(written: string, root: string, { files }: Given): string {
  const path = posix.normalize(posix.join(root, written))
  const found = [path, `${path}.md`, `${path}.markdown`, `${path}.ipynb`, `${path}.rst`].find((name) =>
    files.names.includes(name),
  )
  return found ?? path
}

function globbed(written: string, root: string, { files }: Given): string[] {
  const [start = ''] = posix.normalize(posix.join(root, written)).split('*')
  return files.names.filter((name) => name.startsWith(start) && IS_MARKDOWN.test(name))
}
