// The website's files.

/** One file of the website. `path` is relative to its folder, with `/`. */
export interface SiteFile {
  readonly path: string
  readonly content: string | Uint8Array | { readonly copyOf: string }
}

/** The PDF that the website offers, and what is known of it. */
export interface SitePaper {
  readonly fileName: string
  readonly content: Uint8Array | { readonly copyOf: string }
  readonly bytes: number
  readonly pages: number
  readonly claims: readonly string[]
  /** `reported`: not proven; what was found is in `faults`. */
  readonly accessibility: 'proven' | 'reported'
  readonly faults: readonly { readonly says: string; readonly where: string }[]
  readonly checks: readonly { readonly says: string; readonly rule: string; readonly passed: boolean }[]
  /** Checks that did not run when it was made. */
  readonly notRun: readonly { readonly says: string }[]
  /** Questions that no program can answer. */
  readonly forPeople: readonly string[]
}
