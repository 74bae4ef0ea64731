// What an edit did to a paper, as it is marked on the pages of the new one. Types only.

/** In points from the upper left corner of the page as readers see it. */
export interface RedlineBox {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** A place on a page of the new paper. */
export interface RedlinePlace {
  /** From 1. */
  readonly page: number
  readonly box: RedlineBox
}

/** A line of words that were put in, or a page that looks different. */
export interface RedlineLine extends RedlinePlace {
  readonly words: string
}

export interface RedlinePiece {
  readonly text: string
  readonly state: 'same' | 'removed' | 'added'
}

/** `look`: a page with the same words; `page-added`, `page-removed`: one without words. */
export type RedlineKind = 'text' | 'moved-here' | 'moved-away' | 'look' | 'page-added' | 'page-removed'

/** One change: it has one entry in the list and one number in the margin. */
export interface RedlineChange {
  /** From 1, in the order of the pages. */
  readonly number: number
  readonly kind: RedlineKind
  /** Where its number stands, and what its page calls itself. */
  readonly place: RedlinePlace
  readonly label: string
  /** Number of the marked content behind which a reader hears of it, -1 where that is not known. */
  readonly mark: number
  /** To be underlined. */
  readonly lines: readonly RedlineLine[]
  /** Behind which words something was taken out. */
  readonly carets: readonly RedlinePlace[]
  /** Words that changed with a few around them; of what moved, the words. */
  readonly pieces: readonly RedlinePiece[]
  /** What the other page calls itself: where it stood before, or stands now; '' for none. */
  readonly otherLabel: string
}

/** A number of a page that is another now. */
export interface RedlineNumber {
  readonly number: number
  readonly place: RedlinePlace
  readonly label: string
  readonly lines: readonly RedlineLine[]
  readonly says: string
  readonly was: string
  readonly now: string
}

export interface Redline {
  readonly title: string
  readonly old: { readonly file: string; readonly pages: number }
  readonly new: { readonly file: string; readonly pages: number }
  readonly changes: readonly RedlineChange[]
  readonly numbers: readonly RedlineNumber[]
}

/** Words that the margin says, in the language of the list. */
export interface RedlineWords {
  readonly changes: string
  /** `Changes: {title}`, the title of the file. */
  readonly title: string
  readonly was: string
  readonly putIn: string
  readonly takenOut: string
  readonly movedHere: string
  readonly movedAway: string
  readonly looks: string
  readonly pageAdded: string
  readonly pageRemoved: string
  /** Of a link in the margin, `{number}`. */
  readonly toList: string
}
