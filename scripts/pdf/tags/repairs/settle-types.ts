import { PDFName } from '@cantoo/pdf-lib'
import { makeElement, setKids, type TagElement } from '../element.ts'
import { closest, textIn, walk } from '../walk.ts'

/** Gives single elements the type that they should have had. */
export function settleTypes(root: TagElement): void {
  walk(root, (element) => {
    settleLink(element)
    if (element.type === 'H') element.type = 'H6' // aria-level beyond six: H and H1 to H6 may not be mixed (7.4.4)
    if (element.type === 'Lbl') nameBullet(element)
    if (element.type === 'Figure') settleFigure(element)
    if (element.type === 'Art') element.type = 'Sect'
  })
}

/** What holds an annotation is a link (PDF/UA-1, 7.18.5); a link that leads nowhere is text. */
function settleLink(element: TagElement): void {
  const hasAnnotation = element.kids.some((kid) => kid.kind === 'annotation')
  if (!hasAnnotation) {
    if (element.type === 'Link') element.type = 'Span'
  } else if (element.type === 'NonStruct') element.type = 'Link'
  else if (element.type !== 'Link') setKids(element, [makeElement('Link', element, element.kids)])
}

const BULLETS: Readonly<Record<string, string>> = { Disc: '•', Circle: '◦', Square: '▪' }

/** A round bullet is painted, not written. */
function nameBullet(label: TagElement): void {
  if (textIn(label).trim() !== '' || !label.kids.some((kid) => kid.kind === 'mark' || kid.kind === 'element'))
    return
  const list = closest(label, (one) => one.type === 'L')
  const numbering = list?.attributes
    .map((attributes) => attributes.get(PDFName.of('ListNumbering')))
    .find((value) => value instanceof PDFName)
  label.actualText = BULLETS[numbering?.decodeText() ?? ''] ?? '•'
}

/** `<figure>` comes as a Figure without text alternative around the picture: it is a group (PDF/UA-1, 7.3). */
function settleFigure(element: TagElement): void {
  if (element.alt !== undefined && element.alt !== '') return
  const hasPicture = element.kids.some((kid) => kid.kind === 'mark' && !kid.artifact)
  if (!hasPicture) element.type = 'Div'
}
