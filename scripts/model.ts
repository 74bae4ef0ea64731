// The nouns of the pipeline: plain, read-only, serialisable values that pass from room to room. Types only.
import type { RuleId } from './rules.ts'

// ---------------------------------------------------------------------------------------------- findings

export type Severity = 'error' | 'warning' | 'info'

/** Where a finding stands. `file` is relative to the publication's root, with `/`; `page` is a physical page from 1. */
export interface Place {
  readonly file?: string
  readonly line?: number
  readonly column?: number
  readonly page?: number
}

export interface Finding {
  readonly rule: RuleId
  readonly severity: Severity
  readonly place: Place
  /** What is wrong, in the author's words. */
  readonly message: string
  /** How to mend it. */
  readonly mend: string
  /** The technical cause, for whoever maintains the pipeline; shown on one line, never as a stack. */
  readonly cause?: string
  /** The words of the text that it is about, by which `except:` in publication.yaml can name it; never of an error. */
  readonly about?: string
  /** A mend that a program can make without changing what is said. */
  readonly fix?: Fix
}

/** In the text of the finding's file, as it was read, `was` stands from `start` to `end` (UTF-16 units), and becomes `becomes`. */
export interface Fix {
  readonly start: number
  readonly end: number
  readonly was: string
  readonly becomes: string
}

/** A fix that was made in the file of its finding. */
export interface Mend {
  readonly rule: RuleId
  readonly place: Place
  readonly was: string
  readonly becomes: string
}

/** How findings are written: for people, for programs, for GitHub's pull requests, for code scanning. */
export type ReportForm = 'text' | 'json' | 'github' | 'sarif'

// ---------------------------------------------------------------------------------------------- settings

/**
 * What a build can make: `screen` is the accessible PDF, `press` the files for a printer, `booklet` what an office printer
 * folds, `site` the website.
 */
export type EditionName = 'screen' | 'press' | 'booklet' | 'site'

/** The filled-in truth behind the user's options: nothing is optional that is always there. */
export interface Settings {
  /** Absolute path of the publication. */
  readonly root: string
  /** Absolute path of the folder that receives the files. */
  readonly out: string
  /** Absolute paths of template folders, first wins file by file: the publication's own, then the built-in one. */
  readonly templateFolders: readonly string[]
  /** Absolute path of the pipeline's own cache folder (mode 0700). */
  readonly cache: string
  /** What this build makes, each once, in the order of `EditionName`. */
  readonly editions: readonly EditionName[]
  readonly press: PressPlan
  readonly booklet: ImpositionPlan
  readonly strict: boolean
  readonly draft: boolean
  readonly quiet: boolean
  /** Absolute path for the exact HTML that was printed. */
  readonly htmlFile?: string
  readonly report: ReportForm
  /** A path or `ws://` endpoint. */
  readonly browser?: string
  readonly publication: Publication
  readonly theme: Theme
  readonly glossary: readonly GlossaryEntry[]
  readonly data: DataBook
  /** What is said of publication.yaml and its like, which the account of words has to know. */
  readonly told: readonly Finding[]
  /** Short commit id of the publication, or '' outside git. */
  readonly commit: string
  /** Seconds since 1970 that date the PDF: SOURCE_DATE_EPOCH, else the edition date. */
  readonly epoch: number
  /** File name of the screen edition without folder: `best-by-west-midlands-2013.pdf`. See editions.ts for the others. */
  readonly fileName: string
  /** Folder of worker-safe pipeline version: part of every cache key. */
  readonly version: string
}

/** `publication.yaml`, checked and filled in. Paths of files are relative to the root. */
export interface Publication {
  readonly title: string
  readonly subtitle: string
  /** Lines of the cover title; words between `*` are italic. Defaults to the title on one line. */
  readonly coverTitle: readonly string[]
  /** Short name for running heads and the file name. */
  readonly short: string
  /** ISO date (`2013-07-26`), or '' when none is given. */
  readonly date: string
  readonly publisher: string
  readonly makers: readonly Person[]
  readonly language: string
  readonly contact: string
  readonly web: string
  readonly hashtag: string
  readonly licence: string
  readonly keywords: readonly string[]
  readonly imprint: readonly { readonly term: string; readonly text: string }[]
  readonly cover: {
    /** Id of a list in `data/` whose figures become the rings; '' gives the typographic cover. */
    readonly rings: string
    /** How the rings are to be read, beside their list on the inside cover. */
    readonly note: string
    /** Picture file for the cover, '' for none. */
    readonly picture: string
    readonly credit: string
  }
  readonly backCover: { readonly text: string }
  readonly press: PressWishes
  readonly options: {
    /** Whether parts and chapters begin on a right-hand page unless their front matter says otherwise. */
    readonly chaptersStartRight: boolean
    readonly contentsByCouncil: boolean
    readonly covers: boolean
  }
  /** Files before the parts: roman folios. */
  readonly front: readonly string[]
  readonly parts: readonly PartPlan[]
  readonly back: readonly string[]
  /** Closed lists. Empty: anything goes. */
  readonly councils: readonly string[]
  readonly channels: readonly string[]
  readonly themes: readonly string[]
  /** Whose rules of writing it follows; `none`: only what is wrong in anybody's style is told. */
  readonly style: HouseStyle
  /** `reported`: faults of accessibility stop nothing, and are listed; the file claims none. */
  readonly accessibility: 'proven' | 'reported'
  /** Rules that this publication makes louder, quieter or silent, and its reasons. */
  readonly rules: readonly RuleChange[]
  /** How the publication spells what it often names. */
  readonly names: readonly OwnName[]
  /** Fonts beyond the theme's, file paths in the publication. */
  readonly fonts: readonly FontFace[]
}

export type HouseStyle = 'gov-uk' | 'none'

/** One entry of `rules:` in publication.yaml. */
export interface RuleChange {
  readonly rule: RuleId
  /** Undefined: as the rule has it. */
  readonly severity?: Severity | 'off'
  /** Files, folders (`case-studies/`) and words of the text that the rule leaves alone. */
  readonly except: readonly string[]
  /** Why; never empty where the rule is made quieter. */
  readonly reason: string
  /** In publication.yaml. */
  readonly line: number
}

/** One entry of `names:` in publication.yaml. */
export interface OwnName {
  readonly name: string
  /** Spellings that are not to be used. */
  readonly not: readonly string[]
}

/** `press:` in publication.yaml, filled in. */
export interface PressWishes {
  readonly bleedMm: number
  readonly colour: 'cmyk' | 'rgb'
  /** A CMYK printer profile (ICC) in the publication; '' for the FOGRA39 that the pipeline ships. */
  readonly profile: string
  /** Name of the printing condition that it describes (`FOGRA51`); '' for the profile's own description. */
  readonly condition: string
  /** Most ink on any one spot, all four together, in per cent. */
  readonly inkLimit: number
  /** `wrap`: back, spine and front on one sheet, for perfect binding. `self`: the covers are pages like others, for staples. */
  readonly cover: 'self' | 'wrap'
  readonly paper: Paper
  /** Whether blank pages may be added before the back cover so that the pages come to a multiple of four. */
  readonly blanks: boolean
}

export interface Paper {
  readonly name: string
  /** Grams a square metre. */
  readonly gsm: number
  /** Cubic centimetres a gram: a leaf is `gsm × bulk` micrometres thick. */
  readonly bulk: number
}

export interface Person {
  readonly name: string
  readonly role: string
}

export interface PartPlan {
  readonly title: string
  readonly standfirst: string
  readonly divider: boolean
  readonly files: readonly string[]
}

/** `templates/theme.yaml`: what a designer sets in numbers and names; the rest is CSS. */
export interface Theme {
  readonly page: {
    readonly widthMm: number
    readonly heightMm: number
    readonly marginMm: {
      readonly top: number
      readonly bottom: number
      readonly inner: number
      readonly outer: number
    }
  }
  /** Design tokens, written as CSS custom properties `--name`. */
  readonly tokens: Readonly<Record<string, string>>
  readonly fonts: readonly FontFace[]
  /** Behind all of them, in this order. */
  readonly fallbacks: readonly FallbackFace[]
  /** Words that templates print, by key, so that a publication in another language can replace them. */
  readonly words: Readonly<Record<string, string>>
  readonly press: {
    /** Tokens that are printed in black ink alone where they are text, strokes or small marks. */
    readonly inks: Readonly<Record<string, BlackInk>>
  }
}

/** `k`: per cent of black. */
export interface BlackInk {
  readonly k: number
  readonly overprint: boolean
}

export interface FontFace {
  readonly family: string
  /** Absolute path of a .ttf, .woff or .woff2 file. */
  readonly file: string
  readonly weight: number
  readonly style: 'normal' | 'italic'
  /** CSS unicode-range, or '' for all. */
  readonly range: string
}

/** A face that stands behind all others for what they lack; behind the token `first` before its like. */
export interface FallbackFace extends FontFace {
  readonly first?: 'serif' | 'sans' | 'code' | undefined
}

export interface GlossaryEntry {
  readonly term: string
  readonly meaning: string
  /** What an abbreviation stands for; '' for a plain term. */
  readonly expansion: string
  readonly line: number
}

/** Everything in `data/`: figures by id, questions by id, lists of figure ids by name, and every percentage that stands in it. */
export interface DataBook {
  readonly figures: Readonly<Record<string, DataFigure>>
  readonly questions: Readonly<Record<string, DataQuestion>>
  readonly lists: Readonly<Record<string, readonly string[]>>
  /** Percentages as written, without the sign: `37.5`. */
  readonly percentages: readonly string[]
}

export interface DataFigure {
  readonly id: string
  /** As it is printed: `97.5%`. */
  readonly value: string
  /** Marks that are lit, when the figure is a share of a known base. */
  readonly count?: number
  readonly of?: number
  readonly unit?: Unit
  /** Standing alone beside a row: `Expect use to grow`. */
  readonly label: string
  /** Completing a sentence that begins with the value: `expect their use of social media to grow`. */
  readonly sentence: string
  readonly source: string
}

export interface DataQuestion {
  readonly id: string
  readonly question: string
  readonly of?: number
  readonly unit?: Unit
  readonly rows: readonly ChartRow[]
  readonly source: string
}

// ---------------------------------------------------------------------------------------------- press and booklet

/** What the press edition is to be: `press:` of publication.yaml and the theme's inks, read and checked. */
export interface PressPlan {
  readonly bleedMm: number
  /** Room for marks around the bleed. */
  readonly slugMm: number
  readonly colour: 'cmyk' | 'rgb'
  readonly profile: PressProfile
  readonly inkLimit: number
  readonly cover: 'self' | 'wrap'
  readonly paper: Paper
  readonly blanks: boolean
  /** Colours of the theme that become black ink, by their exact RGB. */
  readonly inks: readonly PressInk[]
}

/** A CMYK profile of a printing condition. */
export interface PressProfile {
  /** Absolute path. */
  readonly path: string
  /** OutputConditionIdentifier of the output intent: `FOGRA39`. */
  readonly condition: string
  /** The profile's own description. */
  readonly description: string
  /** Whether `condition` is a name in the registry of the ICC (https://registry.color.org). */
  readonly registered: boolean
}

export interface PressInk {
  /** 0 to 255 each. */
  readonly rgb: readonly [red: number, green: number, blue: number]
  /** 0 to 1. */
  readonly k: number
  readonly overprint: boolean
}

/** How pages are put on sheets. */
export interface ImpositionPlan {
  /** `booklet`: folded and stapled through the fold. `two-up`: side by side in reading order, to be proofread. */
  readonly layout: 'booklet' | 'two-up'
  /** Lying on its long side; undefined: twice the page. */
  readonly sheet?: { readonly widthMm: number; readonly heightMm: number }
  /** Thickness of a leaf, from which the creep is computed. */
  readonly paperMm: number
  /** Sheets that are folded together; 0: as many as can be folded well, in sections of equal size. */
  readonly sheetsPerSection: number
  /** Whether folds and staples are marked. */
  readonly marks: boolean
  /** Whether the last page is a back cover: blank pages then go before it. */
  readonly lastIsCover: boolean
}

/** Which pages of the paper (physical, from 1; 0 for a blank that is added) a printer gets, and how. */
export interface PressLayout {
  /** Sheet by sheet, in the order of reading. */
  readonly body: readonly number[]
  /** The sheet that wraps around the body, as it lies open; undefined where covers are pages like others. */
  readonly cover?: {
    readonly outside: readonly [back: number, front: number]
    readonly inside: readonly [front: number, back: number]
    readonly spineMm: number
  }
}

/** What the browser printed for the press: untagged, the paper's pages first, then the slug lines, then the spine. */
export interface PressPrint {
  readonly bytes: Uint8Array
  readonly layout: PressLayout
  /** The slug lines that follow the paper's pages, as they read: one a sheet, the cover's two sides last. */
  readonly slugs: readonly string[]
  readonly hasSpine: boolean
  /** Of each physical page of the paper. */
  readonly folios: readonly string[]
}

/** One side of a sheet. Pages are physical pages of the file that was imposed, from 1; 0 is a blank. */
export interface SheetSide {
  /** From 1. */
  readonly section: number
  /** From 1, through all sections. */
  readonly sheet: number
  readonly side: 'front' | 'back'
  readonly left: number
  readonly right: number
  /** How far both pages are moved towards the fold. */
  readonly shiftPt: number
}

/** A booklet, or proof pages. */
export interface Imposed {
  /** Empty where a finding says why. */
  readonly bytes: Uint8Array
  /** Of the file that was imposed. */
  readonly pages: number
  /** In printing order. */
  readonly sides: readonly SheetSide[]
  /** How many sheets are folded together in each section. */
  readonly sections: readonly number[]
  readonly findings: readonly Finding[]
}

/** A file for the printer, finished: the pages, or the cover that wraps around them. */
export interface PressFile {
  readonly kind: 'press' | 'press-cover'
  /** Without folder. */
  readonly fileName: string
  readonly bytes: Uint8Array
  readonly sheets: readonly PressSheet[]
}

/** One page of a press file. Its trim box is all that is left after the cut. */
export interface PressSheet {
  /**
   * The physical pages of the paper (from 1) that stand side by side within the trim, 0 for a blank that was added. One, but
   * for a wrapping cover: back and front, with the spine between.
   */
  readonly shows: readonly number[]
  readonly trimWidthMm: number
  readonly trimHeightMm: number
  readonly spineMm: number
  /** What the line beside the marks says. */
  readonly slug: string
}

export type InkName = 'C' | 'M' | 'Y' | 'K'

/** What was read back from one press file. */
export interface PressFacts {
  readonly pages: number
  readonly trimMm: readonly [width: number, height: number]
  readonly bleedMm: number
  /** Inks that each page needs, marks left out; of objects that are left in RGB, all four. */
  readonly inks: readonly (readonly InkName[])[]
  /** Most ink on one spot, in per cent, of all colours and pictures used. */
  readonly mostInk: number
  readonly fonts: readonly string[]
  /** The output intent's condition. */
  readonly condition: string
  /** `PDF/X-4`, as the file itself claims. */
  readonly claims: readonly string[]
  /** The rules that were held against it. */
  readonly checked: readonly RuleId[]
  readonly findings: readonly Finding[]
}

// ---------------------------------------------------------------------------------------------- content

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
  readonly text: string
  readonly findings: readonly Finding[]
}

/** One parsed file. `html` is a fragment with slots (see slots.ts) that book/ and pages/ fill. */
export interface Chapter {
  readonly file: string
  readonly kind: FileKind
  readonly number: number
  readonly prefix: string
  readonly level: number
  readonly matter: ChapterMatter
  readonly html: string
  /** The title with its notes, links and emphasis; undefined where its words are all there is. */
  readonly titleHtml?: string
  readonly standfirstHtml?: string
  readonly headings: readonly Heading[]
  /** Places without a heading that a link may lead to. */
  readonly anchors?: readonly string[]
  readonly links: readonly LinkMark[]
  /** What else its places are called, and their anchors: the slug of the title, a name of ours that a heading has too. */
  readonly aliases?: Readonly<Record<string, string>>
  readonly images: readonly ImageMark[]
  /** Files beside the texts that links lead to, from the root. */
  readonly files?: readonly string[]
  /** Charts, pictures with captions and captioned tables, in order. */
  readonly exhibits: readonly Exhibit[]
  readonly indexMarks: readonly IndexMark[]
  /** What the source says, block by block, in the order in which it is to be read in print. Slots left out. */
  readonly text: readonly SourceText[]
  /** The same, with what each block is: what the structure tree of the PDF must say. */
  readonly outline: readonly OutlineBlock[]
  /** What can be written in several ways, and how it is written here. */
  readonly forms: readonly FormMark[]
  readonly findings: readonly Finding[]
}

/** A date, a number or a word that others may write in another way. */
export interface FormMark {
  /** That finds fault with it where the rest of the paper has another form. */
  readonly rule: RuleId
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

/** Front matter of both kinds, filled in; case studies use the second half. */
export interface ChapterMatter {
  readonly title: string
  /** For running heads and contents; defaults to the title. */
  readonly short: string
  readonly standfirst: string
  readonly layout: 'text' | 'figures' | 'numbered' | 'index' | 'sources' | 'words'
  /** A full opener page; `ring` is a figure id whose ring is lit. */
  readonly opener: false | { readonly ring: string; readonly caption: string }
  readonly numbered: boolean
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
  readonly place: string
  readonly began: string
  readonly people: readonly Person[]
  readonly channels: readonly string[]
  readonly themes: readonly string[]
  readonly summary: string
  readonly keyFigures: readonly { readonly value: string; readonly label: string }[]
  readonly outcome: string
  readonly picture?: { readonly file: string; readonly alt: string; readonly credit: string }
  /** Line in the file of each top-level key, for findings. */
  readonly lines: Readonly<Record<string, number>>
}

export interface SourceEntry {
  readonly title: string
  readonly url: string
}

export interface Heading {
  /** Level in print. */
  readonly level: number
  readonly text: string
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
  readonly line: number
  readonly column: number
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
}

export interface Exhibit {
  readonly kind: 'figure' | 'table'
  readonly id: string
  readonly caption: string
  readonly line: number
  /** Present for charts. */
  readonly chart?: ChartSpec
}

/** What is counted, for one and for several: `file`, `files`. */
export interface Unit {
  readonly one: string
  readonly many: string
}

export interface ChartSpec {
  readonly kind: 'share' | 'levels' | 'counts'
  /** The finding, said in the title. */
  readonly title: string
  readonly question: string
  readonly caption: string
  /** How many there are in all; undefined when unknown. */
  readonly of?: number
  /** Undefined where nobody has said what is counted: numbers then stand alone. */
  readonly unit?: Unit
  readonly rows: readonly ChartRow[]
  /** Row label drawn in the accent colour. */
  readonly accent: string
}

export interface ChartRow {
  readonly label: string
  readonly note: string
  readonly count: number
  /** The number with the signs that were typed, where they are more than its digits: `1,200`, `4.50`. */
  readonly typed?: string
  /** As published: `37.5%`, '' when there is none. */
  readonly percent: string
}

export interface IndexMark {
  /** `Whyley, Jason` or `barriers > cost`. */
  readonly term: string
  readonly anchor: string
}

export interface SourceText {
  readonly line: number
  readonly text: string
}

/** One thing that a reader meets, in reading order. Sources and PDF are both reduced to these, and compared. */
export interface OutlineEntry {
  /** `free`: HTML of the author's, whose structure is not ours to say. A figure's text is its alternative. */
  readonly kind: 'heading' | 'paragraph' | 'item' | 'header' | 'cell' | 'caption' | 'figure' | 'note' | 'free'
  /** Level of a heading, depth of a list item (of a paragraph inside of one, else 0), column of a cell from 1. */
  readonly level: number
  readonly text: string
  /** Undefined where links cannot be told. */
  readonly links?: readonly OutlineLink[]
}

export interface OutlineBlock extends OutlineEntry {
  readonly line: number
}

export interface OutlineLink {
  readonly text: string
  /** `#anchor`, or an address. */
  readonly target: string
}

// ---------------------------------------------------------------------------------------------- launch day

/** `launch/` of a publication: what happened, and what people said and showed of it. */
export interface Launch {
  readonly event: LaunchEvent
  readonly sessions: readonly LaunchSession[]
  /** By time; those of which only the day is known come before the hours of that day. */
  readonly moments: readonly Moment[]
}

/** `launch/event.yaml`, filled in; '' where nothing is known. */
export interface LaunchEvent {
  readonly name: string
  /** ISO date. */
  readonly date: string
  /** The same in the publication's language: `26 July 2013`. */
  readonly dateInWords: string
  /** As the IANA database has it: `Europe/London`. */
  readonly timeZone: string
  /** `09:30`. */
  readonly begins: string
  readonly ends: string
  readonly place: string
  readonly note: string
  readonly kept: readonly KeptArchive[]
  readonly sources: readonly SourceEntry[]
}

export interface LaunchSession {
  /** By which moments name it: `welcome`. */
  readonly id: string
  readonly title: string
  /** `09:30`. */
  readonly starts: string
  readonly ends: string
  /** What is known of the time where no hour is: `Afternoon`. */
  readonly when: string
  readonly speakers: readonly Person[]
  readonly note: string
  /** A file of the publication that tells more: `case-studies/08-dudley-flickr.md`. */
  readonly about: string
  readonly source: string
  readonly line: number
}

/** Where photographs, posts or films of the day were kept. */
export interface KeptArchive {
  readonly what: string
  readonly where: string
  readonly url: string
  readonly note: string
  readonly source: string
}

export type MomentKind = 'post' | 'photograph' | 'talk' | 'video' | 'note'
export type ConsentState = 'public-post' | 'given' | 'asked' | 'unknown'

/** One file of `launch/moments/`. */
export interface Moment {
  /** The file's name without `.md`, as it can stand in an address; its place on the site is `/launch/moments/NAME/`. */
  readonly name: string
  readonly file: string
  /** Milliseconds since 1970; of a moment of which only the day is known, the day's beginning. */
  readonly instant: number
  /** ISO, with the offset at that place and day; only the day when no more is known. */
  readonly time: string
  /** In the event's time zone: `2013-07-26` and `10:32`, or '' when only the day is known. */
  readonly day: string
  readonly clock: string
  readonly kind: MomentKind
  readonly author: string
  readonly handle: string
  /** The original address. */
  readonly url: string
  /** Id of a session, or ''. */
  readonly session: string
  readonly place: string
  readonly picture?: { readonly file: string; readonly alt: string; readonly credit: string }
  /** Whether the person agrees to be shown, and what there is to say of it. */
  readonly consent: { readonly state: ConsentState; readonly note: string }
  /** The service and its id, by which a second import knows it. */
  readonly imported?: { readonly service: string; readonly id: string }
  /** Whether it is printed in the PDF. */
  readonly chosen: boolean
  /** What was said, as Markdown, as a fragment of HTML, and in plain words. */
  readonly body: string
  readonly html: string
  readonly text: string
  readonly lines: Readonly<Record<string, number>>
}

// ---------------------------------------------------------------------------------------------- book

/** One thing that stands in the book between two page breaks: a cover, a chapter, a divider. In order. */
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
  /** Running heads; '' for none. Folios stand where heads do. */
  readonly heads: { readonly left: string; readonly right: string }
}

export interface Book {
  readonly sections: readonly Section[]
  /** Chapters with every slot of book/ filled. */
  readonly chapters: readonly Chapter[]
  readonly contents: readonly ContentsEntry[]
  readonly caseStudies: readonly ContentsEntry[]
  readonly index: readonly IndexEntry[]
  readonly sources: readonly {
    readonly title: string
    readonly url: string
    readonly usedBy: readonly string[]
  }[]
  /** Headings in the order of print, the title page's first: what the outline must be. */
  readonly headings: readonly Heading[]
  /** Undefined without the folder `launch/`. */
  readonly launch?: Launch
  readonly findings: readonly Finding[]
}

/** A part title (no anchor page of its own when it has no divider) or an entry below it. */
export interface ContentsEntry {
  readonly anchor: string
  readonly number: string
  readonly title: string
  /** 1: part or group label, 2: entry. */
  readonly depth: 1 | 2
  /** Label of the group: `Part one`, a council name. */
  readonly group: string
}

export interface IndexEntry {
  readonly term: string
  /** `whyley jason`: letters for sorting. */
  readonly key: string
  /** The heading that it stands under: `W`, or `0–9` for what begins with no letter. */
  readonly letter: string
  readonly anchors: readonly string[]
  readonly under: readonly {
    readonly term: string
    readonly key: string
    readonly anchors: readonly string[]
  }[]
}

// ---------------------------------------------------------------------------------------------- pages

/** A stretch of pages that share one page name: the unit of measuring. Marked in the HTML by `data-run="id"`. */
export interface PageRun {
  readonly id: string
  readonly section: string
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

export interface HtmlDocument {
  readonly html: string
  readonly assets: readonly Asset[]
  readonly runs: readonly PageRun[]
  /** CSS font shorthands to load before printing: `italic 400 12px "Libre Baskerville"`. */
  readonly faces: readonly string[]
  /** Anchors that need a destination although nothing visible links them. */
  readonly anchors: readonly string[]
  /** Files by number, for `data-src="3:14"` (file 3, line 14). */
  readonly files: readonly string[]
  /** Body of a blank page that print/ inserts for a right-hand start. */
  readonly blank: string
  /** What the press edition adds to the document; only where one is made. */
  readonly press?: PressDress
  readonly findings: readonly Finding[]
}

// ---------------------------------------------------------------------------------------------- print

export interface PageMap {
  readonly total: number
  /** Physical page, from 1, of every anchor. */
  readonly anchors: Readonly<Record<string, number>>
  /** In order, blanks among them. */
  readonly runs: readonly {
    readonly id: string
    readonly first: number
    readonly pages: number
    readonly blank: boolean
  }[]
}

/** A run of characters as it stood in the printed document. */
export interface PrintedText {
  /** `3:14` when it came from a file, else ''. */
  readonly src: string
  /** True for text that the pipeline made: numbers, labels, panels. */
  readonly made: boolean
  readonly text: string
}

export interface PrintedAlt {
  readonly text: string
  /** `3:14`, where the picture stands in its file; '' for one that the pipeline made. */
  readonly src: string
}

export interface PrintedPdf {
  /** Tagged, for the screen; empty where only the press edition is made, or nothing could be printed. */
  readonly bytes: Uint8Array
  readonly press?: PressPrint
  readonly pageMap: PageMap
  /** All tagged text in document order, read from the page that was printed, page numbers filled in. */
  readonly text: readonly PrintedText[]
  /** Alternative texts of pictures and charts in document order. */
  readonly alts: readonly PrintedAlt[]
  /** The exact HTML that was printed. */
  readonly html: string
  readonly browser: string
  /** Number of prints it took. */
  readonly prints: number
  readonly findings: readonly Finding[]
}

// ---------------------------------------------------------------------------------------------- pdf, verify

export interface FinishedPdf {
  readonly bytes: Uint8Array
  /** Printed folio of each physical page, index 0 is page 1. */
  readonly labels: readonly string[]
}

/** What was read back from the bytes. */
export interface Facts {
  readonly pages: number
  readonly characters: number
  readonly links: number
  readonly outlineEntries: number
  readonly fonts: readonly string[]
  readonly labels: readonly string[]
  /** Conformance that the file itself claims: `PDF/UA-1`, `PDF/A-2a`. */
  readonly claims: readonly string[]
  readonly findings: readonly Finding[]
}

// ---------------------------------------------------------------------------------------------- the website

/** One file of the website. `path` is relative to its folder, with `/`. */
export interface SiteFile {
  readonly path: string
  readonly content: string | Uint8Array | { readonly copyOf: string }
}

/** The PDF that the website offers, and what is known of it. */
export interface SitePaper {
  readonly fileName: string
  readonly content: Uint8Array | { readonly copyOf: string }
  readonly bytes: number
  readonly pages: number
  readonly claims: readonly string[]
  /** `reported`: not proven; what was found is in `faults`. */
  readonly accessibility: 'proven' | 'reported'
  readonly faults: readonly { readonly says: string; readonly where: string }[]
  readonly checks: readonly { readonly says: string; readonly rule: string; readonly passed: boolean }[]
  /** Questions that no program can answer. */
  readonly forPeople: readonly string[]
}
