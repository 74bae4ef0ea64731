import { makeElement, setKids, type TagElement, type TagKid } from '../element.ts'

/**
 * Sections of the same part, which stand side by side in the page, become one Part. The detail of each is its part's
 * number.
 */
export function gatherParts(root: TagElement): void {
  const kids: TagKid[] = []
  let part: TagElement | undefined
  let number = ''
  for (const kid of root.kids.flatMap(sectionsIn)) {
    const own = kid.kind === 'element' && kid.meaning === 'section' ? kid.detail : ''
    if (own === '' || kid.kind !== 'element') {
      part = undefined
      number = ''
      kids.push(kid)
      continue
    }
    if (!part || own !== number) {
      part = makeElement('Part', root, [])
      number = own
      kids.push(part)
    }
    setKids(part, [...part.kids, kid])
  }
  setKids(root, kids)
}

/** Boxes around the sections mean nothing. */
const sectionsIn = (kid: TagKid): TagKid[] =>
  kid.kind === 'element' && kid.type === 'NonStruct' && kid.kids.some(isSection)
    ? kid.kids.flatMap(sectionsIn)
    : [kid]

const isSection = (kid: TagKid): boolean =>
  kid.kind === 'element' &&
  (kid.meaning === 'section' || (kid.type === 'NonStruct' && kid.kids.some(isSection)))
