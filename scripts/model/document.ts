// The HTML that is printed.

import type { Section } from './book.ts'
import type { Finding } from './finding.ts'

/** A stretch of pages that share one page name: the unit of measuring. Marked in the HTML by `data-run="id"`. */
export interface PageRun {
  readonly id: string
  readonly section: string
  /** The section that ends it: another one where several stand in its pages. */
  readonly ends: string
  /** CSS page name. */
  readonly page: string
  readonly kind: 'flow' | 'full' | 'landscape' | 'bare'
  readonly numbering: 'roman' | 'arabic'
  readonly starts: Section['starts']
  /** What the margin boxes must say; '' on pages without. */
  readonly heads: { readonly left: string; readonly right: string }
  /** Whether folios are printed. */
  readonly folio: boolean
}

export interface Asset {
  /** Path below the reserved origin: `/fonts/source-sans-3-400.woff2`. */
  readonly url: string
  readonly type: string
  /** Absolute path of a file that holds it. */
  readonly path: string
  /** The author's file that it was made from, relative to the root. */
  readonly source?: string
}

/** The same document is printed again for the press, in these clothes. */
export interface PressDress {
  /** Style sheet that stands behind the document's own. */
  readonly styles: string
  /** HTML of the slug line, `{page}` for the folio and `{sheet}` for the number of the sheet. */
  readonly slug: string
  /** HTML of the spine of a wrapping cover, printed from head to foot; '' for covers that are pages like others. */
  readonly spine: string
}

/** A link as the pages show it. */
export interface ShownLink {
  /** An address or `#anchor`. */
  readonly href: string
  /** Page numbers in its words, each with the words before and behind it. */
  readonly numbers: readonly { readonly anchor: string; readonly before: string; readonly behind: string }[]
  /** A page number that follows the link, and what stands between: ` (page `. */
  readonly beside?: { readonly anchor: string; readonly between: string }
}

/** An entry of the index: print/ makes links of it, one to each page. */
export interface ShownEntry {
  readonly anchors: readonly string[]
}

export interface ShownAbbreviation {
  readonly shown: string
  readonly title: string
}

/** What is known of composed pages without reading their HTML, in the order of the pages. */
export interface ShownFacts {
  readonly links: readonly (ShownLink | ShownEntry)[]
  readonly abbreviations: readonly ShownAbbreviation[]
  /** All words, those among them that are only heard; a line for each block. */
  readonly words: string
}

/** A contiguous stretch of runs as a document of its own: the unit of printing. */
export interface HtmlPiece {
  /** With the page rules of its own runs only. */
  readonly html: string
  /** Ids of its runs, in order. */
  readonly runs: readonly string[]
  /** Whether it begins within the section in which the piece before it ends. */
  readonly continues: boolean
  readonly abbreviations: readonly ShownAbbreviation[]
}

export interface HtmlDocument extends ShownFacts {
  /** The whole, for whoever shows it without printing it; '' where nobody does and there are several pieces. */
  readonly html: string
  /** All runs, each in one of them. */
  readonly pieces: readonly HtmlPiece[]
  readonly assets: readonly Asset[]
  readonly runs: readonly PageRun[]
  /** CSS font shorthands to load before printing: `italic 400 12px "Libre Baskerville"`. */
  readonly faces: readonly string[]
  /** Anchors that need a destination although nothing visible links them. */
  readonly anchors: readonly string[]
  /**
   * Files by number, for `data-src="3:14"` (file 3, line 14). The number of a file is its own, whatever others there
   * are.
   */
  readonly files: Readonly<Record<number, string>>
  /** Body of a blank page that print/ inserts for a right-hand start. */
  readonly blank: string
  /** What the press edition adds to the document; only where one is made. */
  readonly press?: PressDress
  readonly findings: readonly Finding[]
}
