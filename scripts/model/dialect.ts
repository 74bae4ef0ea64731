/** The blocks between lines of colons, as far as somebody must know of them who does not read Markdown with the rest. */
export interface Dialect {
  readonly blocks: readonly string[]
  /** Of these the table is drawn: the names of its columns are not printed. */
  readonly blocksOfNumbers: readonly string[]
  /** Attributes of any of them whose values are text to read. */
  readonly printedAttributes: readonly string[]
}
