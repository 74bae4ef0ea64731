// One pattern that finds every abbreviation and word of the glossary in a text.
import type { GlossaryEntry } from '../../model/data.ts'

export interface TermFinder {
  /** Finds any term; undefined when there are none. */
  readonly pattern: RegExp | undefined
  readonly entries: ReadonlyMap<string, GlossaryEntry>
}

/** Abbreviations are found in their own capitals, plain words in any and with a plural s. Longest first. */
export function termFinder(glossary: readonly GlossaryEntry[]): TermFinder {
  const entries = new Map<string, GlossaryEntry>()
  const spellings = glossary.flatMap((entry) => {
    const forms = spellingsOf(entry)
    for (const form of forms) entries.set(form, entry)
    return forms
  })
  if (spellings.length === 0) return { pattern: undefined, entries }
  const choices = spellings
    .sort((a, b) => b.length - a.length)
    .map(escaped)
    .join('|')
  return { pattern: new RegExp(`(?<![\\p{L}\\p{N}@#])(?:${choices})(?![\\p{L}\\p{N}])`, 'gu'), entries }
}

function spellingsOf({ term, expansion }: GlossaryEntry): string[] {
  if (expansion) return [term]
  const small = term.charAt(0).toLowerCase() + term.slice(1)
  const large = term.charAt(0).toUpperCase() + term.slice(1)
  return [...new Set([small, large, `${small}s`, `${large}s`])]
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
