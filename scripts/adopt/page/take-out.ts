// What a page must not bring along: programs, forms, frames, and addresses that are none.
import type { Element, ElementContent, Root } from 'hast'
import { changeTree, isElement, textProperty } from '../../ground/html/change-tree.ts'
import { find } from './page-parts.ts'
import { shortened, type Telling, wordsOf } from './telling.ts'

export function takeOut(tree: Root, telling: Telling): Root {
  let scripts = 0
  const handlers: string[] = []
  const cleared = changeTree(tree, (node) => {
    if (node.type === 'comment') return undefined
    if (!isElement(node)) return node
    if (node.tagName === 'script') {
      scripts += 1
      return undefined
    }
    if (node.tagName === 'style' || node.tagName === 'template' || node.tagName === 'link') return undefined
    if (node.tagName === 'meta' || node.tagName === 'base') return tellHead(node, telling)
    for (const name of Object.keys(node.properties))
      if (/^on[a-z]/i.test(name)) handlers.push(name.toLowerCase())
    return settled(node, telling)
  })
  if (scripts > 0) telling.harm({ problem: 'script', count: scripts })
  const [name] = handlers
  if (name !== undefined) telling.harm({ problem: 'handler', count: handlers.length, name })
  return cleared
}

function tellHead(element: Element, telling: Telling): undefined {
  const content = textProperty(element, 'content') ?? ''
  const equivalent = [element.properties.httpEquiv].flat().join(' ')
  const target = /url\s*=\s*["']?([^"']+)/i.exec(content)?.[1]
  if (/refresh/i.test(equivalent) && target)
    telling.harm({ problem: 'refresh', address: shortened(target.trim()) })
  const base = element.tagName === 'base' ? textProperty(element, 'href') : undefined
  if (base) telling.harm({ problem: 'base', address: shortened(base) })
  return undefined
}

function settled(element: Element, telling: Telling): ElementContent | ElementContent[] | undefined {
  switch (element.tagName) {
    case 'a':
      return link(element, telling)
    case 'form':
    case 'fieldset':
    case 'noscript':
      return opened(element)
    case 'label':
      if (find(element, (one) => one.properties.type === 'checkbox')) return opened(element)
      telling.leave('control', wordsOf(element))
      return undefined
    case 'input':
      return control(element, telling)
    case 'button':
    case 'select':
    case 'textarea':
    case 'datalist':
      telling.leave('control', wordsOf(element) || (textProperty(element, 'placeholder') ?? ''))
      return undefined
    case 'iframe':
    case 'frame':
    case 'embed':
    case 'object':
    case 'video':
    case 'audio':
    case 'portal':
      return frame(element, telling)
    case 'canvas':
    case 'map':
    case 'applet':
      return opened(element)
    default:
      return element
  }
}

const opened = (element: Element): ElementContent[] => [...element.children]

/** The boxes of tasks are a part of the text. */
function control(element: Element, telling: Telling): Element | undefined {
  const type = (textProperty(element, 'type') ?? '').toLowerCase()
  if (type === 'checkbox') return element
  if (['submit', 'button', 'reset'].includes(type))
    telling.leave('control', textProperty(element, 'value') ?? '')
  return undefined
}

const KNOWN = /^(?:https?|mailto|tel|ftp):/i
const HAS_SCHEME = /^[a-z][a-z\d+.-]*:/i

/** Of a link that leads to no page the words stay. */
function link(element: Element, telling: Telling): ElementContent | ElementContent[] {
  const href = [...(textProperty(element, 'href') ?? '')].filter((sign) => sign > ' ').join('')
  if (href === '' || KNOWN.test(href) || !HAS_SCHEME.test(href) || /^file:/i.test(href)) {
    if (!/^file:/i.test(href)) return element
  }
  telling.harm({ problem: 'address', address: shortened(href) })
  const { href: _, ...properties } = element.properties
  return { ...element, properties }
}

/** What paper cannot show: a link to it, and what stands there for those who cannot see it. */
function frame(element: Element, telling: Telling): ElementContent[] {
  const source = element.tagName === 'object' ? 'data' : 'src'
  const first = find(element, (one) => one.tagName === 'source' || one.tagName === 'embed')
  const address = textProperty(element, source) ?? (first && textProperty(first, 'src')) ?? ''
  const inner = element.children.filter((child) => !isElement(child, 'source', 'track', 'param', 'embed'))
  if (address === '') return inner
  if (!/^(?:https?:)?\/\//i.test(address)) {
    if (HAS_SCHEME.test(address)) telling.harm({ problem: 'address', address: shortened(address) })
    else telling.tell({ problem: 'frame', address: shortened(address) })
    return inner
  }
  const href = address.startsWith('//') ? `https:${address}` : address
  telling.tell({ problem: 'frame', address: shortened(href) })
  const title = textProperty(element, 'title') ?? textProperty(element, 'ariaLabel') ?? href
  const made: Element = {
    type: 'element',
    tagName: 'a',
    properties: { href },
    children: [{ type: 'text', value: title }],
  }
  return [{ type: 'element', tagName: 'p', properties: {}, children: [made] }, ...inner]
}
