// An XMP packet (ISO 16684-1) as the properties that it holds, whatever prefixes its writer took for the names.
import type { Element, Nodes } from 'xast'
import { fromXml } from 'xast-util-from-xml'

export interface Xmp {
  /** A simple property, written as an element or as an attribute; '' when it is not there. */
  readonly value: (property: string) => string
  /** The title in the language that is the default, '' when it has none. */
  readonly title: string
}

/** The prefixes by which we ask. */
const PREFIXES: Readonly<Record<string, string>> = {
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#': 'rdf',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://ns.adobe.com/xap/1.0/': 'xmp',
  'http://ns.adobe.com/xap/1.0/mm/': 'xmpMM',
  'http://ns.adobe.com/pdf/1.3/': 'pdf',
  'http://www.aiim.org/pdfa/ns/id/': 'pdfaid',
  'http://www.aiim.org/pdfua/ns/id/': 'pdfuaid',
  'http://www.npes.org/pdfx/ns/id/': 'pdfxid',
}

/** What is no XML holds nothing. */
export function readXmp(packet: string): Xmp {
  const values = new Map<string, string>()
  let title = ''
  const note = (name: string, value: string): void => {
    const text = value.trim()
    if (text !== '' && !values.has(name)) values.set(name, text)
  }
  for (const { element, name, nameOf } of elementsOf(packet)) {
    if (name === 'rdf:Description')
      for (const [attribute, value] of Object.entries(element.attributes))
        note(nameOf(attribute), value ?? '')
    if (name === 'dc:title') title ||= defaultOf(element)
    if (element.children.every(({ type }) => type !== 'element')) note(name, textOf(element))
  }
  return { value: (property) => values.get(property) ?? '', title }
}

interface Named {
  readonly element: Element
  readonly name: string
  readonly nameOf: (written: string) => string
}

function elementsOf(packet: string): Named[] {
  const found: Named[] = []
  const walk = (node: Nodes, known: Readonly<Record<string, string>>): void => {
    const own = node.type === 'element' ? { ...known, ...prefixesOf(node) } : known
    const nameOf = (written: string): string => {
      const [prefix = '', local] = written.split(':')
      return local === undefined ? written : `${own[prefix] ?? prefix}:${local}`
    }
    if (node.type === 'element') found.push({ element: node, name: nameOf(node.name), nameOf })
    if ('children' in node) for (const child of node.children) walk(child, own)
  }
  try {
    walk(fromXml(packet.replace(/^\uFEFF/, '').trim()), {})
  } catch {
    return []
  }
  return found
}

/** Our prefix for each that the element declares. */
const prefixesOf = ({ attributes }: Element): Record<string, string> =>
  Object.fromEntries(
    Object.entries(attributes).flatMap(([name, uri]) => {
      const prefix = /^xmlns:(.+)$/.exec(name)?.[1]
      return prefix ? [[prefix, PREFIXES[uri ?? ''] ?? prefix]] : []
    }),
  )

/** `rdf:Alt` with an item a language. */
function defaultOf(element: Element): string {
  const items = element.children.flatMap((list) => (list.type === 'element' ? list.children : []))
  const item = items.find((one) => one.type === 'element' && one.attributes['xml:lang'] === 'x-default')
  return item ? textOf(item) : ''
}

const textOf = (node: Nodes): string => {
  if (node.type === 'text' || node.type === 'cdata') return node.value
  return 'children' in node ? node.children.map(textOf).join('') : ''
}
