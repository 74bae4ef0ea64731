import type { Breach, FactsOf } from '../../rules/rules.ts'

/** Why an archive or a file cannot be taken in at all. */
export class ArchiveFault extends Error {
  readonly breach: Breach<
    | 'archive-is-known'
    | 'archive-is-safe'
    | 'archive-is-sound'
    | 'sheet-of-posts-is-read'
    | 'word-file-is-read'
  >
  constructor(breach: ArchiveFault['breach'], cause?: unknown) {
    super(breach.rule, { cause })
    this.breach = breach
  }
}

/** `more`: what it is instead. */
export const unknownArchive = (
  archive: string,
  more: Omit<FactsOf<'archive-is-known'>, 'archive'> = {},
): ArchiveFault => new ArchiveFault({ rule: 'archive-is-known', facts: { archive, ...more } })

export const damagedArchive = (facts: FactsOf<'archive-is-sound'>, cause?: unknown): ArchiveFault =>
  new ArchiveFault({ rule: 'archive-is-sound', facts }, cause)

export const refusedArchive = (facts: FactsOf<'archive-is-safe'>, cause?: unknown): ArchiveFault =>
  new ArchiveFault({ rule: 'archive-is-safe', facts }, cause)
