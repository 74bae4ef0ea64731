import type { Marks } from './pieces.ts'

/** What a line of text asks of the rest of the paper. */
export interface Written {
  /** What a note is called here. */
  readonly note: (note: string) => string | undefined
  /** What a link becomes: an address, or nothing where its words are kept alone. */
  readonly link: (
    words: string,
    marks: Marks,
  ) => { readonly address: string; readonly words: string } | undefined
}
