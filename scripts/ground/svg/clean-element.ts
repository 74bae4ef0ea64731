import type { Element } from 'xast'
import { cleanSheet, cleanStyle, refersOutside } from './drawing-css.ts'
import type { DrawingFault } from './drawing-fault.ts'
import { localName, textOf } from './drawing-tree.ts'

/** A drawing inside of a drawing, cleaned; undefined for one that cannot be kept. */
type CleanInside = (bytes: Uint8Array) => string | undefined

/** What a drawing is shown without. */
export type TakenPart = 'program' | 'other-files' | 'style-sheet'

/** What these show would be missing. */
const SHOWS = new Set(['image', 'use', 'feImage', 'tref'])
const WEB = new Set(['iframe', 'object', 'embed', 'audio', 'video', 'canvas'])

/** Takes out what runs or fetches, and notes it in `taken`; a fault is what cannot be taken out without loss. */
export function cleanElement(
  element: Element,
  taken: Set<TakenPart>,
  inside: CleanInside,
): DrawingFault | undefined {
  const fault = cleanAttributes(element, taken, inside)
  if (fault) return fault
  const kept: Element['children'] = []
  for (const [index, child] of element.children.entries()) {
    if (child.type === 'comment' || child.type === 'instruction') continue
    if (child.type !== 'element') {
      kept.push(child)
      continue
    }
    const name = localName(child.name)
    const isFallenBack = localName(element.name) === 'switch' && hasElement(element.children.slice(index + 1))
    if (name === 'script' || isRedirection(child)) taken.add('program')
    else if (name === 'foreignObject' && isFallenBack) continue
    else if (name === 'foreignObject' || WEB.has(name)) return { problem: 'holds-web-page', element: name }
    else if (name === 'style') kept.push(styled(child, taken))
    else if (name !== 'metadata') {
      const below = cleanElement(child, taken, inside)
      if (below) return below
      kept.push(child)
    }
  }
  element.children = kept
  return undefined
}

const hasElement = (children: Element['children']): boolean => children.some(({ type }) => type === 'element')

/** An animation may change where something leads. */
const isRedirection = ({ name, attributes }: Element): boolean =>
  /^(?:set|animate)/.test(localName(name)) && /(?:^|:)href$/i.test(String(attributes.attributeName ?? ''))

function styled(element: Element, taken: Set<TakenPart>): Element {
  const { css, isChanged } = cleanSheet(textOf(element))
  if (isChanged) taken.add('other-files')
  return { ...element, children: [{ type: 'text', value: css }] }
}

function cleanAttributes(
  element: Element,
  taken: Set<TakenPart>,
  inside: CleanInside,
): DrawingFault | undefined {
  const { attributes } = element
  for (const [name, written] of Object.entries(attributes)) {
    const value = written ?? ''
    const local = localName(name)
    if (/^on[a-z]+$/i.test(local)) {
      delete attributes[name]
      taken.add('program')
    } else if (name === 'xml:base') delete attributes[name]
    else if (local.toLowerCase() === 'href') {
      const fault = cleanReference(element, name, value.trim(), inside)
      if (fault) return fault
    } else if (name === 'style') {
      const { css, isChanged } = cleanStyle(value)
      if (isChanged) taken.add('other-files')
      attributes[name] = css
    } else if (/url\s*\(/i.test(value) && PAINTS.test(local) && refersOutside(value)) {
      delete attributes[name]
      taken.add('other-files')
    }
  }
  return undefined
}

/** Attributes in which `url(…)` is a request; in a text alternative it is two words. */
const PAINTS = /^(?:fill|stroke|filter|mask|clip-path|cursor|marker(?:-\w+)?|color-profile|src)$/

function cleanReference(
  { name, attributes }: Element,
  key: string,
  value: string,
  inside: CleanInside,
): DrawingFault | undefined {
  if (value.startsWith('#') || value === '') return undefined
  const data = /^data:([\w.+-]+\/[\w.+-]+)((?:;[^,;]*)*),([\s\S]*)$/i.exec(value)
  if (data && /^image\/(?:png|jpe?g|gif|webp|bmp)$/i.test(data[1]!)) return undefined
  if (data && /^image\/svg\+xml$/i.test(data[1]!)) {
    const cleaned = inside(bytesOf(data[2]!, data[3]!))
    if (cleaned === undefined) return { problem: 'holds-broken-drawing' }
    attributes[key] = `data:image/svg+xml;base64,${Buffer.from(cleaned).toString('base64')}`
    return undefined
  }
  if (SHOWS.has(localName(name))) return { problem: 'asks-for-a-file', address: value.slice(0, 60) }
  delete attributes[key] // A link: its words stay.
  return undefined
}

function bytesOf(parameters: string, written: string): Uint8Array {
  if (/;base64$/i.test(parameters.trim())) return Buffer.from(written, 'base64')
  try {
    return Buffer.from(decodeURIComponent(written))
  } catch {
    return Buffer.from(written)
  }
}
