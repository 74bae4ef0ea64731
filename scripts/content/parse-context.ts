// What parsing one file must know of the rest of the publication: serialisable, the same for all files, part of the cache key.
import type { DataBook, GlossaryEntry, Launch, Settings, Source } from '../model.ts'

export interface ParseContext {
  /** As publication.yaml has it: `en-GB`. */
  readonly language: string
  /** What the publication and its publisher are called, without a year behind. */
  readonly titles: readonly string[]
  /** Anchor prefix of every file that is printed, by path. */
  readonly prefixes: Readonly<Record<string, string>>
  readonly glossary: readonly GlossaryEntry[]
  readonly data: DataBook
  readonly councils: readonly string[]
  readonly channels: readonly string[]
  readonly themes: readonly string[]
  /** Words that are printed by us, from theme.yaml. */
  readonly words: Readonly<Record<string, string>>
  /** With the moments that are printed and no others. */
  readonly launch?: Launch
}

export function parseContext(sources: readonly Source[], settings: Settings, launch?: Launch): ParseContext {
  const { language, title, short, publisher, councils, channels, themes } = settings.publication
  return {
    language,
    titles: [title, short, publisher].map((one) => one.replace(/\s+\d{4}$/, '')).filter(Boolean),
    prefixes: Object.fromEntries(sources.map(({ file, prefix }) => [file, prefix])),
    glossary: settings.glossary,
    data: settings.data,
    councils,
    channels,
    themes,
    words: settings.theme.words,
    ...(launch ? { launch: { ...launch, moments: launch.moments.filter(({ chosen }) => chosen) } } : {}),
  }
}
