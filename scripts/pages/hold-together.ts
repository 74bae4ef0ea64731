// Words of an element that no line may part, and cells of a table that stay whole while they have room.
import type { Element } from 'hast'
import { slotOf } from '../ground/html/slot.ts'
import { setTable } from './set-table.ts'

/** As it is written in code; a cell of a table may have to break what another text holds together. */
const AS_WRITTEN = new Set('code pre kbd samp td th'.split(' '))

/** `hold` puts spaces that do not break into dates and the like. */
export function holdTogether(element: Element, language: string, hold: (text: string) => string): Element {
  if (element.tagName === 'table') return setTable(element, language, (text) => hold(text) !== text)
  if (AS_WRITTEN.has(element.tagName) || isSideLabel(element)) return element
  const children = element.children.map((child) => {
    if (child.type !== 'text' || slotOf(child)) return child
    const value = hold(child.value)
    return value === child.value ? child : { ...child, value }
  })
  return children.some((child, index) => child !== element.children[index])
    ? { ...element, children }
    : element
}

/** In large type in the hanging column: a long date has no room on one line, and would be parted within its year. */
const isSideLabel = ({ properties: { className } }: Element): boolean =>
  Array.isArray(className) && className.includes('side-label')
