// What a text has to say on paper, block by block: the source's side of the comparison.

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
  /** What counts an item of a numbered list, without signs around it: `3`, `c`, `IV`. Undefined where nothing does. */
  readonly label?: string | undefined
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
