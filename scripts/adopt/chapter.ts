// A text of the new publication, on its way there.
import type { DraftText, Given, Matter, OriginalWords } from './draft.ts'

/** A text that was read, and what it was read from. */
export interface Chapter {
  readonly given: Given
  /** Its file in the original, and the text that it was cut from. */
  readonly from: string
  readonly text: DraftText
  readonly kind: DraftText['kind']
  readonly title: string
  readonly matter: Matter
  readonly markdown: string
  /** Keys of front matter that nothing here reads. */
  readonly left: Matter
  /** What stands before the first heading of a paper: it goes to the front. */
  readonly isOpening?: boolean
}

export interface NumberedChapter extends Chapter {
  /** Where it is going to be, from the root of the publication. */
  readonly file: string
  /** A text of the same name, and of other words, that is in the publication already. */
  readonly namesake?: string
  /** That text itself is there already. */
  readonly isThere?: boolean
}

/** A text as it is going to be written. */
export interface WrittenChapter extends NumberedChapter {
  readonly content: string
}

/** Words of the original that are in nothing that is written. */
export interface LostWords extends OriginalWords {
  readonly from: string
}
