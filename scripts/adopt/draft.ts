// What each way in gives, and what all that comes after it works on. Types only.
import type { ArchiveFiles } from '../ground/archives/archive-files.ts'
import type { FormQuestion } from '../model/case-study-form.ts'
import type { Finding } from '../model/finding.ts'

/** A value of publication.yaml or of front matter, spelt as it was typed. */
export type MatterValue = string | readonly MatterValue[] | { readonly [key: string]: MatterValue }

export type Matter = Readonly<Record<string, MatterValue>>

/** What was given to `adopt`. Nothing in it is changed, run or fetched. */
export interface Given {
  /** The name of the folder or of the file, as findings have it. */
  readonly shown: string
  /** Where its names begin: the real path of the folder, or of the zip. */
  readonly root: string
  /** The one file that was named, where it was no folder. */
  readonly only?: string
  /** All files below the folder, or the one file and what may belong to it. */
  readonly files: ArchiveFiles
  /** The language that was asked for, where a site has several. */
  readonly language?: string
  /** What the form for a case study asks, by which one that was filled in is read. */
  readonly questions?: readonly FormQuestion[]
  /** Links of the file system below the folder, which are not followed. */
  readonly symlinks: readonly string[]
  /** Folders that lie too deep, or that nobody may open. */
  readonly unread: readonly string[]
}

/** A publication before it is written. */
export interface Draft {
  /** As in “Read as …”: `an mdBook`. */
  readonly is: string
  /** Keys of publication.yaml, in their spelling there, as far as the original tells. */
  readonly publication: Matter
  /** In reading order. A text that `isWhole` is cut at its headings into chapters. */
  readonly texts: readonly DraftText[]
  /** Files that are no texts and go to data/. */
  readonly tables?: readonly DraftTable[]
  /** Files of works that its texts cite from. */
  readonly works?: readonly string[]
  /** What was taken out of the original and has no file of its own there: pictures in a Word file. */
  readonly made: ReadonlyMap<string, Uint8Array>
  readonly findings: readonly Finding[]
}

/** One file, read as a text. */
export interface FileText {
  /** Undefined where it cannot be read as one; a finding says why. */
  readonly text: DraftText | undefined
  /** What it tells of a publication that is this text alone. */
  readonly publication?: Matter
  /** Pictures that it held itself, as if they lay beside it. */
  readonly made: ReadonlyMap<string, Uint8Array>
  readonly findings: readonly Finding[]
}

export interface DraftTable {
  /** Its file in the original. */
  readonly from: string
  /** Of a workbook: the names of its sheets. */
  readonly sheets: readonly string[]
}

export interface DraftText {
  /** Its file in the original, by which links of other texts find it. */
  readonly from: string
  readonly kind: 'chapter' | 'case-study'
  readonly isWhole: boolean
  /** It is included in others, and is no text by itself. */
  readonly isPart?: boolean
  /** Keys of its front matter, `title` among them where it is known, values as they were typed. */
  readonly matter: Matter
  /** Our dialect. Links and pictures are relative to `from`; headings that are linked to have `{#id}`. */
  readonly markdown: string
  /**
   * All words of the original, in its order, by a reader that shares no code with what made `markdown`; `line` where
   * the original has lines. What `markdown` must hold.
   */
  readonly words: readonly OriginalWords[]
  /**
   * The file as it was, where it was Markdown, front matter included: then it is read by the reader that reads what is
   * written, and `words` stay empty.
   */
  readonly original?: string
  /** Words of the original that are left out, each of them told by a finding. */
  readonly told?: readonly string[]
  /** What a list of chapters calls it. */
  readonly listed?: string
  /** The title of the part that it stands in. */
  readonly part?: string
  /** Before or after all parts. */
  readonly place?: 'front' | 'back'
}

/** Such as one of the people of a case study. */
export type MatterGroup = Readonly<Record<string, string>>

export interface OriginalWords {
  readonly text: string
  readonly line?: number
}

/** A file `ways/….ts`, listed in `ways.ts`. */
export interface WayIn {
  /** Looks at names, and at the few files that tell; the first way that says yes is taken. */
  readonly recognise: (given: Given) => Promise<boolean>
  /** Throws ArchiveFault where nothing can be read. */
  readonly read: (given: Given) => Promise<Draft>
}
