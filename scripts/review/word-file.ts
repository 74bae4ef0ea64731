// What a Word file says, as far as a review needs it. Types only.
import type { ReviewMark } from '../ground/review-marks.ts'
import type { ShownPicture } from './read-pictures.ts'

/** A new paragraph, in texts of several. */
export const PARAGRAPH = '\u2029'
/** A picture, a formula, the call of a note: whatever is no letter. */
export const THING = '\uFFFC'

export interface WordFile {
  /** In the order of the file; notes behind the text. */
  readonly stretches: readonly Stretch[]
  readonly comments: readonly WordComment[]
  /** Marks that stand a second time. */
  readonly repeated: readonly string[]
  /** All marks that went out, with the keys of their words, where the file still knows them. */
  readonly wentOut?: ReadonlyMap<string, string>
}

/** What belongs to one mark, or a paragraph that has none. */
export interface Stretch {
  readonly name?: string
  readonly mark?: ReviewMark
  /** With all tracked changes accepted. Runs of blanks are one. */
  readonly text: string
  /** With all of them rejected. */
  readonly before: string
  readonly isTracked: boolean
  /** Of each THING in `text`: the id of the note that it calls, '' for what is no note. */
  readonly calls?: readonly string[]
  /** Those in `text`, in its order. */
  readonly pictures?: readonly ShownPicture[]
  /** A blank stands between it and what is before it in its paragraph. */
  readonly isSpaced: boolean
  readonly paragraph: WordParagraph
}

export interface WordParagraph {
  /** Unique in its file; of paragraphs that were joined, that of the first. */
  readonly id: number
  /** The name of its style, in small letters. */
  readonly style: string
  /** 0 for what is no heading. */
  readonly heading: number
  readonly isItem: boolean
  /** Of a table of contents, which Word writes anew. */
  readonly isContents: boolean
  readonly cell?: { readonly table: number; readonly row: number; readonly column: number }
  /** The id of the note that it stands in; '' for the text. */
  readonly note: string
}

export interface WordComment {
  readonly author: string
  readonly initials: string
  readonly text: string
  /** The words that it stands at. */
  readonly words: string
  /** Where in `stretches` it begins; undefined for one that stands nowhere. */
  readonly at?: number
  readonly isResolved: boolean
  /** Who answered whom stays in one thread. */
  readonly answers: readonly { readonly author: string; readonly text: string }[]
}
