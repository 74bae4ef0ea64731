import { makeElement, setKids, type TagElement, type TagKid } from '../element.ts'
import { elementsIn, walk } from '../walk.ts'

/** Lists in the shape that PDF/UA-1, 7.6 asks for: L holds LI, LI holds Lbl and LBody. */
export function shapeLists(root: TagElement): void {
  walk(root, (element) => {
    if (element.meaning === 'terms') groupTerms(element)
    if (element.type === 'L') onlyItems(element)
    else if (element.type !== 'TOC') gatherItems(element)
    if (element.type === 'LI') shapeItem(element)
  })
}

/**
 * Terms and what they mean, one after the other → items. A meaning without a term of its own stays with the last one.
 */
function groupTerms(list: TagElement): void {
  const items: TagElement[] = []
  let isOpen = false
  for (const kid of partsOf(list)) {
    const beginsItem = kid.type === 'Lbl' && !isOpen
    if (beginsItem || items.length === 0) items.push(makeElement('LI', list, []))
    isOpen = kid.type === 'Lbl'
    const item = items.at(-1)!
    setKids(item, [...item.kids, kid])
  }
  setKids(list, items)
}

/** HTML allows a `<div>` around a term and its meanings. */
const partsOf = (list: TagElement): TagElement[] =>
  elementsIn(list).flatMap((kid) => (kid.type === 'Lbl' || kid.type === 'LBody' ? [kid] : partsOf(kid)))

function onlyItems(list: TagElement): void {
  const kids = list.kids.flatMap((kid): TagKid[] => {
    if (kid.kind !== 'element') return []
    if (kid.type === 'LI' || kid.type === 'L' || kid.type === 'Caption') return [kid]
    return [
      kid.type === 'NonStruct' || kid.type === 'Div' ? retyped(kid, 'LI') : makeElement('LI', list, [kid]),
    ]
  })
  setKids(list, kids)
}

const retyped = (element: TagElement, type: string): TagElement => {
  element.type = type
  return element
}

/** Items outside of a list get one. */
function gatherItems(element: TagElement): void {
  if (!element.kids.some((kid) => kid.kind === 'element' && kid.type === 'LI')) return
  const kids: TagKid[] = []
  let list: TagElement | undefined
  for (const kid of element.kids) {
    if (kid.kind !== 'element' || kid.type !== 'LI') {
      list = undefined
      kids.push(kid)
      continue
    }
    if (!list) {
      list = makeElement('L', element, [])
      kids.push(list)
    }
    setKids(list, [...list.kids, kid])
  }
  setKids(element, kids)
}

function shapeItem(item: TagElement): void {
  const isPart = (kid: TagKid) => kid.kind === 'element' && (kid.type === 'Lbl' || kid.type === 'LBody')
  const rest = item.kids.filter((kid) => !isPart(kid))
  if (rest.length === 0) return
  const labels = item.kids.filter((kid) => kid.kind === 'element' && kid.type === 'Lbl')
  const bodies = item.kids.filter((kid) => kid.kind === 'element' && kid.type === 'LBody')
  setKids(item, [...labels, ...bodies, makeElement('LBody', item, rest)])
}
