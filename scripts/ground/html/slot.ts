// What is not known when a file is parsed is left open in its tree, and filled where it is known: numbers of figures
// in book/, charts in pages/ and site/. A slot is a text without words, so that it stands wherever words may; no
// author can write one.
import type { Nodes, Text } from 'hast'

export type Slot =
  /** The number of an exhibit by its id. */
  | { readonly kind: 'number'; readonly of: string }
  /** The drawing of exhibit number n of the file, from 0. */
  | { readonly kind: 'chart'; readonly index: number }

declare module 'hast' {
  interface TextData {
    slot?: Slot
  }
}

export const numberSlot = (of: string): Text => textOf({ kind: 'number', of })

export const chartSlot = (index: number): Text => textOf({ kind: 'chart', index })

const textOf = (slot: Slot): Text => ({ type: 'text', value: '', data: { slot } })

export const slotOf = (node: Nodes): Slot | undefined => (node.type === 'text' ? node.data?.slot : undefined)
