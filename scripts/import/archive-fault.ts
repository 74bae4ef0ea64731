type ArchiveRule = 'archive-is-known' | 'archive-is-safe' | 'archive-is-sound'

/** Why an archive cannot be imported at all. `actual` is said in the words of that rule. */
export class ArchiveFault extends Error {
  readonly rule: ArchiveRule
  readonly actual: string
  constructor(rule: ArchiveRule, actual: string, cause?: unknown) {
    super(actual, { cause })
    this.rule = rule
    this.actual = actual
  }
}
