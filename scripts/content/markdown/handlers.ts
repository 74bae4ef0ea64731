// A handler for each kind of node that our dialect treats in its own way; the library's own do the rest.
import type { Options } from 'remark-rehype'
import { blockDirective } from './block-directive.ts'
import { citation } from './citation.ts'
import { descriptionList } from './description-list.ts'
import { formula } from './formula.ts'
import { classed, h } from './hast.ts'
import { heading } from './heading.ts'
import { inlineDirective } from './inline-directive.ts'
import { inlineElement } from './inline-element.ts'
import { link } from './link.ts'
import { list } from './list.ts'
import { listItem } from './list-item.ts'
import { listing } from './listing.ts'
import { noteCall } from './note.ts'
import { image, paragraph } from './picture.ts'
import { quotation } from './quotation.ts'
import { root } from './root.ts'
import { table } from './table.ts'
import { text } from './text.ts'

export const HANDLERS: NonNullable<Options['handlers']> = {
  blockquote: quotation,
  code: listing,
  citation,
  containerDirective: blockDirective,
  descriptionList,
  footnoteReference: noteCall,
  formula,
  heading,
  image,
  inlineElement,
  link,
  list,
  listItem,
  pageBreak: () => h('div', classed('page-break')),
  paragraph,
  root,
  table,
  text,
  textDirective: inlineDirective,
}
