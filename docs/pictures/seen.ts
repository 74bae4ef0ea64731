// What is seen of HTML and CSS: the rest may change, and a picture of them stays true.
import { type CssNode, generate, parse, walk } from 'css-tree'
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

/** Rules without comments; without those of pages, which hold every running head of a book, and without faces. */
export function seenInCss(css: string): string {
  const tree = parse(css)
  walk(tree, {
    visit: 'Atrule',
    enter(node, item, list) {
      if (['page', 'font-face'].includes(node.name)) list?.remove(item)
    },
  })
  return generate(tree)
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
