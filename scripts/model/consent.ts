// Whether whoever is shown agrees to be shown.

export type ConsentState = 'public-post' | 'given' | 'asked' | 'unknown'

export interface Consent {
  readonly state: ConsentState
  /** For whoever keeps the paper; '' for none. */
  readonly note: string
}
