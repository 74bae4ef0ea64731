// One text, as read and as parsed.
import type { Root } from 'hast'
import type { ExhibitKind } from '../ground/exhibit-kinds.ts'
import type { LayoutName } from '../ground/layouts.ts'
import type { CitationMark } from './citations.ts'
import type { Consent } from './consent.ts'
import type { ChartSpec } from './data.ts'
import type { EditionName } from './edition-name.ts'
import type { Finding, Fix } from './finding.ts'
import type { OutlineBlock, SourceText } from './outline.ts'
import type { Person } from './publication.ts'
import type { WordKey } from './words.ts'

export type FileKind = 'chapter' | 'case-study'

/** One Markdown file as read, before parsing. Holds its place in the book, so that parsing needs nothing else. */
export interface Source {
  /** Relative to the root: `chapters/02-barriers.md`. */
  readonly file: string
  readonly kind: FileKind
  /** The number in the file name. */
  readonly number: number
  /** Anchor prefix, unique in the book: `barriers`, `case-8`. */
  readonly prefix: string
  /** Level of the file's own title in print, 1 to 6. Sections inside start one deeper. */
  readonly level: number
  /** Of whose blocks those that are for some editions are kept; undefined: all of them. */
  readonly edition?: EditionName
  /** With the texts of the files that it includes. */
  readonly text: string
  /** Where its lines come from, where it includes others. */
  readonly parts?: readonly TextPart[]
  /** The files that it includes, by their numbers from 1. */
  readonly included?: readonly string[]
  readonly findings: readonly Finding[]
}

/** Lines of one file, up to the next part. */
export interface TextPart {
  /** Of the whole text. */
  readonly at: number
  /** Of the file; one of an included file carries its number (ground/included-lines.ts). */
  readonly line: number
}

/** One parsed file. `body` is a tree of HTML with slots (see ground/html/slot.ts) that book/, pages/ and site/ fill. */
export interface Chapter {
  readonly file: string
  readonly kind: FileKind
  readonly number: number
  readonly prefix: string
  readonly level: number
  /** Files that it includes: lines of theirs carry their numbers, from 1. */
  readonly included?: readonly string[]
  readonly matter: ChapterMatter
  readonly body: Root
  /** The title with its notes, links and emphasis; undefined where its words are all there is. */
  readonly titleBody?: Root
  readonly standfirstBody?: Root
  /** What stands in it that other pages need not show again. */
  readonly shows?: readonly ShownList[]
  readonly headings: readonly Heading[]
  /** Places without a heading that a link may lead to. */
  readonly anchors?: readonly string[]
  /** Places of blocks of launch day of which nothing may be shown: they are in no edition. */
  readonly withheld?: readonly string[]
  /** Titles of blocks that are such places. */
  readonly blockTitles?: Readonly<Record<string, string>>
  readonly links: readonly LinkMark[]
  /**
   * What else its places are called, and their anchors: the slug of the title, a name of ours that a heading has too.
   */
  readonly aliases?: Readonly<Record<string, string>>
  readonly images: readonly ImageMark[]
  /** Files beside the texts that links lead to, from the root. */
  readonly files?: readonly string[]
  /** Charts, pictures with captions and captioned tables, in order. */
  readonly exhibits: readonly Exhibit[]
  /** Of each block that is for some editions, for which. */
  readonly onlys?: readonly (readonly EditionName[])[]
  /** Whose pictures are, where that is said. */
  readonly credits?: readonly CreditMark[]
  readonly indexMarks: readonly IndexMark[]
  /** In the order of their slots. */
  readonly citations?: readonly CitationMark[]
  /** What the source says, block by block, in the order in which it is to be read in print. Slots left out. */
  readonly text: readonly SourceText[]
  /** The same, with what each block is: what the structure tree of the PDF must say. */
  readonly outline: readonly OutlineBlock[]
  /** What can be written in several ways, and how it is written here. */
  readonly forms: readonly FormMark[]
  readonly findings: readonly Finding[]
}

/** The whole glossary; the programme of launch day, or its moments. */
export type ShownList = 'glossary' | 'launch'

/** A date, a number or a word that others may write in another way. */
export interface FormMark {
  /** That finds fault with it where the rest of the paper has another form. */
  readonly rule: 'dates-are-written-alike' | 'names-are-spelt-alike' | 'numbers-are-written-alike'
  /** `date`, `range`, `email`. */
  readonly thing: string
  /** An example of the form that it has: `26 July 2013`. */
  readonly form: string
  /** The form that is preferred where two are used as often. */
  readonly house: string
  /** As it stands in the text. */
  readonly was: string
  readonly line: number
  readonly column: number
  /** Puts it into the house form. */
  readonly fix?: Fix
}

/**
 * Front matter of both kinds, filled in; case studies use the second half. Fields that are a text and nothing else
 * stand in it too, each under its key, for templates and for the table of fields (content/fields/) alone.
 */
export interface ChapterMatter {
  readonly title: string
  /** For running heads and contents; defaults to the title. */
  readonly short: string
  readonly standfirst: string
  readonly layout: LayoutName
  /** A full opener page; `ring` is a figure id whose ring is lit. */
  readonly opener: false | { readonly ring: string; readonly caption: string }
  /** As its author asks; undefined: as its layout has it. */
  readonly numbered: boolean | undefined
  readonly starts: 'right' | 'any' | ''
  /** For layout `figures`: figure ids, the leading one first. */
  readonly figures: readonly string[]
  readonly sources: readonly SourceEntry[]
  /** Further index terms for the whole file. */
  readonly index: readonly string[]
  readonly keywords: readonly string[]
  /** Addresses on the website that once led to this text: `old/name/`, without a first `/`. */
  readonly redirects: readonly string[]
  // case studies
  readonly councils: readonly string[]
  readonly regional: boolean
  readonly people: readonly Person[]
  readonly channels: readonly string[]
  readonly themes: readonly string[]
  readonly summary: string
  readonly keyFigures: readonly { readonly value: string; readonly label: string }[]
  readonly picture?: { readonly file: string; readonly alt: string; readonly credit: string }
  /** “At a glance”: the rows that have an answer. */
  readonly panel: readonly PanelRow[]
  /** For search engines. */
  readonly searchWords: readonly string[]
  /** Line in the file of each top-level key, for findings. */
  readonly lines: Readonly<Record<string, number>>
}

export interface PanelRow {
  readonly label: WordKey
  readonly entries: readonly PanelEntry[]
  /** Whether there can be several, each on a line of its own. */
  readonly several: boolean
  /** Whether it begins with a capital, however it is typed. */
  readonly capital: boolean
}

export interface PanelEntry {
  /** Of the front matter. */
  readonly key: string
  /** Stands large, or bold, before the text. */
  readonly figure?: string
  readonly text: string
}

export interface SourceEntry {
  readonly title: string
  readonly url: string
}

export type Refers = 'name' | 'number'

export interface Heading {
  /** Level in print. */
  readonly level: number
  readonly text: string
  /** The same as it is read aloud, where a formula stands in it. */
  readonly heard?: string
  readonly id: string
  readonly line: number
  /** The place that had the plain name first: of two headings “Budget” the second is `budget-1`. */
  readonly repeats?: string
}

/** A link inside the publication: `target` is an anchor of the book. */
export interface LinkMark {
  readonly target: string
  /** As the author wrote it, for messages. */
  readonly written: string
  /** The words of the link, by which book/ sees that “figure 3” names a number itself. */
  readonly text: string
  /** It has no words of its own, and prints what its place is called, or the number alone. */
  readonly refers?: Refers
  readonly line: number
  readonly column: number
}

/** Whose a picture is, where its author says so. */
export interface PictureCredit {
  readonly credit: string
  readonly licence: string
  readonly consent?: Consent
}

/** A picture, or several together, in a list of whose they are. */
export interface CreditMark extends PictureCredit {
  readonly anchor: string
  /** Its caption, or what it shows. */
  readonly title: string
}

export interface ImageMark {
  /** Relative to the root. */
  readonly file: string
  readonly alt: string
  readonly decorative: boolean
  readonly line: number
  readonly column: number
  /** Width on the page in mm that the picture is printed at, at most. */
  readonly widthMm: number
  /** No taller than that on the page, in mm, whatever its width. */
  readonly tallestMm?: number
  /** Its author asks for that width, however small it is on a screen. */
  readonly isAsked?: true
  /** Pictures of one gallery share a number; how wide each is follows from the shapes of all. */
  readonly gallery?: number
  /** That gallery goes on over pages. */
  readonly isOfWall?: true
  /** It is cut to the shape of its page, and goes over its edges. */
  readonly fillsPage?: true
  /** The same where it is a photograph that is wider than high (ground/photograph-width.ts). */
  readonly landscapeMm?: number
}

export interface Exhibit {
  readonly kind: ExhibitKind
  readonly id: string
  readonly caption: string
  readonly line: number
  /** Pictures that share its number, each with a letter of its own, in order. */
  readonly parts?: readonly ExhibitPart[]
  /** Present for charts. */
  readonly chart?: ChartSpec
}

export interface ExhibitPart {
  readonly id: string
  /** `b`. */
  readonly letter: string
}

export interface IndexMark {
  /** `Whyley, Jason` or `barriers > cost`. */
  readonly term: string
  readonly anchor: string
  /** The term that readers are sent to, instead of to a page or besides. */
  readonly see?: { readonly also: boolean; readonly term: string }
  /** It stands for the index alone, and its anchor is no place of the term. */
  readonly isAside?: true
  /** Where its author asked for it; undefined for what the glossary asks for. */
  readonly line?: number
}
