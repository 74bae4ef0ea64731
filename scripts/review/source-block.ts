// A piece of a source text that a reader meets as one: a paragraph, a heading, a cell, a value. Types only.
import type { Root } from 'mdast'

export interface SourceBlock {
  readonly file: string
  readonly line: number
  readonly kind: BlockKind
  /** In the text of its file, in UTF-16 units. */
  readonly start: number
  readonly end: number
  readonly signs: Signs
  /** Emphasis, links and the like. */
  readonly spans: readonly Span[]
  /** The blocks around it, from the outside. */
  readonly around: readonly Around[]
  /** Of a heading. */
  readonly depth?: number
  /** Of a value: the line of the outermost key that it stands under. */
  readonly keyLine?: number
  /** Of a cell, from 1. */
  readonly column?: number
  /** How words are written in it. */
  readonly writing: Writing
}

/** `label`: the words in the brackets of a directive. `caption`: words in a line of markup. */
export type BlockKind = 'paragraph' | 'heading' | 'cell' | 'label' | 'caption' | 'value' | 'code'

export type Writing =
  | 'markdown'
  | 'cell'
  | 'code'
  | 'attribute'
  | 'title'
  | 'plain'
  | 'double'
  | 'single'
  | 'block'

/** What a reader sees, sign by sign, and where each stands in the text of the file. */
export interface Signs {
  readonly text: string
  readonly from: readonly number[]
  readonly to: readonly number[]
}

export interface Span {
  /** Of its signs, in `Signs`. */
  readonly first: number
  readonly behind: number
  /** Of all of it, in the text of the file. */
  readonly start: number
  readonly end: number
}

export interface Around {
  readonly type: 'item' | 'list' | 'quotation' | 'directive' | 'table' | 'row' | 'note' | 'other'
  readonly start: number
  readonly end: number
  readonly isOrdered?: boolean
  readonly isSpread?: boolean
  /** Of a row, from 0. */
  readonly row?: number
}

export interface SourceText {
  readonly file: string
  /** With `\n` for line ends. */
  readonly text: string
}

/** Markdown without front matter → its tree. */
export type ReadMarkdown = (text: string) => Root
