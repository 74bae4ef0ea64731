import type { ChapterMatter, FileKind } from './chapter.ts'
import type { Moment } from './launch.ts'

/** What authors can write, as far as somebody must know of it who reads the files without the rest. */
export interface Dialect extends BlockWords {
  readonly fields: readonly FieldWords[]
  readonly momentFields: readonly MomentFieldWords[]
}

/** Blocks between lines of colons. */
export interface BlockWords {
  readonly blocks: readonly string[]
  /** Of these the table is drawn: the names of its columns are not printed. */
  readonly blocksOfNumbers: readonly string[]
  /** Attributes of any of them whose values are text to read. */
  readonly printedAttributes: readonly string[]
}

/** A field of front matter. */
export interface FieldWords {
  readonly key: string
  readonly of: readonly FileKind[]
  /** What a page of the file shows of it. */
  readonly shown: (matter: ChapterMatter) => readonly string[]
  /** All that came of it. Left out: it is used, and not read. */
  readonly carried?: (matter: ChapterMatter) => readonly unknown[]
}

/** A field of a moment of launch day. */
export interface MomentFieldWords {
  readonly key: string
  readonly carried?: (moment: Moment) => readonly unknown[]
}
