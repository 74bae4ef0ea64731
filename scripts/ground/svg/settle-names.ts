import type { Element } from 'xast'
import { walkElements } from './drawing-tree.ts'

const SVG = 'http://www.w3.org/2000/svg'
const XLINK = 'http://www.w3.org/1999/xlink'

/** A browser shows nothing of a drawing without its namespace, or with a name whose prefix is not declared. */
export function settleNames(root: Element): void {
  const { attributes } = root
  const prefix = prefixOf(root.name)
  if (prefix === '') attributes.xmlns = SVG
  else attributes[`xmlns:${prefix}`] ??= SVG
  const declared = new Set(['xml', 'xmlns'])
  walkElements(root, (element) => {
    for (const name of Object.keys(element.attributes))
      if (name.startsWith('xmlns:')) declared.add(name.slice('xmlns:'.length))
  })
  if (!declared.has('xlink')) {
    declared.add('xlink')
    attributes['xmlns:xlink'] = XLINK
  }
  walkElements(root, (element) => {
    element.children = element.children.filter(
      (child) => child.type !== 'element' || isDeclared(child.name, declared),
    )
    for (const name of Object.keys(element.attributes))
      if (!isDeclared(name, declared)) delete element.attributes[name]
  })
}

const prefixOf = (name: string): string => (name.includes(':') ? name.slice(0, name.indexOf(':')) : '')

const isDeclared = (name: string, declared: ReadonlySet<string>): boolean =>
  prefixOf(name) === '' || declared.has(prefixOf(name))
