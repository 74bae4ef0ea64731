// By what a list counts: digits, letters or Roman numbers.
import type { Element, ElementContent, Root } from 'hast'
import { changeTree, isElement, textProperty, withProperties } from '../../ground/html/change-tree.ts'
import { sheetsIn } from './looks.ts'

export interface Count {
  readonly number: number
  /** As the attribute of HTML has it: `a`, `A`, `i`, `I`; undefined for digits. */
  readonly kind: string | undefined
}

/** What a sign of a list may stand for, the likeliest first. */
export function countsOf(sign: string): Count[] {
  if (/^\d+$/.test(sign)) return [{ number: Number(sign), kind: undefined }]
  const isUpper = sign === sign.toUpperCase()
  const roman = romanOf(sign.toLowerCase())
  const letter = /^[a-z]$/i.test(sign) ? sign.toLowerCase().charCodeAt(0) - 96 : undefined
  const romans = roman === undefined ? [] : [{ number: roman, kind: isUpper ? 'I' : 'i' }]
  const letters = letter === undefined ? [] : [{ number: letter, kind: isUpper ? 'A' : 'a' }]
  // A list begins with `i` more often than it goes on with it behind an `h`; `c`, `d`, `v` and `x` are letters first.
  return /^i$/i.test(sign) || letter === undefined ? [...romans, ...letters] : [...letters, ...romans]
}

const VALUES: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 }

function romanOf(sign: string): number | undefined {
  if (!/^(?:x?c|x?l|l?x{0,3})(?:i?x|i?v|v?i{0,3})$/.test(sign) || sign === '') return undefined
  return [...sign].reduce((sum, letter, at, all) => {
    const value = VALUES[letter] ?? 0
    return sum + (value < (VALUES[all[at + 1] ?? ''] ?? 0) ? -value : value)
  }, 0)
}

const STYLES: Readonly<Record<string, string>> = {
  'lower-alpha': 'a',
  'lower-latin': 'a',
  'upper-alpha': 'A',
  'upper-latin': 'A',
  'lower-roman': 'i',
  'upper-roman': 'I',
}

/** Of a list of HTML. Undefined where it counts with digits. */
export function kindOfCount(list: Element): string | undefined {
  const said = /list-style(?:-type)?\s*:[^;]{0,100}?\b((?:lower|upper)-(?:alpha|latin|roman))\b/i.exec(
    textProperty(list, 'style') ?? '',
  )?.[1]
  if (said) return STYLES[said.toLowerCase()]
  const type = textProperty(list, 'type') ?? ''
  return /^[aAiI]$/.test(type) ? type : undefined
}

const COUNTER = new RegExp(
  String.raw`\.([\w-]+)\s*>\s*li::?before\s*\{[^{}]{0,200}?\bcounter\([\w-]+\s*,\s*(${Object.keys(STYLES).join('|')})\)`,
  'gi',
)

/**
 * Lists of Google Docs, which a style sheet counts: `.lst-kix_a-0 > li:before { content: counter(a-0, lower-latin) }`.
 */
export function withCountsOfSheets(tree: Root): Root {
  const found = sheetsIn(tree).flatMap((sheet) => [...sheet.matchAll(COUNTER)])
  if (found.length === 0) return tree
  const kinds = new Map(found.map(([, name = '', style = '']) => [name, STYLES[style.toLowerCase()]]))
  return changeTree(tree, (node) => {
    if (!isElement(node, 'ol') || kindOfCount(node)) return node
    const names = (textProperty(node, 'className') ?? '').split(/\s+/)
    const type = names.map((name) => kinds.get(name)).find((kind) => kind !== undefined)
    return type ? withProperties(node, { type }) : node
  })
}

/** By which a list that does not count with digits is known from here on. */
export const LETTERED = 'dataAdoptLettered'

/** Those in tables stay as they are: tables with lists are HTML. */
export function withLettered(tree: Root): Root {
  const change = (nodes: readonly ElementContent[]): ElementContent[] =>
    nodes.map((node): ElementContent => {
      if (!isElement(node) || node.tagName === 'table') return node
      const children = change(node.children)
      const kind = node.tagName === 'ol' ? textProperty(node, 'type') : undefined
      if (kind === undefined) return { ...node, children }
      return { ...withProperties(node, { [LETTERED]: kind }), tagName: 'div', children }
    })
  return { ...tree, children: change(tree.children as ElementContent[]) }
}
