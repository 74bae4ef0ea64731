import { PDFName, type PDFPage } from '@cantoo/pdf-lib'
import { contentsOf } from '../../ground/pdf/contents-of.ts'
import { aroundContents } from './around-contents.ts'
import { kidsOf, ownersOf, ownMark, type TagsOfFile } from './tags-of-file.ts'

/**
 * A page of a file without tags becomes one paragraph, in the order in which it is drawn: beside a tagged list it
 * would be passed over. Where its content has marks of its own, it stays as it is.
 */
export function tagWholePage(tags: TagsOfFile, page: PDFPage): void {
  if (/\b(?:BDC|BMC)\b/.test(contentsOf(page).toString('latin1'))) return
  const { context } = tags.pdf
  const element = context.register(
    context.obj({ Type: 'StructElem', S: 'P', P: tags.topRef, Pg: page.ref, K: 0 }),
  )
  kidsOf(tags.top).push(element)
  ownMark(ownersOf(tags, page.node), 0, element)
  page.node.set(PDFName.of('Tabs'), PDFName.of('S'))
  aroundContents(page, '/P <</MCID 0>> BDC\n', '\nEMC\n')
}
