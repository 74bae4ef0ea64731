import { makeElement, setKids, type TagElement } from '../element.ts'
import { walk } from '../walk.ts'

/** Lists of contents: TOC holds TOCI, TOCI a Reference around its link, and lists in it are TOC again. */
export function shapeContents(root: TagElement): void {
  walk(root, (element) => {
    if (element.type === 'TOC') {
      for (const kid of element.kids) {
        if (kid.kind === 'element' && (kid.type === 'LI' || kid.type === 'NonStruct')) kid.type = 'TOCI'
      }
    }
    if (element.type === 'TOCI') shapeEntry(element)
  })
}

function shapeEntry(entry: TagElement): void {
  const kids = entry.kids.map((kid) => {
    if (kid.kind !== 'element') return kid
    if (kid.type === 'L') kid.type = 'TOC'
    return kid.type === 'Link' ? makeElement('Reference', entry, [kid]) : kid
  })
  setKids(entry, kids)
}
