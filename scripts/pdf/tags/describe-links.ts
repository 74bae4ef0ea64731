import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRef,
} from '@cantoo/pdf-lib'
import { textOf } from '../../ground/pdf/decoded-text.ts'
import type { TagElement } from './element.ts'
import { spokenText } from './spoken-text.ts'
import { walk } from './walk.ts'

/** Words of the publication for links whose own text says too little. */
export interface LinkWords {
  readonly note: string
  readonly backToText: string
}

const name = PDFName.of
const PRINT = 4
/** Invisible, hidden, not viewed, toggled on and off: a link must not be (PDF/A-2, 6.3.2). */
const NOT_SEEN = 1 | 2 | 32 | 256

/**
 * Gives every link a description (PDF/UA-1, 7.18.5): its text, or the address where it has none. An annotation that
 * no element owns is taken away; nobody could reach it.
 */
export function describeLinks(pdf: PDFDocument, root: TagElement, words: LinkWords): void {
  const owners = new Map<number, TagElement>()
  walk(root, (element) => {
    for (const kid of element.kids)
      if (kid.kind === 'annotation') owners.set(kid.reference.objectNumber, element)
  })
  for (const page of pdf.getPages()) {
    const annotations = page.node.lookupMaybe(name('Annots'), PDFArray)
    if (!annotations) continue
    const kept = annotations.asArray().filter((one) => one instanceof PDFRef && owners.has(one.objectNumber))
    for (const reference of kept) {
      const annotation = pdf.context.lookup(reference, PDFDict)
      const owner = reference instanceof PDFRef ? owners.get(reference.objectNumber) : undefined
      if (owner) describe(annotation, owner, words)
    }
    if (kept.length === 0) page.node.delete(name('Annots'))
    else page.node.set(name('Annots'), pdf.context.obj(kept))
  }
}

function describe(annotation: PDFDict, owner: TagElement, words: LinkWords): void {
  if (!annotation.has(name('Contents')))
    annotation.set(name('Contents'), PDFHexString.fromText(descriptionOf(annotation, owner, words)))
  const flags = annotation.get(name('F'))
  const given = flags instanceof PDFNumber ? flags.asNumber() : 0
  annotation.set(name('F'), PDFNumber.of((given | PRINT) & ~NOT_SEEN))
}

function descriptionOf(annotation: PDFDict, owner: TagElement, words: LinkWords): string {
  const text = spokenText(owner)
  if (owner.meaning === 'noteref') return `${words.note} ${text}`
  if (owner.meaning === 'noteback') return words.backToText
  const action = annotation.lookupMaybe(name('A'), PDFDict)
  return readable(text || textOf(action?.lookup(name('URI'))) || 'Link')
}

const ADDRESS = /^(?:https?|ftp|file|mailto):/i

/** An address is read without what no one says: scheme, `www.` and the last slash (WCAG 2.4.9). */
const readable = (text: string): string =>
  ADDRESS.test(text)
    ? text
        .replace(/\s+/g, '')
        .replace(/^(?:mailto:|[a-z]+:\/\/(?:www\.)?)/i, '')
        .replace(/\/$/, '') || text
    : text
