import { type PDFContext, PDFName } from '@cantoo/pdf-lib'
import type { TagElement } from '../element.ts'
import { elementsIn, textIn, walk } from '../walk.ts'

const NUMBERING: readonly (readonly [RegExp, string])[] = [
  [/^\d+\W*$/, 'Decimal'],
  [/^[ivxlcdm]+\W*$/, 'LowerRoman'],
  [/^[IVXLCDM]+\W*$/, 'UpperRoman'],
  [/^[a-z]{1,2}\W*$/, 'LowerAlpha'],
  [/^[A-Z]{1,2}\W*$/, 'UpperAlpha'],
]

/** Says how the items of a list are counted (PDF/UA-1, 7.6) where the browser does not: by the labels themselves. */
export function numberLists(root: TagElement, context: PDFContext): void {
  walk(root, (element) => {
    if (element.type !== 'L' || element.meaning === 'terms') return
    if (element.attributes.some((attributes) => attributes.has(PDFName.of('ListNumbering')))) return
    const labels = elementsIn(element).flatMap((item) => elementsIn(item).filter((kid) => kid.type === 'Lbl'))
    const texts = labels.map((label) => textIn(label).trim())
    const found = NUMBERING.find(([pattern]) => texts.length > 0 && texts.every((text) => pattern.test(text)))
    if (found) element.attributes.push(context.obj({ O: 'List', ListNumbering: found[1] }))
  })
}
