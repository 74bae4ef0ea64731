// What a directive of the dialect brings with it. Whatever must know the names of some of them asks `directives.ts`
// for a property that stands here.
import type { Element, ElementContent } from 'hast'
import type { Image, Nodes, Table } from 'mdast'
import type { z } from 'zod'
import type { Meaning } from '../../ground/html/meaning.ts'
import type { Launch } from '../../model/launch.ts'
import type { OutlineBlock } from '../../model/outline.ts'
import type { Words } from '../../model/words.ts'
import type { Placed } from '../markdown/draft.ts'
import type { ContainerDirective, State, TextDirective } from '../markdown/hast.ts'
import type { AttributeSchema } from './attribute.ts'

export type Attributes = Readonly<Record<string, AttributeSchema>>
/** As they are written; a flag is ''. */
export type Given<Shape> = { readonly [Name in keyof Shape]?: string }

/**
 * What stands between the two lines of colons: anything; a list; terms with what they mean; a table; a table of
 * numbers, which are drawn; a picture; nothing that an author writes.
 */
export type Contents = 'anything' | 'list' | 'terms' | 'table' | 'numbers' | 'picture' | 'nothing'

export interface BlockDirective<Shape extends Attributes = Attributes> {
  readonly name: string
  /** For authors: what it is. */
  readonly about: string
  /** A whole one, as an author writes it. */
  readonly example: string
  readonly attributes: z.ZodObject<Shape>
  /** Whether `[…]` behind the name is printed. */
  readonly label: boolean
  /** Whose words it holds. Those of others, and what launch/ says, are not read for the author's style. */
  readonly words: 'author' | 'quoted' | 'launch'
  readonly holds: Contents
  /** Whether it stands beside the running text, so that headings in it belong to it alone. */
  readonly apart: boolean
  /** Whether it takes a page of its own, so that it cannot stand inside another block. */
  readonly ownPage?: true
  /** Other tools have a box of this name that means the same: whatever it has, or if it has no title. */
  readonly elsewhere?: 'same' | 'same-untitled'
  /** What it is where its tag alone does not say it. */
  readonly means?: Meaning
  /** Whether an opening quotation mark hangs outside its measure. */
  readonly hangs?: true
  /** Properties of its HTML that no other element has. */
  readonly properties?: readonly string[]
  html(state: State, node: ContainerDirective, given: Given<Shape>): Element | Element[]
  /** Its text in the order of print, read from the tree. Left out where it only holds text. */
  outline?(node: ContainerDirective, given: Given<Shape>, reader: OutlineReader): void
  /** What launch/ puts into it, where its author left it empty. */
  fill?(launch: Launch, node: ContainerDirective, place: FillPlace): readonly Nodes[]
}

export interface FillPlace {
  /** The text that the block stands in. */
  readonly file: string
  readonly words: Words
  /** In which days are named. */
  readonly language: string
  readonly read: (markdown: string) => { readonly children: readonly Nodes[] }
}

/** What outlines are made with. Each adds to the outline of the file. */
export interface OutlineReader {
  readonly all: (nodes: readonly Nodes[]) => void
  /** A value that is plain text. */
  readonly say: (node: Placed, text: string | undefined, kind?: OutlineBlock['kind']) => void
  /** A value that may call notes. */
  readonly sayWithCalls: (node: Placed, text: string | undefined, kind?: OutlineBlock['kind']) => void
  readonly figure: (node: Placed, alternative: string) => void
  /** `rows`: the first cell of each row is its header. */
  readonly table: (table: Table, rows: boolean) => void
  /** A picture, whatever else stands in its block, and the caption below both. */
  readonly picture: (image: Image, others: readonly Nodes[]) => void
  readonly term: (term: Nodes, meaning: Nodes) => void
}

export interface InlineDirective<Shape extends Attributes = Attributes> {
  readonly name: string
  readonly about: string
  readonly example: string
  /** Undefined where what stands in the braces has no names: `{fr}`. */
  readonly attributes: z.ZodObject<Shape> | undefined
  /** Whose words it holds: those of another language are no prose of the text. */
  readonly words: 'author' | 'foreign'
  html(state: State, node: TextDirective): ElementContent | ElementContent[]
}

/** Its attributes are known by name within it, and by their schema outside. */
export const block = <Shape extends Attributes>(directive: BlockDirective<Shape>): BlockDirective =>
  directive as unknown as BlockDirective

export const inline = <Shape extends Attributes>(directive: InlineDirective<Shape>): InlineDirective =>
  directive as unknown as InlineDirective
