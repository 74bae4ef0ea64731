import type { PDFPage } from '@cantoo/pdf-lib'
import { loadPdf } from '../ground/pdf/load-pdf.ts'
import type { ReadFont } from '../ground/pdf/read-font.ts'
import { fileIsWhole } from './file-is-whole.ts'
import { flatTree, type Placed } from './flat-tree.ts'
import type { Memory } from './memory.ts'
import { type ReadClaims, readClaims } from './read-claims.ts'
import { readContents } from './read-contents.ts'
import { type ReadAnnotation, readLinks } from './read-links.ts'
import { type ReadParents, readParents } from './read-parents.ts'
import { readWithPdfjs, type SeenByReader } from './read-with-pdfjs.ts'
import type { PageContent } from './reading.ts'
import { type ReadingOrder, readingOrder } from './reading-order.ts'
import { readStructureTree, type StructureElement } from './structure-tree.ts'

/** What the bytes say, and nothing else. */
export interface ReadPdf extends ReadingOrder {
  readonly pages: readonly ReadPage[]
  readonly tree: StructureElement | undefined
  /** All elements of the tree below its root, each before its kids. */
  readonly elements: readonly Placed[]
  readonly annotations: readonly ReadAnnotation[]
  readonly fonts: readonly ReadFont[]
  readonly parents: ReadParents
  readonly claims: ReadClaims
  readonly seen: SeenByReader
}

export interface ReadPage {
  readonly widthPt: number
  readonly heightPt: number
  readonly content: PageContent
}

/**
 * Reads a PDF back: text and structure with a reader of our own, which knows the marks of the structure tree, and
 * labels, outline and destinations with pdf.js, at the same time. (pdf.js takes four times as long for the text,
 * ignores ActualText, and cannot tell the marks of a transparent group from those of its page.) Throws when the file
 * cannot be read. What is known of pages beforehand need not be read again.
 */
export async function readBack(bytes: Uint8Array, memory: Memory = {}): Promise<ReadPdf> {
  fileIsWhole(bytes)
  const seen = readWithPdfjs(bytes)
  seen.catch(() => {}) // Awaited below, when our own reader is done; it may throw before that.
  const pdf = await loadPdf(bytes)
  const pages = pdf.getPages()
  const { contents, fonts, kept } = await readContents(pdf, memory)
  const numbers = new Map(pages.map((page, index) => [page.ref.objectNumber, index + 1]))
  const tree = readStructureTree(pdf.catalog, numbers)
  const parents = readParents(pdf)
  await kept
  return {
    ...readingOrder(tree, contents),
    pages: pages.map((page, index) => ({ ...sizeOf(page), content: contents[index]! })),
    tree,
    elements: flatTree(tree, parents.roles),
    annotations: pages.flatMap((page, index) => readLinks(page, index + 1)),
    fonts,
    parents,
    claims: readClaims(pdf),
    seen: await seen,
  }
}

function sizeOf(page: PDFPage): { widthPt: number; heightPt: number } {
  const { width, height } = page.getMediaBox()
  return { widthPt: width, heightPt: height }
}
