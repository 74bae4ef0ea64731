// One part of a Word file as a tree. It comes from strangers: what could be a bomb is refused before it is parsed.
import type { Element, ElementContent, Nodes } from 'xast'
import { fromXml } from 'xast-util-from-xml'
import { WordFault } from './word-fault.ts'

const DEEPEST = 250
const MOST_ELEMENTS = 2_000_000

/** The root of a part. Throws WordFault. */
export function wordXml(bytes: Uint8Array, part: string): Element {
  const text = decoded(bytes)
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw new WordFault({ problem: 'definitions', part })
  const { depth, count } = measured(text)
  if (depth > DEEPEST) throw new WordFault({ problem: 'too-deep', part, most: DEEPEST })
  if (count > MOST_ELEMENTS) throw new WordFault({ problem: 'too-many', part, most: MOST_ELEMENTS })
  const root = parsed(text, part).find((node): node is Element => node.type === 'element')
  if (!root) throw new WordFault({ problem: 'no-xml', part })
  return root
}

function parsed(text: string, part: string): readonly Nodes[] {
  try {
    return fromXml(text).children
  } catch (cause) {
    throw new WordFault({ problem: 'no-xml', part }, cause)
  }
}

const decoded = (bytes: Uint8Array): string => {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : undefined
  return new TextDecoder(wide ?? (bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8')).decode(
    bytes,
  )
}

/** From sign to sign, so that nothing is looked at twice. */
function measured(text: string): { readonly depth: number; readonly count: number } {
  let [open, depth, count] = [0, 0, 0]
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    const end = text.indexOf('>', at)
    if (end < 0) break
    const next = text[at + 1]
    if (next === '/') open -= 1
    else if (next !== '?' && next !== '!') {
      count += 1
      if (text[end - 1] !== '/') open += 1
      depth = Math.max(depth, open)
    }
    at = end + 1
  }
  return { depth, count }
}

export const elementsOf = (node: Element): Element[] =>
  node.children.filter((child: ElementContent): child is Element => child.type === 'element')

export const childOf = (node: Element | undefined, name: string): Element | undefined =>
  node && elementsOf(node).find((child) => child.name === name)

/** The text of an attribute, `w:val` unless another is named. */
export const attributeOf = (node: Element | undefined, name = 'w:val'): string | undefined =>
  node?.attributes[name] ?? undefined

export const textOf = (node: Element): string =>
  node.children.map((child) => (child.type === 'text' || child.type === 'cdata' ? child.value : '')).join('')
