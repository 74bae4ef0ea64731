// The glossary and the numbers of `data/`.

export interface GlossaryEntry {
  readonly term: string
  readonly meaning: string
  /** What an abbreviation stands for; '' for a plain term. */
  readonly expansion: string
  readonly line: number
}

/**
 * Everything in `data/`: figures by id, questions by id, lists of figure ids by name, and every percentage that
 * stands in it.
 */
export interface DataBook {
  readonly figures: Readonly<Record<string, DataFigure>>
  readonly questions: Readonly<Record<string, DataQuestion>>
  readonly lists: Readonly<Record<string, readonly string[]>>
  /** Percentages as written, without the sign: `37.5`. */
  readonly percentages: readonly string[]
  /** Files that could not be read, by their names in data/. */
  readonly unread?: readonly string[]
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
  /** What the columns of numbers are called, where there is more than one. */
  readonly series?: readonly string[]
  /** Of a table: how its file calls the columns of labels and of shares. */
  readonly heads?: TableHeads
  readonly rows: readonly ChartRow[]
  readonly source: string
  /** Of a file of CSV or a workbook: by which it can be called too. */
  readonly sheet?: SheetName
  /** Where its rows stand. */
  readonly place?: { readonly file: string; readonly lines: readonly number[] }
}

export interface TableHeads {
  readonly label: string
  readonly share: string
}

export interface SheetName {
  /** In data/: `use.xlsx`. */
  readonly file: string
  /** Of the sheet in it; '' where it is the only one, as in CSV. */
  readonly name: string
  readonly isFirst: boolean
}

/** What is counted, for one and for several: `file`, `files`. */
export interface Unit {
  readonly one: string
  readonly many: string
}

export interface ChartSpec {
  readonly kind: 'share' | 'levels' | 'counts' | 'bars' | 'lines' | 'dots' | 'tiles'
  /** The finding, said in the title. */
  readonly title: string
  readonly question: string
  readonly caption: string
  /** How many there are in all; undefined when unknown. */
  readonly of?: number
  /** Undefined where nobody has said what is counted: numbers then stand alone. */
  readonly unit?: Unit
  /** What the values of each row are called; one name at least where rows have `values`. */
  readonly series?: readonly string[]
  /** What stands over the labels and the shares in a table of the numbers, where their file says it. */
  readonly heads?: TableHeads
  /** Where the numbers come from, where their file says it. */
  readonly source?: string
  /** Whether bars of one row stand behind each other. */
  readonly stacked?: boolean
  /** Whether each that is counted has a mark of its own, up to a hundred. */
  readonly marks?: boolean
  readonly rows: readonly ChartRow[]
  /** Row label drawn in the accent colour. */
  readonly accent: string
}

export interface ChartRow {
  readonly label: string
  readonly note: string
  /** Its number; of several, the first. */
  readonly count: number
  /** The number with the signs that were typed, where they are more than its digits: `1,200`, `4.50`. */
  readonly typed?: string
  /** As published: `37.5%`, '' when there is none. */
  readonly percent: string
  /** All its numbers, one for each series, where there are several. */
  readonly values?: readonly ChartValue[]
  /** Column and row of its tile, from 1. */
  readonly at?: readonly [column: number, row: number]
  /** Of a label that is a date, in whatever form it is written: 2013-07-26. */
  readonly day?: string
  /** Where its tile leads, as its author wrote it. */
  readonly link?: string
}

export interface ChartValue {
  /** Undefined where none was given. */
  readonly number: number | undefined
  readonly typed: string
}
