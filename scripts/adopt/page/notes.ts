// Notes of a page: a mark that links to words which link back to it. Word processors, converters and wikis all write
// them so, each under names of its own.

import type { Element, ElementContent, Root } from 'hast'
import { decoded } from '../../ground/decoded.ts'
import { changeTree, isElement, textProperty } from '../../ground/html/change-tree.ts'
import { type Telling, wordsOf } from './telling.ts'

export interface PageNotes {
  readonly tree: Root
  /** Their words, which belong to the text wherever they stood. */
  readonly bodies: readonly Element[]
  /** Marks and ways back, which are no words of the text. */
  readonly marks: readonly string[]
}

/** The property by which a note is known from here on: of its mark, and of its words. */
export const NOTE = 'dataAdoptNote'
export const NOTE_WORDS = 'dataAdoptNoteWords'

export function settleNotes(tree: Root, telling: Telling): PageNotes {
  const map = mapOf(tree)
  const pairs = pairsOf(map)
  if (pairs.length === 0) return { tree, bodies: [], marks: [] }
  const names = new Map<Element, string>()
  const calls = new Map<Element, string>()
  const signs = new Map<Element, string>()
  let count = 0
  for (const pair of pairs) {
    const name = names.get(pair.body) ?? (pair.isComment ? '' : String(count + 1))
    if (name === String(count + 1)) count += 1
    names.set(pair.body, name)
    calls.set(pair.call, name)
    signs.set(pair.body, wordsOf(pair.call).replace(/[^\p{L}\p{N}*†‡§]/gu, ''))
  }
  const marks: string[] = []
  const made = withNotes(tree, { names, calls, signs, back: backOf(map, pairs), marks, telling })
  return { ...made, marks }
}

interface PageMap {
  readonly byName: ReadonlyMap<string, Element>
  readonly parents: ReadonlyMap<Element, Element>
  readonly links: readonly InnerLink[]
  /** Their order in the page. */
  readonly order: ReadonlyMap<Element, number>
}

interface InnerLink {
  readonly link: Element
  readonly to: string
}

function mapOf(tree: Root): PageMap {
  const byName = new Map<string, Element>()
  const parents = new Map<Element, Element>()
  const links: { link: Element; to: string }[] = []
  const walk = (node: Root | Element): void => {
    for (const child of node.children) {
      if (child.type !== 'element') continue
      if (node.type === 'element') parents.set(child, node)
      for (const name of [textProperty(child, 'id'), textProperty(child, 'name')])
        if (name && !byName.has(name)) byName.set(name, child)
      const href = child.tagName === 'a' ? (textProperty(child, 'href') ?? '') : ''
      const hash = href.indexOf('#')
      if (hash >= 0 && hash < href.length - 1) links.push({ link: child, to: decoded(href.slice(hash + 1)) })
      walk(child)
    }
  }
  walk(tree)
  return { byName, parents, links, order: new Map(links.map(({ link }, index) => [link, index])) }
}

interface Pair {
  readonly call: Element
  readonly body: Element
  readonly isComment: boolean
}

const MARK = /^\s*[[(]?\s*(?:\d{1,4}|[a-z]{1,3}|[ivxlc]{1,6}|[*†‡§#]{1,3}|note \d+)\s*[\])]?\s*$/i

function pairsOf(map: PageMap): Pair[] {
  return map.links.flatMap(({ link, to }): Pair[] => {
    const target = map.byName.get(to)
    if (!target || !MARK.test(wordsOf(link)) || isWithin(link, target, map)) return []
    const body = bodyOf(target, map)
    if (!body || isWithin(link, body, map) || !leadsBack(body, link, map)) return []
    // The way back is a mark that links to a mark as well: what stands first is the call.
    const back = Math.min(...linksIn(body, map).map((one) => map.order.get(one.link) ?? 0))
    return (map.order.get(link) ?? 0) < back
      ? [{ call: link, body, isComment: /^_?(?:cmnt|msocom)/i.test(to) }]
      : []
  })
}

const BODIES: ReadonlySet<string> = new Set(['li', 'p', 'div', 'aside', 'dd', 'section', 'td'])

/** All of the words of a note: where several paragraphs are, the box around them. */
function bodyOf(target: Element, { parents }: PageMap): Element | undefined {
  let body: Element | undefined = target
  while (body && !BODIES.has(body.tagName)) body = parents.get(body)
  const around = body && parents.get(body)
  if (
    body?.tagName === 'p' &&
    around?.tagName === 'div' &&
    body === around.children.find((one) => isElement(one))
  ) {
    const others = around.children.filter((one) => isElement(one) && one !== body) as Element[]
    if (!others.some(holdsLink)) return around
  }
  return body
}

const holdsLink = (element: Element): boolean =>
  element.children.some(
    (child) =>
      child.type === 'element' &&
      ((child.tagName === 'a' && /^#/.test(textProperty(child, 'href') ?? '')) || holdsLink(child)),
  )

function isWithin(element: Element, around: Element, { parents }: PageMap): boolean {
  for (let one: Element | undefined = element; one; one = parents.get(one)) if (one === around) return true
  return false
}

const leadsBack = (body: Element, call: Element, map: PageMap): boolean =>
  linksIn(body, map).some((link) => leadsTo(link, call, map))

function leadsTo({ to }: InnerLink, call: Element, map: PageMap): boolean {
  const target = map.byName.get(to)
  return (
    target !== undefined &&
    (isWithin(call, target, map) || isWithin(target, call, map) || target === siblingBefore(call, map))
  )
}

function linksIn(element: Element, map: PageMap): InnerLink[] {
  const index = map.order.get(element)
  const own = index === undefined ? undefined : map.links[index]
  return [
    ...(own ? [own] : []),
    ...element.children.flatMap((child) => (child.type === 'element' ? linksIn(child, map) : [])),
  ]
}

/** `<a name="_ftnref1"></a><a href="#_ftn1">1</a>` */
function siblingBefore(call: Element, { parents }: PageMap): Element | undefined {
  const around = parents.get(call)
  const index = around?.children.indexOf(call) ?? 0
  const before = around?.children[index - 1]
  return isElement(before) ? before : undefined
}

/** The links of notes that lead back. */
const backOf = (map: PageMap, pairs: readonly Pair[]): ReadonlySet<Element> =>
  new Set(
    pairs.flatMap(({ call, body }) =>
      linksIn(body, map).flatMap((one) => (leadsTo(one, call, map) ? [one.link] : [])),
    ),
  )

interface Settling {
  readonly names: ReadonlyMap<Element, string>
  readonly calls: ReadonlyMap<Element, string>
  /** What calls each note: `1`. Many write it before its words too. */
  readonly signs: ReadonlyMap<Element, string>
  readonly back: ReadonlySet<Element>
  readonly marks: string[]
  readonly telling: Telling
}

function withNotes(tree: Root, settling: Settling): Pick<PageNotes, 'tree' | 'bodies'> {
  const { names, calls, signs, back, marks, telling } = settling
  const bodies: Element[] = []
  const settle = (children: readonly ElementContent[]): ElementContent[] =>
    withoutRule(children, names).flatMap((child): ElementContent[] => {
      if (child.type !== 'element') return [child]
      const call = calls.get(child)
      if (call !== undefined) {
        marks.push(wordsOf(child))
        return call === '' ? [] : [markOf(call)]
      }
      if (back.has(child)) {
        marks.push(wordsOf(child))
        return []
      }
      const name = names.get(child)
      const made = { ...child, children: settle(child.children) }
      if (name === undefined) return [made]
      const typed = typedSign(wordsOf(made), signs.get(child) ?? '')
      if (typed !== '') marks.push(typed)
      const body = withoutSigns(made, typed)
      if (name === '') telling.leave('comment', wordsOf(body))
      else bodies.push({ ...body, tagName: 'div', properties: { [NOTE_WORDS]: name } })
      return []
    })
  const kept = settle(tree.children as ElementContent[])
  return { tree: opened({ type: 'root', children: kept }), bodies }
}

const markOf = (name: string): Element => ({
  type: 'element',
  tagName: 'span',
  properties: { [NOTE]: name },
  children: [],
})

/** `<sup>` around a mark, and `^` or an empty pair of brackets where a way back was. */
const opened = (tree: Root): Root =>
  changeTree(tree, (node) => {
    if (!isElement(node, 'sup', 'span', 'font', 'a', 'b')) return node
    const [only, more] = node.children.filter((child) => child.type !== 'text' || child.value.trim() !== '')
    return isElement(only) && only.properties[NOTE] !== undefined && more === undefined ? [only] : node
  })

/** `1.` of “1. Counted by hand”, where `1` calls it; '' where it does not begin so. */
function typedSign(words: string, sign: string): string {
  const [typed = ''] = /^\s*[([]?[\p{L}\p{N}*†‡§]+[\])]?[.:]?(?=\s)/u.exec(words) ?? []
  return sign !== '' && typed.replace(/[\s()[\].:]/g, '') === sign ? typed.trim() : ''
}

/** The `typed` sign goes as well, where the note begins with it. */
function withoutSigns(element: Element, typed: string): Element {
  const index = element.children.findIndex((child) => child.type !== 'text' || child.value.trim() !== '')
  const first = element.children[index]
  const put = (child: ElementContent | undefined): Element => ({
    ...element,
    children: [...(child ? [child] : []), ...element.children.slice(index + 1)],
  })
  if (first?.type === 'text') {
    const value = first.value.trimStart()
    const own = typed !== '' && value.startsWith(typed) ? value.slice(typed.length) : value
    return put({ ...first, value: own.replace(/^\s*(?:\^|↑|\[\s*\]|[.)])?\s*/, '') })
  }
  if (!isElement(first)) return element
  if (/^[\s^↑[\]]*$/.test(wordsOf(first)) && !isElement(first, 'p'))
    return withoutSigns(put(undefined), typed)
  return put(withoutSigns(first, typed))
}

/** Without the line above notes. */
function withoutRule(
  children: readonly ElementContent[],
  names: ReadonlyMap<Element, string>,
): ElementContent[] {
  const first = children.findIndex((child) => isElement(child) && names.has(child))
  const before = children.slice(0, Math.max(0, first)).findLastIndex((child) => !isBlank(child))
  return isElement(children[before], 'hr') ? children.filter((_, index) => index !== before) : [...children]
}

const isBlank = (node: ElementContent): boolean =>
  node.type === 'comment' || (node.type === 'text' && node.value.trim() === '')
