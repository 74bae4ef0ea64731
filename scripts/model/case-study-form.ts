// The form for a case study: what it asks, wherever it is filled in.

/** A field of the front matter, as whoever fills in the form meets it. */
export interface FormQuestion {
  readonly key: string
  readonly label: string
  /** A sentence or two. */
  readonly hint: string
  readonly isNeeded: boolean
  readonly answer:
    | { readonly is: 'text' }
    /** `choices`: where there are any, no other value will do. */
    | { readonly is: 'list'; readonly choices: readonly string[] }
    /** One group of values, or as many as there are; of these keys. */
    | { readonly is: 'group' | 'groups'; readonly parts: readonly FormPart[] }
}

export interface FormPart {
  readonly key: string
  readonly label: string
  readonly isNeeded: boolean
  /** Answered by a picture, not by words. */
  readonly isPicture: boolean
}

/** A part of the text itself. */
export interface FormSection {
  /** '' for the lines before the first heading. */
  readonly heading: string
  readonly hint: string
  /** What others can use: a numbered list in a block of its own. */
  readonly isSteps: boolean
}
