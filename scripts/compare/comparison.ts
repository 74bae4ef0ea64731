// What an edit did to a paper. Types only; plain values, as they are printed with `--report json`.

/** One of the two papers. */
export interface Side {
  readonly file: string
  readonly title: string
  readonly pages: number
  readonly words: number
  readonly bytes: number
  /** Findings of the build that made it, by severity; only of a folder with its report. */
  readonly findings?: Readonly<Record<'error' | 'warning' | 'info', number>>
}

/** A page: its number in the file, from 1, and what it calls itself. */
export interface PageName {
  readonly number: number
  readonly label: string
}

export interface Piece {
  readonly text: string
  readonly state: 'same' | 'removed' | 'added'
}

/** Words that changed, close together, and a few around them that did not. */
export interface TextChange {
  /** Absent where nothing stood. */
  readonly oldPage?: PageName
  readonly newPage?: PageName
  readonly pieces: readonly Piece[]
}

/** The same words, elsewhere in the order of the text. */
export interface MovedText {
  readonly oldPage: PageName
  readonly newPage: PageName
  readonly text: string
}

export interface MovedBreak {
  readonly page: PageName
  /** The words with which the page now begins, */
  readonly begins: string
  /** and where they stood, in the middle of a page. */
  readonly stoodOn: PageName
}

export interface ReferenceChange {
  readonly oldPage?: PageName
  readonly newPage?: PageName
  /** The words before the number. */
  readonly says: string
  /** Numbers as printed; '' where there was none, or is none any more. */
  readonly was: string
  readonly now: string
}

export interface HeadingChange {
  readonly kind: 'added' | 'removed' | 'renamed' | 'moved'
  readonly title: string
  /** Of a heading that was renamed. */
  readonly formerly?: string
  readonly depth: number
  /** Of one that moved: its page only has another number. */
  readonly withItsPage: boolean
  readonly oldPage?: PageName
  readonly newPage?: PageName
}

/**
 * Of several, the first: `text`, other words; `break`, it begins elsewhere; `references`, other numbers of pages;
 * `look`, none of it.
 */
export type PageState = 'same' | 'text' | 'break' | 'references' | 'look' | 'added' | 'removed'

/** A page of the new paper and the one that it was. */
export interface PagePair {
  readonly oldPage?: PageName
  readonly newPage?: PageName
  readonly state: PageState
}

export interface Comparison {
  readonly same: boolean
  readonly old: Side
  readonly new: Side
  readonly text: readonly TextChange[]
  readonly moved: readonly MovedText[]
  readonly breaks: readonly MovedBreak[]
  readonly references: readonly ReferenceChange[]
  readonly headings: readonly HeadingChange[]
  readonly pages: readonly PagePair[]
  /** Why no pages could be drawn and compared, '' when they could. */
  readonly undrawn: string
  readonly fonts: { readonly added: readonly string[]; readonly removed: readonly string[] }
}
