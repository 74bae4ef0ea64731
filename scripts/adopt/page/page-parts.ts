// Of a page, its text: not what stands around the text on every page of a site.
import type { Element, Nodes, Root } from 'hast'
import { changeTree, isElement, textProperty } from '../../ground/html/change-tree.ts'
import { type Telling, wordsOf } from './telling.ts'

/** What is left out is told with its words. */
export function textOfPage(tree: Root, telling: Telling): Root {
  const body = find(tree, (one) => one.tagName === 'body')
  const root: Root = { type: 'root', children: body ? body.children : tree.children }
  const cleared = changeTree(root, (node) => {
    if (!isElement(node)) return node
    const kind = notOfText(node)
    if (kind === undefined) return node
    telling.leave(kind, wordsOf(node))
    return undefined
  })
  const main = mainOf(cleared)
  if (!main) return withoutFrame(cleared, telling)
  tellAround(cleared, main, telling)
  return { type: 'root', children: main.children }
}

type Kind = 'banner' | 'hidden' | 'contents' | 'beside'

const BANNER = /(?:^|[\s_-])(?:cookies?|consent|gdpr|onetrust|cookiebot)(?:$|[\s_-])/i
const CONTENTS = /^(?:toc|table-of-contents|tableofcontents|toc-container|toc_container)$/i

function notOfText(element: Element): Kind | undefined {
  const names = `${textProperty(element, 'id') ?? ''} ${textProperty(element, 'className') ?? ''}`
  const role = textProperty(element, 'role') ?? ''
  if (element.tagName === 'dialog' || role === 'dialog' || role === 'alertdialog') return 'banner'
  if (isBox(element) && BANNER.test(names) && !holdsHeadings(element)) return 'banner'
  if (role === 'doc-toc' || names.split(/\s+/).some((name) => CONTENTS.test(name))) return 'contents'
  if (element.tagName === 'nav' || role === 'navigation' || role === 'search') return 'beside'
  if (element.tagName === 'input' || element.tagName === 'svg') return undefined
  const style = textProperty(element, 'style') ?? ''
  if (element.properties.hidden !== undefined && element.properties.hidden !== false) return 'hidden'
  return /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style) ||
    /mso-hide\s*:\s*all/i.test(style)
    ? 'hidden'
    : undefined
}

const isBox = ({ tagName }: Element): boolean =>
  ['div', 'section', 'aside', 'form', 'footer'].includes(tagName)

/** A page about cookies is no notice of them. */
const holdsHeadings = (element: Element): boolean => {
  let count = 0
  find(element, (one) => /^h[1-6]$/.test(one.tagName) && ++count > 1)
  return count > 1
}

/** In this order: the first that is there holds the text. */
const MAINS: readonly ((element: Element) => boolean)[] = [
  (one) => one.tagName === 'main' || one.properties.role === 'main',
  // Confluence and MediaWiki, in pages that were saved or exported.
  (one) => one.properties.id === 'main-content' || one.properties.id === 'mw-content-text',
]

function mainOf(root: Root): Element | undefined {
  for (const isMain of MAINS) {
    const found = find(root, (one) => isMain(one) && wordsOf(one) !== '')
    if (found) return found
  }
  const articles: Element[] = []
  find(root, (one) => {
    if (one.tagName === 'article') articles.push(one)
    return false
  })
  const [only, more] = articles
  return only && more === undefined && wordsOf(only) !== '' ? only : undefined
}

/** The parts before the text and behind it, each told by itself. */
function tellAround(root: Root, main: Element, telling: Telling): void {
  const walk = (node: Root | Element): void => {
    for (const child of node.children) {
      if (child === main) continue
      if (isElement(child) && find(child, (one) => one === main)) walk(child)
      else telling.leave('beside', wordsOf(child as Nodes))
    }
  }
  walk(root)
}

/** Without a main part: header with the title stays, what else frames a page goes. */
const withoutFrame = (root: Root, telling: Telling): Root =>
  changeTree(root, (node) => {
    if (!isElement(node, 'header', 'footer', 'aside')) return node
    if (node.tagName === 'header' && find(node, (one) => one.tagName === 'h1')) return node
    if (holdsNotes(node)) return node
    telling.leave('beside', wordsOf(node))
    return undefined
  })

const holdsNotes = (element: Element): boolean =>
  find(element, (one) =>
    /note/i.test(`${textProperty(one, 'id') ?? ''} ${textProperty(one, 'className') ?? ''}`),
  ) !== undefined

export function find(node: Root | Element, isMeant: (element: Element) => boolean): Element | undefined {
  for (const child of node.children) {
    if (child.type !== 'element') continue
    if (isMeant(child)) return child
    const found = find(child, isMeant)
    if (found) return found
  }
  return undefined
}
