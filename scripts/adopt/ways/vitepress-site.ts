// VitePress and VuePress: the list at the side where it is plain data, else the folders.
import { posix } from 'node:path'
import type { Finding } from '../../model/finding.ts'
import { finding } from '../../rules/finding.ts'
import type { MatterValue, WayIn } from '../draft.ts'
import { type Entry, listedTexts } from './listed-texts.ts'
import { IS_MARKDOWN } from './markdown-text.ts'
import { oneLanguage } from './one-language.ts'
import { groupIn, listIn, matterIn, only, textOf, wordsIn } from './settings-of.ts'
import { literalOf } from './static-literal.ts'
import { treeOrder } from './tree-order.ts'

const IS_SETTINGS = /(?:^|\/)\.(?:vitepress|vuepress)\/config(?:\/index)?\.[cm]?[jt]s$/

export const vitepressSite: WayIn = {
  recognise: async ({ files, only: file }) =>
    file === undefined && files.names.some((name) => IS_SETTINGS.test(name)),
  read: async (given) => {
    const list =
      given.files.names.filter((name) => IS_SETTINGS.test(name)).sort((a, b) => a.length - b.length)[0] ?? ''
    const program = await textOf(given, list)
    const base = list.replace(/(?:^|\/)\.(?:vitepress|vuepress)\/.*$/, '') || '.'
    const source = wordsIn(literalOf(program, 'srcDir'))
    const site = posix.normalize(posix.join(base, source ?? '.')).replace(/^\.$/, '')
    const all = given.files.names.filter(
      (name) =>
        (site === '' || name.startsWith(`${site}/`)) && IS_MARKDOWN.test(name) && !/(?:^|\/)\./.test(name),
    )
    const one = oneLanguage(all, {
      root: site,
      list,
      own: wordsIn(literalOf(program, 'lang')),
      wished: given.language,
    })
    const { names, root } = one
    const start = root === '' ? '' : `${root}/`
    const sidebar = literalOf(program, 'sidebar')
    const listed =
      sidebar === undefined ? [] : entriesIn(sidebar, { root: site, names: new Set(names), base: '' })
    const findings: Finding[] = [...one.findings]
    if (listed.length === 0 && /\bsidebar\b/.test(program))
      findings.push(
        finding(
          'adopted-list-is-followed',
          { file: list },
          { problem: 'is-program', what: 'the order of the folders' },
        ),
      )
    const texts = await Promise.all(
      names.map(async (name) => ({ name, matter: await matterIn(given, name) })),
    )
    const home = `${start}index.md`
    const isHomeListed = listed.some(({ name }) => name === home) || !names.includes(home)
    return listedTexts(given, {
      hasComponents: true,
      is: list.includes('.vuepress') ? 'a site of VuePress' : 'a site of VitePress',
      publication: only({
        title: wordsIn(literalOf(program, 'title')),
        subtitle: wordsIn(literalOf(program, 'description')),
        language: one.language ?? wordsIn(literalOf(program, 'lang')),
      }),
      entries:
        listed.length > 0
          ? [...(isHomeListed ? [] : [{ name: home }]), ...listed]
          : treeOrder(texts, { root, position: () => undefined }),
      texts: names,
      findings,
      list,
    })
  },
}

interface Around {
  readonly root: string
  readonly names: ReadonlySet<string>
  readonly base: string
  readonly part?: string
}

/** A list of groups and links, or one list for each path of the site. */
function entriesIn(value: MatterValue, around: Around): Entry[] {
  if (!Array.isArray(value) && typeof value !== 'string') {
    const group = groupIn(value)
    if (group.items !== undefined) {
      const part = around.part ?? wordsIn(group.text)
      const base = wordsIn(group.base) ?? around.base
      const own = wordsIn(group.link)
      const inside = { ...around, base, ...(part === undefined ? {} : { part }) }
      return [
        ...(own === undefined ? [] : entryOf(own, undefined, inside)),
        ...entriesIn(group.items, inside),
      ]
    }
    if (group.link !== undefined) return entryOf(wordsIn(group.link) ?? '', wordsIn(group.text), around)
    return Object.entries(group).flatMap(([path, inner]) =>
      path.startsWith('/') ? entriesIn(inner, { ...around, base: '' }) : [],
    )
  }
  return listIn(value).flatMap((item) =>
    typeof item === 'string' ? entryOf(item, undefined, around) : entriesIn(item, around),
  )
}

function entryOf(link: string, listed: string | undefined, { root, names, base, part }: Around): Entry[] {
  if (link === '' || /^[a-z][a-z\d+.-]*:/i.test(link)) return []
  const path = posix.join(root, base, link.replace(/[?#].*$/, '').replace(/\.(?:md|html)$/, ''))
  const bare = path.replace(/^\/|\/$/g, '')
  const found = [`${bare}.md`, `${bare}/index.md`, `${bare}/README.md`, 'index.md'].find((name) =>
    names.has(name),
  )
  const name = found === 'index.md' && bare !== root && bare !== '' ? `${bare}.md` : (found ?? `${bare}.md`)
  return [{ name, ...(listed ? { listed } : {}), ...(part === undefined ? {} : { part }) }]
}
