// What a tag says beside its name.
import type { Element } from 'hast'
import type { Position } from 'unist'
import { withoutControls } from '../../control-characters.ts'

/** As written; '' for none. */
export function attribute(element: Element, name: string): string {
  const value = element.properties[name]
  if (Array.isArray(value)) return withoutControls(value.join(' '))
  return typeof value === 'string' || typeof value === 'number' ? withoutControls(String(value)) : ''
}

export const hasAttribute = (element: Element, name: string): boolean =>
  element.properties[name] !== undefined && element.properties[name] !== false

export const placeOf = ({ position }: Element): { position?: Position } => (position ? { position } : {})
