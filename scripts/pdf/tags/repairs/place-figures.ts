import { type PDFContext, PDFName } from '@cantoo/pdf-lib'
import { overlap } from '../content/boxes.ts'
import { addBox, type Box, emptyBox, type TagElement } from '../element.ts'
import { marksIn, walk } from '../walk.ts'

/** Says where each picture stands on its page (ISO 32000-1, 14.8.5.4.3), for readers that show it enlarged. */
export function placeFigures(root: TagElement, pages: readonly Box[], context: PDFContext): void {
  walk(root, (element) => {
    if (element.type !== 'Figure' && element.type !== 'Formula') return
    const box = boxOf(element, pages)
    if (!box) return
    const sides = [box.left, box.bottom, box.right, box.top].map((side) => Math.round(side * 100) / 100)
    const placement = PDFName.of(element.parent?.type === 'P' ? 'Inline' : 'Block')
    element.attributes.push(context.obj({ O: 'Layout', BBox: sides, Placement: placement }))
  })
}

/** Undefined for what lies on several pages, or nowhere. */
function boxOf(element: TagElement, pages: readonly Box[]): Box | undefined {
  const marks = marksIn(element)
  const page = pages[marks[0]?.page ?? -1]
  if (!page || marks.some((mark) => mark.page !== marks[0]?.page)) return undefined
  const box = emptyBox()
  for (const mark of marks) addBox(box, mark.box)
  const seen = overlap(box, page)
  return seen.left < seen.right && seen.bottom < seen.top ? seen : undefined
}
