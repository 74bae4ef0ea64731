// What a publication draws on: works by their keys, the style in which they are cited, and the places that cite them.

/** `bibliography:` and `citationStyle:` of publication.yaml, read. Plain data; what is cited is understood later. */
export interface Citations {
  readonly works: readonly WorkEntry[]
  /** Keys of works that are listed whether a text cites them or not; `*`: all. */
  readonly uncited: readonly string[]
  readonly style: CitationStyle
  /** The language of the words: `en-GB`. */
  readonly language: string
  /** Files of the Citation Style Language with the words of a language, by its code. */
  readonly locales: Readonly<Record<string, string>>
  /** `p.`, `pages`, `chap.` and what they stand for: `page`. */
  readonly locators: Readonly<Record<string, string>>
}

export interface CitationStyle {
  /** As publication.yaml has it: `harvard`. */
  readonly name: string
  /** What it is called: `Cite Them Right 12th edition - Harvard`. */
  readonly title: string
  readonly xml: string
  /** `note`: a citation is a note of the text. */
  readonly form: 'note' | 'in-text'
  /** Whether its citations are raised numbers. */
  readonly isRaised: boolean
  /** Whether it prints the page that a citation names. */
  readonly printsLocators: boolean
  /** Whether it has a list of works. */
  readonly hasList: boolean
}

/** One work of a bibliography, as it was written. */
export interface WorkEntry {
  readonly key: string
  readonly file: string
  readonly line: number
  readonly source:
    | { readonly form: 'bibtex'; readonly text: string; readonly strings: string }
    | { readonly form: 'csl'; readonly item: Readonly<Record<string, unknown>> }
}

/** One work that a citation names. */
export interface Cite {
  readonly key: string
  /** `see also` */
  readonly prefix?: string
  /** `33–35`, and what kind of place it is: `page`. */
  readonly locator?: string
  readonly label?: string
  readonly suffix?: string
  /** `[-@key]`: its author is named by the sentence. */
  readonly isWithoutAuthor?: true
}

/** A citation in a text: its place is a slot of the tree. */
export interface CitationMark {
  readonly cites: readonly Cite[]
  /** `@key` in a sentence: the author is part of it. */
  readonly isInSentence?: true
  /** It is all of the note that it stands in. */
  readonly isNote?: true
  /** Only the name of its author is printed here: the work stands in a note. */
  readonly isName?: true
  /** As it is written, for messages. */
  readonly typed: string
  /** Anchor of its place. */
  readonly anchor: string
  /** Number of the note that it stands in, in the text; 0 for none. */
  readonly note: number
  /** By which the citations of the text follow each other: those of a note where it is called first. */
  readonly order: number
  readonly line: number
  readonly column: number
}
