// A paper as it is read from a PDF to be compared with another: words with their places, in reading order. Types only.

/** In points from the upper left corner of the page as readers see it. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export interface Word {
  readonly text: string
  readonly box: Box
  readonly endsLine: boolean
  /** Page from 1 that a link on it leads to, 0 for none. */
  readonly leadsTo: number
  /** Number of the marked content that it stands in, -1 where that is not known. */
  readonly mark: number
}

export interface PaperPage {
  /** What the page is called: its page label, or its number where the file has no labels. */
  readonly label: string
  readonly widthPt: number
  readonly heightPt: number
  readonly words: readonly Word[]
  /** Running heads and folios. */
  readonly heads: readonly Word[]
  readonly look: PageLook
}

/** What a page draws, without the text of its heads and folios. */
export interface PageLook {
  /** Equal where all is drawn alike; it may differ and look the same. */
  readonly drawing: string
  /** Of the pictures on it, in order. */
  readonly pictures: readonly string[]
}

export interface Paper {
  readonly title: string
  /** As the file says it; '' where it does not. */
  readonly language: string
  readonly pages: readonly PaperPage[]
  readonly outline: readonly OutlineEntry[]
  /** Without the prefix of subsets, sorted. */
  readonly fonts: readonly string[]
}

export interface OutlineEntry {
  readonly title: string
  /** From 1. */
  readonly depth: number
  /** From 1, 0 when it leads nowhere. */
  readonly page: number
}
