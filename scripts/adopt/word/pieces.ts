// What a Word file holds once its own ways of saying it are gone. Types only.

export interface Marks {
  readonly bold?: boolean
  readonly italic?: boolean
  readonly struck?: boolean
  readonly underlined?: boolean
  readonly marked?: boolean
  readonly code?: boolean
  readonly raised?: 'sup' | 'sub'
  readonly language?: string
  /** An address, or `#` and a bookmark. */
  readonly link?: string
  /** What the words of a link are, where Word worked them out: a page, or the number of a heading. */
  readonly says?: 'page' | 'number'
}

export interface Picture {
  /** Its name in `made`. */
  readonly file: string
  readonly alt: string
  readonly isDecorative: boolean
  /** It stands between the words of a line, and does not float beside them. */
  readonly isInLine: boolean
  readonly widthMm: number | undefined
}

export type Inline =
  | { readonly kind: 'text'; readonly text: string; readonly marks: Marks }
  | { readonly kind: 'break' }
  | { readonly kind: 'tab' }
  | { readonly kind: 'picture'; readonly picture: Picture }
  | { readonly kind: 'note'; readonly note: string }
  /** `words` are its signs as they were typed. */
  | {
      readonly kind: 'formula'
      readonly tex: string
      readonly words: string
      readonly isDisplayed: boolean
    }
  | { readonly kind: 'anchor'; readonly name: string }
  /** A mark for the index, and what it calls it. */
  | { readonly kind: 'index'; readonly term: string }
  /** Where a caption is counted: `Figure`. */
  | { readonly kind: 'number'; readonly counts: string; readonly shown: string }
  | { readonly kind: 'blocks'; readonly blocks: readonly Block[] }

export interface ListItem {
  readonly list: string
  readonly level: number
  readonly value: number
  /** `bullet`, `decimal`, `lowerLetter` … */
  readonly format: string
  readonly label: string
  readonly indent: number
}

export type Role =
  | 'title'
  | 'subtitle'
  | 'author'
  | 'heading'
  | 'quote'
  | 'caption'
  | 'code'
  | 'term'
  | 'definition'
  | 'continued'
  | 'note'
  | 'text'

export interface Paragraph {
  readonly kind: 'paragraph'
  /** Which it is in the file, counted as it is read; 0 for one that was made. */
  readonly at: number
  readonly role: Role
  readonly level: number
  readonly inlines: readonly Inline[]
  readonly item: ListItem | undefined
  readonly indent: number
}

export interface Cell {
  readonly blocks: readonly Block[]
  readonly columns: number
  readonly rows: number
  readonly isBold: boolean
}

export interface Table {
  readonly kind: 'table'
  readonly rows: readonly (readonly Cell[])[]
  readonly headerRows: number
  readonly hasRowHeaders: boolean
  /** What it is called where it brings its own caption, as a chart does. */
  readonly title?: string
  readonly description?: string
}

export type Block =
  | Paragraph
  | Table
  | { readonly kind: 'rule' }
  | { readonly kind: 'box'; readonly blocks: readonly Block[] }
