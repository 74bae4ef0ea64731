// What a page says by its look alone: `.c1 { font-weight: 700 }` around words is bold.
import { generate, parse, walk } from 'css-tree'
import type { Element, ElementContent, Root } from 'hast'
import { changeTree, isElement, textProperty } from '../../ground/html/change-tree.ts'
import { find } from './page-parts.ts'

type Look = Readonly<Record<string, string>>
type Looks = ReadonlyMap<string, Look>

const MOST_STYLE = 2_000_000
/** What is looked at; all else is how a page looks and nothing more. */
const SAYS: ReadonlySet<string> = new Set([
  'font-weight',
  'font-style',
  'font-family',
  'text-decoration',
  'text-decoration-line',
  'vertical-align',
  'background-color',
  'background',
])

/** Looks of classes, by their names, `c1` or `span.c1`. */
export function looksOf(tree: Root): Looks {
  const looks = new Map<string, Look>()
  for (const sheet of sheetsIn(tree)) addLooks(sheet, looks)
  return looks
}

/** But for those that are too long to be looked at. */
export function sheetsIn(tree: Root): string[] {
  const sheets: string[] = []
  find(tree, (one) => {
    const [only] = one.children
    if (one.tagName === 'style' && only?.type === 'text' && only.value.length < MOST_STYLE)
      sheets.push(only.value)
    return false
  })
  return sheets
}

function addLooks(sheet: string, looks: Map<string, Look>): void {
  const tree = parse(sheet.replace(/^\s*<!--|-->\s*$/g, ''), { onParseError: () => {}, parseValue: false })
  walk(tree, {
    visit: 'Rule',
    enter(rule) {
      const look: Record<string, string> = {}
      walk(rule.block, (node) => {
        if (node.type === 'Declaration' && SAYS.has(node.property))
          look[node.property] = generate(node.value).trim().toLowerCase()
      })
      if (Object.keys(look).length === 0) return
      for (const selector of generate(rule.prelude).split(',')) {
        if (!/^[a-z\d]*\.[\w-]+$/i.test(selector)) continue
        looks.set(selector, { ...looks.get(selector), ...look })
      }
    },
  })
}

/** Elements of HTML in place of looks. */
export const looksAsElements = (tree: Root, looks: Looks): Root =>
  changeTree(tree, (node) => {
    if (!isElement(node, 'span', 'font', 'p', 'li', 'div')) return node
    const look = lookOf(node, looks)
    const marks = marksOf(look, node.tagName)
    if (marks.length === 0 || node.children.length === 0) return node
    if (node.tagName === 'span' || node.tagName === 'font') return [wrapped(node, marks)]
    // A paragraph that is bold as a whole; one that holds blocks says it of how they look.
    return node.children.every(isOfLine) ? [{ ...node, children: [wrappedAll(node.children, marks)] }] : node
  })

const isOfLine = (node: ElementContent): boolean =>
  node.type !== 'element' || !/^(?:p|div|ul|ol|table|h[1-6]|blockquote|pre|hr)$/.test(node.tagName)

const wrapped = (element: Element, marks: readonly string[]): Element => wrappedAll([element], marks)

const wrappedAll = (children: ElementContent[], marks: readonly string[]): Element =>
  marks.reduce<ElementContent[]>(
    (inner, tagName) => [{ type: 'element', tagName, properties: {}, children: inner }],
    children,
  )[0] as Element

function lookOf(element: Element, looks: Looks): Look {
  const classes = (textProperty(element, 'className') ?? '').split(/\s+/)
  const found = classes.flatMap((name) => [looks.get(`.${name}`), looks.get(`${element.tagName}.${name}`)])
  return Object.assign({}, ...found, ownLook(textProperty(element, 'style') ?? ''))
}

function ownLook(style: string): Look {
  if (style === '' || style.length > 5000) return {}
  return Object.fromEntries(
    style.split(';').flatMap((line) => {
      const [key = '', ...value] = line.split(':')
      const name = key.trim().toLowerCase()
      return SAYS.has(name) ? [[name, value.join(':').trim().toLowerCase()]] : []
    }),
  )
}

const MONOSPACED =
  /\b(?:courier|consolas|monaco|menlo|monospace|source code|roboto mono|inconsolata|fira code)\b/

function marksOf(look: Look, name: string): string[] {
  const line = `${look['text-decoration'] ?? ''} ${look['text-decoration-line'] ?? ''}`
  const weight = look['font-weight'] ?? ''
  const isInLine = name === 'span' || name === 'font'
  const ground = look['background-color'] ?? look.background ?? ''
  return [
    ...(isInLine && MONOSPACED.test(look['font-family'] ?? '') ? ['code'] : []),
    ...(isInLine && look['vertical-align'] === 'super' ? ['sup'] : []),
    ...(isInLine && look['vertical-align'] === 'sub' ? ['sub'] : []),
    ...(isInLine && isMarked(ground) ? ['mark'] : []),
    ...(line.includes('line-through') ? ['del'] : []),
    ...(look['font-style'] === 'italic' || look['font-style'] === 'oblique' ? ['em'] : []),
    ...(/^(?:bold|bolder|[6-9]00)/.test(weight) ? ['strong'] : []),
    ...(line.includes('underline') ? ['u'] : []),
  ]
}

/** The yellow of a marker; pale grounds are how code and boxes look. */
const isMarked = (ground: string): boolean =>
  /^(?:#ff0|#ffff00|#00ff00|#0f0|#00ffff|yellow|lime|aqua|cyan)\b/.test(ground)
