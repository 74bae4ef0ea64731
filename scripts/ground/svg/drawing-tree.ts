import type { Element } from 'xast'

/** `svg:path` → `path`. Programs write drawings with a prefix before every name, and with none. */
export const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

export const textOf = (element: Element): string =>
  element.children
    .map((child) =>
      child.type === 'element'
        ? textOf(child)
        : child.type === 'text' || child.type === 'cdata'
          ? child.value
          : '',
    )
    .join('')

export function walkElements(element: Element, visit: (element: Element) => void): void {
  visit(element)
  for (const child of element.children) if (child.type === 'element') walkElements(child, visit)
}
