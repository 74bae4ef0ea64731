// The hints that `whitepaper new` puts into a file are remarks, which are not printed. What they ask for has to be
// there.
import type { Heading, Html, Nodes, Root } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import { type Draft, report } from '../markdown/draft.ts'

const HINT = /<!--\s*Hint:\s*([\s\S]*?)\s*(?:-->|$)/i
const COMMENT = /<!--[\s\S]*?(?:-->|$)/g

/**
 * Needs the tree with its remarks: each hint that has no text beside it, from heading to heading. Notes stand
 * elsewhere. Returns the headings of these sections.
 */
export function sectionIsWritten(tree: Root, draft: Draft): ReadonlySet<Heading> {
  const unwritten = new Set<Heading>()
  let heading: Heading | undefined
  let hint: Html | undefined
  let isWritten = false
  const endSection = (): void => {
    if (!hint || isWritten) return
    const [, actual = ''] = HINT.exec(hint.value) ?? []
    const key = heading && plainText(heading)
    if (heading) unwritten.add(heading)
    report(draft, 'section-is-written', hint, { hint: actual.replace(/\s+/g, ' '), heading: key })
  }
  const walk = (node: Nodes): void => {
    if (node.type === 'heading') {
      endSection()
      heading = node
      hint = undefined
      isWritten = false
    } else if (node.type === 'html') {
      if (HINT.test(node.value)) hint ??= node
      if (node.value.replace(COMMENT, '').trim() !== '') isWritten = true
    } else if (node.type === 'footnoteDefinition') return
    else if (isText(node)) isWritten = true
    else if ('children' in node) for (const child of node.children) walk(child)
  }
  walk(tree)
  endSection()
  return unwritten
}

/**
 * What a reader sees of a text: words, pictures, code; and blocks that are made from data, which hold no words of
 * their own.
 */
const isText = (node: Nodes): boolean =>
  ('value' in node && node.value.trim() !== '') ||
  node.type === 'image' ||
  (node.type === 'containerDirective' && node.children.length === 0)
