// Whether whoever is shown agrees to be shown.

export type ConsentState = 'public-post' | 'given' | 'asked' | 'unknown'
/** Whoever has refused, or changed their mind, is shown nowhere. */
export type AnyConsentState = ConsentState | 'refused' | 'withdrawn'

export interface Consent<State = ConsentState> {
  readonly state: State
  /** For whoever keeps the paper; '' for none. */
  readonly note: string
}
