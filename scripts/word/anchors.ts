// Places that links lead to: hidden bookmarks, one for each.
import { nextId, type Writing } from './writing.ts'
import { type Xml, xml } from './xml.ts'

/** The name of the bookmark of a place; Word keeps 40 characters, letters, digits and `_` alone. */
export function bookmarkOf(anchor: string, { anchors }: Writing): string {
  const known = anchors.get(anchor)
  if (known) return known
  const name = `_at_${anchors.size + 1}`
  anchors.set(anchor, name)
  return name
}

/** The bookmark, empty, where the place is; none for one that no link leads to, or that stands already. */
export function pointAt(anchor: string | undefined, writing: Writing): Xml[] {
  const { anchors, placed } = writing
  if (anchor === undefined || !anchors.has(anchor) || placed.has(anchor)) return []
  placed.add(anchor)
  const id = nextId(writing)
  return [
    xml('w:bookmarkStart', { 'w:id': id, 'w:name': bookmarkOf(anchor, writing) }),
    xml('w:bookmarkEnd', { 'w:id': id }),
  ]
}
