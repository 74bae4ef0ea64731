// All texts together: numbered, linked and listed.

import type { ExhibitKind } from '../ground/exhibit-kinds.ts'
import type { Chapter, Heading } from './chapter.ts'
import type { Finding } from './finding.ts'
import type { Launch } from './launch.ts'

/** A cover, a chapter, a divider. In order. Each begins a page, unless it runs on. */
export interface Section {
  /** Anchor, unique: `barriers`, `part-2`, `front-cover`. */
  readonly id: string
  readonly kind:
    | 'front-cover'
    | 'inside-cover'
    | 'title-page'
    | 'imprint'
    | 'contents'
    | 'part'
    | 'chapter'
    | 'case-study'
    | 'back-cover'
  /** Index into `Book.chapters` for kinds chapter and case-study. */
  readonly chapter?: number
  readonly title: string
  readonly short: string
  /** Printed number: `2` for chapter two, `5` for case study five, '' for none. */
  readonly number: string
  readonly standfirst: string
  /** 0 for front and back matter outside the parts, else the part's number. */
  readonly part: number
  readonly numbering: 'roman' | 'arabic'
  readonly starts: 'any' | 'right' | 'left-if-two' | 'left'
  /** Whether it may begin on the page on which the section before it ends. */
  readonly runsOn: boolean
  /** Running heads; '' for none. Folios stand where heads do. */
  readonly heads: { readonly left: string; readonly right: string }
}

export interface Book {
  /** A short paper does without the pages that a book has for itself. */
  readonly form: 'short' | 'book'
  readonly sections: readonly Section[]
  /** Chapters with every slot of book/ filled. */
  readonly chapters: readonly Chapter[]
  readonly contents: readonly ContentsEntry[]
  readonly caseStudies: readonly ContentsEntry[]
  /** What has a number, in the order of print. */
  readonly exhibits: readonly ExhibitEntry[]
  /** Whose the pictures are, where their authors say so. */
  readonly credits: readonly CreditEntry[]
  readonly index: readonly IndexEntry[]
  readonly sources: readonly {
    readonly title: string
    readonly url: string
    readonly usedBy: readonly string[]
  }[]
  /** Headings in the order of print, the title page's first: what the outline must be. */
  readonly headings: readonly BookHeading[]
  /** Undefined without the folder `launch/`. */
  readonly launch?: Launch
  readonly findings: readonly Finding[]
}

export interface CreditEntry {
  /** Where the picture is, '' for the cover. */
  readonly anchor: string
  /** Of a figure; '' for what has none. */
  readonly number: string
  readonly title: string
  /** Whose it is, its licence, and whether whoever is shown agrees, in the words of the language. */
  readonly said: string
}

/** A heading within a text, and those below it. */
export interface ContentsHeading {
  readonly anchor: string
  readonly title: string
  readonly below: readonly ContentsHeading[]
}

/** A part title (no anchor page of its own when it has no divider) or an entry below it. */
export interface ContentsEntry extends ContentsHeading {
  /** Of a single text. */
  readonly kind: Section['kind'] | undefined
  readonly number: string
  /** 1: part or group label, 2: entry. */
  readonly depth: 1 | 2
  /** Label of the group: `Part one`, a council name. */
  readonly group: string
}

export interface ExhibitEntry {
  readonly kind: ExhibitKind
  readonly anchor: string
  /** `3`, or by chapter `3.2`. */
  readonly number: string
  readonly caption: string
}

export interface IndexEntry {
  readonly term: string
  /** `whyley jason`: letters for sorting. */
  readonly key: string
  /** The heading that it stands under: `W`, or `0–9` for what begins with no letter. */
  readonly letter: string
  readonly anchors: readonly string[]
  readonly see: SeeTerms
  readonly under: readonly {
    readonly term: string
    readonly key: string
    readonly anchors: readonly string[]
    readonly see: SeeTerms
  }[]
}

/** Terms that readers are sent to from a term. */
export interface SeeTerms {
  readonly instead: readonly string[]
  readonly also: readonly string[]
}

export interface BookHeading extends Heading {
  /** The text that it stands in; parts and pages that no author wrote have none. */
  readonly file?: string
}

/** Fills the citations of chapters in the order of print, and lists the works. */
export type CiteAll = (chapters: readonly Chapter[]) => {
  readonly chapters: readonly Chapter[]
  readonly findings: readonly Finding[]
}
