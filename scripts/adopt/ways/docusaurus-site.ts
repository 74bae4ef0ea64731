// Docusaurus: its lists at the side where they are plain data, else the folders with their numbers.
import { posix } from 'node:path'
import type { Finding } from '../../model/finding.ts'
import { finding } from '../../rules/finding.ts'
import type { Given, Matter, MatterValue, WayIn } from '../draft.ts'
import { type Entry, listedTexts } from './listed-texts.ts'
import { IS_MARKDOWN } from './markdown-text.ts'
import {
  fileNamed,
  groupIn,
  listIn,
  matterIn,
  numberIn,
  only,
  settingsOf,
  textOf,
  wordsIn,
} from './settings-of.ts'
import { exportedLiteral, literalOf } from './static-literal.ts'
import { type TreeText, treeOrder } from './tree-order.ts'

const IS_SETTINGS = /^docusaurus\.config\.[cm]?[jt]s$/
const IS_LIST = /^sidebars\.[cm]?[jt]s(?:on)?$/

export const docusaurusSite: WayIn = {
  recognise: async (given) =>
    given.only === undefined && (fileNamed(given, IS_SETTINGS) ?? fileNamed(given, IS_LIST)) !== undefined,
  read: async (given) => {
    const settings = fileNamed(given, IS_SETTINGS)
    const list = fileNamed(given, IS_LIST)
    const program = settings === undefined ? '' : await textOf(given, settings)
    const base = posix.dirname(settings ?? list ?? '')
    const own = wordsIn(literalOf(program, 'defaultLocale'))
    const { root, language, findings: left } = folderOfLanguage(given, base, folderIn(program), own)
    const names = given.files.names.filter(
      (name) => name.startsWith(`${root}/`) && IS_MARKDOWN.test(name) && !/\/_/.test(name.slice(root.length)),
    )
    const texts = await Promise.all(
      names.map(async (name) => ({ name, matter: await matterIn(given, name) })),
    )
    const rules = { root, ...(await folderRules(given, root)), position: positionOf }
    const listed =
      list === undefined
        ? undefined
        : listedIn(exportedLiteral(await textOf(given, list)), { texts, root, rules })
    const findings: Finding[] = [...left]
    if (list !== undefined && listed === undefined)
      findings.push(
        finding(
          'adopted-list-is-followed',
          { file: list },
          { problem: 'is-program', what: 'the order of the folders' },
        ),
      )
    return listedTexts(given, {
      hasComponents: true,
      is: 'a site of Docusaurus',
      publication: only({
        title: wordsIn(literalOf(program, 'title')),
        subtitle: wordsIn(literalOf(program, 'tagline')),
        language: language ?? own,
      }),
      entries: listed ?? treeOrder(texts, rules),
      texts: names,
      findings,
      list: list ?? settings ?? root,
    })
  },
}

/** `docs/` is in the site's own language, `i18n/de/…/current/` in another. Throws nothing. */
function folderOfLanguage(
  { files, language: wished, shown }: Given,
  base: string,
  docs: string,
  own: string | undefined,
): { readonly root: string; readonly language?: string; readonly findings: readonly Finding[] } {
  const folders = new Map<string, number>()
  for (const name of files.names.filter((one) => IS_MARKDOWN.test(one))) {
    const code = TRANSLATED.exec(posix.relative(base, name))?.[1]
    if (code !== undefined) folders.set(code, (folders.get(code) ?? 0) + 1)
  }
  const root = posix.normalize(posix.join(base, docs))
  folders.delete(own ?? '')
  if (folders.size === 0) return { root, findings: [] }
  const taken = wished && wished !== own && folders.has(wished) ? wished : undefined
  const others = [...folders].filter(([code]) => code !== taken)
  const facts = {
    problem: 'languages',
    taken: taken ?? own ?? '',
    others: others.map(([code]) => code).join(', '),
    count: others.reduce((sum, [, count]) => sum + count, 0),
  } as const
  return {
    root: taken
      ? posix.normalize(posix.join(base, 'i18n', taken, 'docusaurus-plugin-content-docs', 'current'))
      : root,
    ...(taken ? { language: taken } : {}),
    findings: [finding('adopted-list-is-followed', { file: shown }, facts)],
  }
}

const TRANSLATED = /^i18n\/([^/]+)\/docusaurus-plugin-content-docs\/current\//

const folderIn = (program: string): string => {
  const docs = groupIn(literalOf(program, 'docs'))
  // Beside what only a program knows, its path is a word like any other.
  return (
    wordsIn(docs.path) ?? /\bdocs\s*:\s*\{[^{}]*?\bpath\s*:\s*['"]([^'"\n]+)['"]/.exec(program)?.[1] ?? 'docs'
  )
}

const positionOf = ({ name, matter }: TreeText): number | undefined =>
  numberIn(matter.sidebar_position) ?? numberIn(/^(\d{1,6})[-_. ]/.exec(posix.basename(name))?.[1])

/** `_category_.json` beside the texts of a folder. */
async function folderRules(given: Given, root: string) {
  const known = new Map<string, { label?: string | undefined; position?: number | undefined }>()
  for (const name of given.files.names) {
    if (!name.startsWith(`${root}/`) || !/(?:^|\/)_category_\.(?:json|ya?ml)$/.test(name)) continue
    const { label, position } = await settingsOf(given, name)
    known.set(posix.dirname(name), { label: wordsIn(label), position: numberIn(position) })
  }
  const numbered = (folder: string): number | undefined =>
    numberIn(/^(\d{1,6})[-_. ]/.exec(posix.basename(folder))?.[1])
  return {
    folder: (folder: string) => {
      const own = known.get(folder)
      return { label: own?.label, position: own?.position ?? numbered(folder) }
    },
  }
}

interface Site {
  readonly texts: readonly TreeText[]
  readonly root: string
  readonly rules: Parameters<typeof treeOrder>[1]
}

/** Undefined where the list is a program. */
function listedIn(value: MatterValue | undefined, site: Site): Entry[] | undefined {
  if (value === undefined) return undefined
  return Object.values(groupIn(value)).flatMap((sidebar) => itemsIn(sidebar, site))
}

/**
 * `'id'`, `{ type: 'doc', id }`, `{ type: 'category', label, items }`, `{ 'Label': [...] }`,
 * `{ type: 'autogenerated' }`.
 */
function itemsIn(value: MatterValue | undefined, site: Site, part?: string): Entry[] {
  const inPart = part === undefined ? {} : { part }
  return listIn(value).flatMap((item): Entry[] => {
    if (typeof item === 'string') return [{ name: fileOf(item, site), ...inPart }]
    const group = groupIn(item)
    if (group.type === 'autogenerated') return generated(group, site, part)
    if (group.type === 'link' || group.type === 'html') return []
    const id = wordsIn(group.id)
    if (id !== undefined) {
      const listed = wordsIn(group.label)
      return [{ name: fileOf(id, site), ...(listed ? { listed } : {}), ...inPart }]
    }
    if (group.items === undefined)
      return Object.entries(group).flatMap(([label, inner]) =>
        typeof inner === 'string' ? [] : itemsIn(inner, site, part ?? label),
      )
    const label = part ?? wordsIn(group.label)
    const own = wordsIn(groupIn(group.link).id)
    const ownEntry = own === undefined ? [] : [{ name: fileOf(own, site), ...(label ? { part: label } : {}) }]
    return [...ownEntry, ...itemsIn(group.items, site, label)]
  })
}

function generated(
  { dirName = '.' }: Matter,
  { texts, root, rules }: Site,
  part: string | undefined,
): Entry[] {
  const folder = posix.normalize(posix.join(root, String(dirName)))
  const within = texts.filter(({ name }) => name.startsWith(`${folder}/`))
  const entries = treeOrder(within, { ...rules, root: folder })
  return part === undefined ? entries : entries.map((entry) => ({ ...entry, part }))
}

/** By its path, by the `id` of its front matter, or by its path without numbers. */
function fileOf(id: string, { texts, root }: Site): string {
  const bare = (name: string): string =>
    posix
      .relative(root, name)
      .replace(/\.\w+$/, '')
      .split('/')
      .map((step) => step.replace(/^\d{1,6}[-_. ]+(?=\D)/, ''))
      .join('/')
  const found =
    texts.find(({ name }) => posix.relative(root, name).replace(/\.\w+$/, '') === id) ??
    texts.find(
      ({ name, matter }) => posix.join(posix.dirname(bare(name)), wordsIn(matter.id) ?? '') === id,
    ) ??
    texts.find(({ name }) => bare(name) === id)
  return found?.name ?? posix.join(root, `${id}.md`)
}
