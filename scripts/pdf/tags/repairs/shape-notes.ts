import { idOf } from '../../place.ts'
import { makeElement, setKids, type TagElement } from '../element.ts'
import { elementsIn, walk } from '../walk.ts'

/**
 * Notes become Note elements with an id of their own (PDF/UA-1, 7.9); what calls them, and what leads back, is a
 * Reference. Notes stand in a list, so each is the body of an item. Returns how many there are.
 */
export function shapeNotes(root: TagElement): number {
  let count = 0
  walk(root, (element) => {
    if (element.meaning === 'note') {
      const note = noteIn(element)
      note.id = idOf('note', ++count)
    }
    if (element.kids.some((kid) => kid.kind === 'element' && isCall(kid))) {
      setKids(
        element,
        element.kids.map((kid) =>
          kid.kind === 'element' && isCall(kid) && element.type !== 'Reference'
            ? makeElement('Reference', element, [kid])
            : kid,
        ),
      )
    }
  })
  return count
}

const isCall = (element: TagElement): boolean =>
  element.type === 'Link' && (element.meaning === 'noteref' || element.meaning === 'noteback')

function noteIn(element: TagElement): TagElement {
  if (element.type !== 'LI') {
    element.type = 'Note'
    return element
  }
  const body = elementsIn(element).find((kid) => kid.type === 'LBody') ?? element
  const note = makeElement('Note', body, body.kids)
  setKids(body, [note])
  return note
}
