// The structure tree (ISO 32000-1, 14.7) while it is being repaired: plain values that the repairs change in place.
import type { PDFDict, PDFRef } from '@cantoo/pdf-lib'
import type { Meaning } from '../../ground/html/meaning.ts'

export interface TagElement {
  readonly kind: 'element'
  /** Structure type: `P`, `H1`, `LI` … */
  type: string
  kids: TagKid[]
  parent: TagElement | undefined
  /** As Chromium wrote it; '' for none. */
  language: string
  meaning: Meaning | undefined
  detail: string
  alt: string | undefined
  actualText: string | undefined
  /** Which it is of the abbreviations that are expanded in these pages. */
  abbreviation: number | undefined
  id: string | undefined
  /** Attribute objects by owner (`Table`, `List`, `Layout`), each with its entries. */
  attributes: PDFDict[]
  /** Its object in the file that was read; elements that a repair makes have none yet. */
  reference: PDFRef | undefined
}

/** A marked-content sequence that an element owns. */
export interface Mark {
  readonly kind: 'mark'
  /** Index of its page. */
  readonly page: number
  /** The form in which it is drawn, if it is not the page itself: ids are counted anew in each. */
  readonly form: PDFRef | undefined
  readonly id: number
  // What the content stream says of it:
  found: boolean
  text: string
  /** How it is painted. */
  glyphs: boolean
  paths: boolean
  pictures: boolean
  /** What it covers, in the coordinates of the page. */
  readonly box: Box
  /** Set when it is no content after all. */
  artifact: Artifact | undefined
}

export interface Annotation {
  readonly kind: 'annotation'
  readonly page: number
  readonly reference: PDFRef
}

export type TagKid = TagElement | Mark | Annotation

/** Types of artifact (ISO 32000-1, table 330). A header is pagination above the text, a footer below it. */
export type Artifact = 'header' | 'footer' | 'pagination' | 'layout' | 'background'

/** Left, bottom, right, top; left is infinite while it is empty. */
export interface Box {
  left: number
  bottom: number
  right: number
  top: number
}

export const emptyBox = (): Box => ({
  left: Number.POSITIVE_INFINITY,
  bottom: Number.POSITIVE_INFINITY,
  right: Number.NEGATIVE_INFINITY,
  top: Number.NEGATIVE_INFINITY,
})

export function addBox(box: Box, other: Box): void {
  if (other.left > other.right || other.bottom > other.top) return
  box.left = Math.min(box.left, other.left)
  box.bottom = Math.min(box.bottom, other.bottom)
  box.right = Math.max(box.right, other.right)
  box.top = Math.max(box.top, other.top)
}

/** Makes an element and gives it its kids. */
export function makeElement(type: string, parent: TagElement | undefined, kids: TagKid[]): TagElement {
  const element: TagElement = {
    kind: 'element',
    type,
    kids,
    parent,
    language: '',
    meaning: undefined,
    detail: '',
    alt: undefined,
    actualText: undefined,
    abbreviation: undefined,
    id: undefined,
    attributes: [],
    reference: undefined,
  }
  adopt(element, kids)
  return element
}

/** Replaces the kids of an element. */
export function setKids(element: TagElement, kids: TagKid[]): void {
  element.kids = kids
  adopt(element, kids)
}

function adopt(parent: TagElement, kids: readonly TagKid[]): void {
  for (const kid of kids) if (kid.kind === 'element') kid.parent = parent
}
