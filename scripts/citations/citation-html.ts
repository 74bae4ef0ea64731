// What the processor of citations writes → a tree: of its HTML only what sets words off is kept.
import type { Element, ElementContent, RootContent } from 'hast'
import { hasClass, isElement, textProperty } from '../ground/html/change-tree.ts'
import { readHtml } from '../ground/html/html-text.ts'
import { linkedAddresses } from './linked-addresses.ts'

/** `linkOf`: what stands for a work of this key, from the words that do. */
export type LinkOf = (key: string, children: ElementContent[]) => ElementContent[]

/** A citation, or a work of the list. */
export const citationTree = (html: string, linkOf: LinkOf): ElementContent[] =>
  readHtml(html.replace(/(?<!\s)\s*\n\s*/g, ' ').trim()).children.flatMap((node) => kept(node, linkOf))

const KEPT = new Set(['i', 'b', 'em', 'strong', 'sup', 'sub'])
const NAMES: Readonly<Record<string, string>> = { i: 'em', b: 'strong' }

function kept(node: RootContent, linkOf: LinkOf): ElementContent[] {
  if (node.type === 'text') return linkedAddresses(node.value)
  if (!isElement(node)) return []
  const children = node.children.flatMap((child) => kept(child, linkOf))
  const key = textProperty(node, 'dataKey')
  if (key !== undefined) return linkOf(decodeURIComponent(key), children.flatMap(unlinked))
  if (KEPT.has(node.tagName)) return [element(NAMES[node.tagName] ?? node.tagName, {}, children)]
  if (node.tagName === 'span') return ofStyle(textProperty(node, 'style') ?? '', children)
  return hasClass(node, 'csl-left-margin')
    ? [element('span', { className: ['work-mark'] }, trimmed(children)), ' '].map(asNode)
    : children
}

const asNode = (node: Element | string): ElementContent =>
  typeof node === 'string' ? { type: 'text', value: node } : node

function ofStyle(style: string, children: ElementContent[]): ElementContent[] {
  if (/small-caps/.test(style)) return [element('span', { className: ['small-caps'] }, children)]
  if (/underline/.test(style)) return [element('u', {}, children)]
  return children
}

/** A link holds no other. */
export const unlinked = (node: ElementContent): ElementContent[] => {
  if (!isElement(node)) return [node]
  const children = node.children.flatMap(unlinked)
  return node.tagName === 'a' ? children : [{ ...node, children }]
}

const trimmed = (children: readonly ElementContent[]): ElementContent[] =>
  children.map((child) => (child.type === 'text' ? { ...child, value: child.value.trim() } : child))

export const element = (
  tagName: string,
  properties: Element['properties'],
  children: readonly ElementContent[],
): Element => ({ type: 'element', tagName, properties, children: [...children] })

export const textOf = (nodes: readonly ElementContent[]): string =>
  nodes
    .map((node) => (node.type === 'text' ? node.value : isElement(node) ? textOf(node.children) : ''))
    .join('')
