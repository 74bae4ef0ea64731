// Running text as it was typed, block by block, with all that is no text of it blotted out: code, HTML, addresses,
// what is escaped. What is found in it is markup that no parser took for such.
import type { Nodes, Parents, Root } from 'mdast'

export interface Prose {
  readonly node: Extract<Nodes, { type: 'paragraph' | 'heading' | 'tableCell' }>
  /** Offset of the first sign of `shown`. */
  readonly start: number
  /** As long as what was typed; `BLOT` stands where it is no text. */
  readonly shown: string
}

export const BLOT = '\uFDD2'

const ESCAPED = /\\[!-/:-@[-`{-~]/g

/** In the order of the text. */
export function proseOf(tree: Root, text: string): Prose[] {
  const found: Prose[] = []
  const walk = (parent: Parents): void => {
    for (const child of parent.children) {
      if (child.type === 'paragraph' || child.type === 'heading' || child.type === 'tableCell')
        found.push(shownOf(child, text))
      else if ('children' in child) walk(child)
    }
  }
  walk(tree)
  return found
}

function shownOf(node: Prose['node'], text: string): Prose {
  const start = node.position?.start.offset ?? 0
  const end = node.position?.end.offset ?? start
  const pieces: string[] = []
  let done = start
  for (const [from, to] of blottedIn(node, text)) {
    if (to <= done) continue
    pieces.push(text.slice(done, Math.max(done, from)), BLOT.repeat(to - Math.max(done, from)))
    done = to
  }
  pieces.push(text.slice(done, end))
  const shown = pieces.join('').replace(ESCAPED, BLOT.repeat(2))
  return { node, start, shown }
}

/** Stretches that are no text, in order. Of emphasis and links it is all but their words. */
function blottedIn(parent: Parents, text: string): [number, number][] {
  return parent.children.flatMap((child: Nodes): [number, number][] => {
    const from = child.position?.start.offset ?? 0
    const to = child.position?.end.offset ?? from
    if (child.type === 'text' || child.type === 'break') return []
    const isAddress = child.type === 'link' && text.charAt(from) === '<'
    if (isAddress || !('children' in child)) return [[from, to]]
    const first = child.children[0]?.position?.start.offset ?? to
    const last = child.children.at(-1)?.position?.end.offset ?? to
    return [[from, first], ...blottedIn(child, text), [last, to]]
  })
}

/** Offsets that are code, HTML or front matter: nothing there is ever read as markup. */
export function codeOf(tree: Root): (offset: number) => boolean {
  const stretches: [number, number][] = []
  const walk = (node: Nodes): void => {
    if (
      node.type === 'code' ||
      node.type === 'html' ||
      node.type === 'yaml' ||
      node.type === 'inlineCode' ||
      node.type === 'formula'
    )
      stretches.push([node.position?.start.offset ?? 0, node.position?.end.offset ?? 0])
    else if ('children' in node) for (const child of node.children) walk(child)
  }
  walk(tree)
  return (offset) => {
    let low = 0
    let high = stretches.length - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      const [from, to] = stretches[middle]!
      if (offset < from) high = middle - 1
      else if (offset >= to) low = middle + 1
      else return true
    }
    return false
  }
}
