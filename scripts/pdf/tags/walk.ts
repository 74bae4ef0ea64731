import type { Mark, TagElement } from './element.ts'

/** Visits an element and all below it, parents first. Kids that a visit moves are visited where they are then. */
export function walk(element: TagElement, visit: (element: TagElement) => void): void {
  visit(element)
  for (const kid of element.kids) if (kid.kind === 'element') walk(kid, visit)
}

/** Kids before their parents. */
export function walkUp(element: TagElement, visit: (element: TagElement) => void): void {
  for (const kid of element.kids) if (kid.kind === 'element') walkUp(kid, visit)
  visit(element)
}

export const elementsIn = (element: TagElement): TagElement[] =>
  element.kids.filter((kid) => kid.kind === 'element')

/** All marks of an element and of those below it, in order. */
export function marksIn(element: TagElement, found: Mark[] = []): Mark[] {
  for (const kid of element.kids) {
    if (kid.kind === 'mark') found.push(kid)
    else if (kid.kind === 'element') marksIn(kid, found)
  }
  return found
}

/** What a reader hears: alternatives and texts, in order. */
export function textIn(element: TagElement): string {
  if (element.actualText !== undefined) return element.actualText
  if (element.alt !== undefined) return element.alt
  return element.kids
    .map((kid) => (kid.kind === 'element' ? textIn(kid) : kid.kind === 'mark' ? kid.text : ''))
    .join('')
}

/** The nearest ancestor, or the element itself, that is so. */
export function closest(
  element: TagElement | undefined,
  isIt: (element: TagElement) => boolean,
): TagElement | undefined {
  for (let one = element; one; one = one.parent) if (isIt(one)) return one
  return undefined
}
