// Words that the book itself needs.
import type { Settings } from '../model/settings.ts'
import type { WordKey } from '../model/words.ts'

export const words = (settings: Settings, key: WordKey): string => settings.theme.words[key]

/** 2 → `two`; beyond the list the digits. */
export const numberWord = (settings: Settings, value: number): string =>
  words(settings, 'numberWords').split(' ')[value - 1] ?? String(value)

/** 2 → `Part two`. */
export const partLabel = (settings: Settings, number: number): string =>
  `${words(settings, 'part')} ${numberWord(settings, number)}`
