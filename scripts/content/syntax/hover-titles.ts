// Words that a screen shows where a mouse rests on a link or on a picture in a line: paper has no mouse. The website
// keeps them, and the author is told once a file.
import type { Nodes, Root } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import { type Draft, lineOf, report } from '../markdown/draft.ts'
import { loneImage } from '../markdown/picture.ts'
import { othersBeside } from '../other-lines.ts'

type Titled = Extract<Nodes, { type: 'link' | 'image' | 'definition' }>

export function hoverTitles(tree: Root, draft: Draft): void {
  const found: Titled[] = []
  const called = new Set<string>()
  const walk = (node: Nodes): void => {
    // Its title is its caption.
    const lone = loneImage(node)
    if (node.type === 'linkReference' || node.type === 'imageReference') called.add(node.identifier)
    if (isTitled(node)) found.push(node)
    if (!('children' in node)) return
    for (const child of node.children) if (child !== lone && !isLoneReference(node)) walk(child)
  }
  walk(tree)
  const told = found.filter((node) => node.type !== 'definition' || called.has(node.identifier))
  const [first, ...more] = told.filter(saysMore)
  if (!first) return
  report(draft, 'markup-is-exact', first, {
    problem: 'shown-on-the-website',
    typed: first.title ?? '',
    of: first.type === 'image' ? 'picture' : 'link',
    ...othersBeside(lineOf(first), more.map(lineOf)),
  })
}

const isLoneReference = (node: Nodes): boolean =>
  node.type === 'paragraph' && node.children.length === 1 && node.children[0]?.type === 'imageReference'

const isTitled = (node: Nodes): node is Titled =>
  (node.type === 'link' || node.type === 'image' || node.type === 'definition') && Boolean(node.title?.trim())

/** What the words of the link, its address or the alternative say already need not be said again. */
function saysMore(node: Titled): boolean {
  const plain = (words: string): string => words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
  const said = plain(`${node.type === 'image' ? (node.alt ?? '') : plainText(node)} ${node.url}`)
  return !said.includes(plain(node.title ?? ''))
}
