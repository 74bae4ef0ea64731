// Words that the book itself needs, from the theme, so that a publication in another language can replace them.
import type { Settings } from '../model/settings.ts'

const ENGLISH = {
  contents: 'Contents',
  beforeYouBegin: 'Before you begin',
  reference: 'Reference',
  caseStudies: 'Case studies',
  regional: 'Regional',
  part: 'Part',
  numberWords:
    'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty',
  caseStudiesByCouncil: '{count} case studies, by council',
} as const

/** A word of the theme, else the English one. */
export const words = (settings: Settings, key: keyof typeof ENGLISH): string =>
  settings.theme.words[key] ?? ENGLISH[key]

/** 2 → `two`; beyond the list the digits. */
export const numberWord = (settings: Settings, value: number): string =>
  words(settings, 'numberWords').split(' ')[value - 1] ?? String(value)

/** 2 → `Part two`. */
export const partLabel = (settings: Settings, number: number): string =>
  `${words(settings, 'part')} ${numberWord(settings, number)}`
