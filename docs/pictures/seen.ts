// What is seen of HTML and CSS: the rest may change, and a picture of them stays true.
import { type CssNode, generate, type List, type ListItem, parse, walk } from 'css-tree'
import type { Element, Root, RootContent } from 'hast'
import { changeTree, isElement, textProperty } from '../../scripts/ground/html/change-tree.ts'
import { readHtml, writeHtml } from '../../scripts/ground/html/html-text.ts'

/** Names, addresses, and what is for programs or listeners alone. */
const UNSEEN = /^(?:data.*|aria.*|id|href|lang|role|rel|tabIndex)$/

/** Elements with their classes, and words. Of printed pages only the runs that are asked for, else all. */
export function seenInHtml(html: string, runs?: ReadonlySet<string>): string {
  const body = within(readHtml(html), (element) => isElement(element, 'body'))
  const shown = runs
    ? body.flatMap((one) => within(one, (element) => runs.has(textProperty(element, 'dataRun') ?? '')))
    : body
  return writeHtml(changeTree({ type: 'root', children: shown }, withoutUnseen)).replace(/\s+/g, ' ')
}

/** The outermost elements that are wanted. */
function within(node: Root | RootContent, isWanted: (element: Element) => boolean): Element[] {
  if (node.type === 'element' && isWanted(node)) return [node]
  return 'children' in node ? node.children.flatMap((child) => within(child, isWanted)) : []
}

function withoutUnseen(node: RootContent): RootContent | undefined {
  if (node.type === 'comment') return undefined
  if (node.type !== 'element') return node
  const seen = Object.entries(node.properties).filter(([name]) => !UNSEEN.test(name))
  return { ...node, properties: Object.fromEntries(seen) }
}

/**
 * The rules that can concern the HTML, by its classes, without comments; without those of pages, which hold every
 * running head of a book, and without faces.
 */
export function seenInCss(css: string, html: string): string {
  const classes = new Set(classesIn(readHtml(html)))
  const tree = parse(css)
  walk(tree, {
    leave(node: CssNode, item: ListItem<CssNode>, list: List<CssNode>) {
      if (node.type === 'Atrule' && ['page', 'font-face'].includes(node.name)) list?.remove(item)
      if (node.type === 'Rule' && node.prelude.type === 'SelectorList') {
        const concerns = node.prelude.children.some((one) =>
          classNames(one).every((name) => classes.has(name)),
        )
        if (!concerns) list?.remove(item)
      }
    },
  })
  return generate(tree)
}

function classesIn(node: Root | RootContent): string[] {
  const own = node.type === 'element' ? [node.properties.className ?? []].flat() : []
  const below = 'children' in node ? node.children.flatMap(classesIn) : []
  return [...own.map(String), ...below]
}

/** Those that an element must have; what stands in `:not()` or `:is()` is not looked at. */
function classNames(selector: CssNode): string[] {
  if (selector.type !== 'Selector') return []
  return selector.children.toArray().flatMap((part) => (part.type === 'ClassSelector' ? [part.name] : []))
}

/** The style sheets within a document. */
export const stylesIn = (html: string): string =>
  within(readHtml(html), (element) => isElement(element, 'style'))
    .flatMap(({ children }) => children.map((one) => (one.type === 'text' ? one.value : '')))
    .join('\n')

/** The declarations that name a token, each with its selector. */
export function declarationsWith(token: string, css: string): string[] {
  const found: string[] = []
  walk(parse(css), {
    visit: 'Declaration',
    enter(node: CssNode) {
      const text = generate(node)
      const selector = this.rule ? generate(this.rule.prelude) : ''
      if (text.includes(`var(--${token})`)) found.push(`${selector} ${text}`)
    },
  })
  return found
}
