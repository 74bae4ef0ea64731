// What is not known when a file is parsed is left open in its tree, and filled where it is known: numbers of figures
// in book/, charts in pages/ and site/. A slot is a text without words, so that it stands wherever words may; no
// author can write one.
import type { Nodes, Text } from 'hast'

export type Slot =
  /** The number of a place by its anchor. */
  | { readonly kind: 'number'; readonly of: string }
  /** What a place is called: `figure 3.2`. */
  | { readonly kind: 'reference'; readonly of: string; readonly begins: boolean }
  /** The drawing of exhibit number n of the file, from 0. */
  | { readonly kind: 'chart'; readonly index: number }
  /** Citation number n of the file, from 0. */
  | { readonly kind: 'citation'; readonly index: number }
  /** What is drawn of one of its rows, from 0. */
  | { readonly kind: 'tile'; readonly index: number; readonly row: number }

declare module 'hast' {
  interface TextData {
    slot?: Slot
  }
}

export const numberSlot = (of: string): Text => textOf({ kind: 'number', of })

/** `begins`: a sentence begins with it. */
export const referenceSlot = (of: string, begins: boolean): Text => textOf({ kind: 'reference', of, begins })

export const chartSlot = (index: number): Text => textOf({ kind: 'chart', index })

export const tileSlot = (index: number, row: number): Text => textOf({ kind: 'tile', index, row })

export const citationSlot = (index: number): Text => textOf({ kind: 'citation', index })

const textOf = (slot: Slot): Text => ({ type: 'text', value: '', data: { slot } })

export const slotOf = (node: Nodes): Slot | undefined => (node.type === 'text' ? node.data?.slot : undefined)
