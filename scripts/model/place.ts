// Where something stands in the author's files, and how much it weighs.

export type Severity = 'error' | 'warning' | 'info'

/** Where a finding stands. `file` is relative to the publication's root, with `/`; `page` is a physical page from 1. */
export interface Place {
  readonly file?: string
  readonly line?: number
  readonly column?: number
  readonly page?: number
}
