import { setKids, type TagElement, type TagKid } from '../element.ts'

/** The sections of the book stand in the document itself: boxes around them mean nothing. */
export const freeSections = (root: TagElement): void => setKids(root, root.kids.flatMap(sectionsIn))

const sectionsIn = (kid: TagKid): TagKid[] =>
  kid.kind === 'element' && kid.type === 'NonStruct' && kid.kids.some(isSection)
    ? kid.kids.flatMap(sectionsIn)
    : [kid]

const isSection = (kid: TagKid): boolean =>
  kid.kind === 'element' &&
  (kid.meaning === 'section' || (kid.type === 'NonStruct' && kid.kids.some(isSection)))
