// What has a number of its own, each kind counted by itself: the one place that knows what kinds there are.
import type { WordKey } from '../model/words.ts'

interface ExhibitWords {
  /** Above or below it. */
  readonly label: WordKey
  /** In a sentence that refers to it, with a place for its number. */
  readonly reference: WordKey
}

const WORDS_OF = {
  figure: { label: 'figure', reference: 'figureReference' },
  table: { label: 'table', reference: 'tableReference' },
  equation: { label: 'equation', reference: 'equationReference' },
} as const satisfies Readonly<Record<string, ExhibitWords>>

export type ExhibitKind = keyof typeof WORDS_OF

export const EXHIBIT_KINDS: Readonly<Record<ExhibitKind, ExhibitWords>> = WORDS_OF

export const EXHIBIT_NAMES = Object.keys(WORDS_OF) as ExhibitKind[]

/** `[table](#table)`: the place has the name that the words say, and no number is meant. */
export const isCalledSo = (words: string, address: string): boolean =>
  address.toLowerCase().endsWith(`#${words.toLowerCase()}`)
