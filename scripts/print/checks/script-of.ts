/** Writing systems that no shipped face has, as Unicode calls them, and what a person calls them. */
const SCRIPTS: Readonly<Record<string, string>> = {
  Han: 'Chinese characters',
  Hiragana: 'Japanese letters (Hiragana)',
  Katakana: 'Japanese letters (Katakana)',
  Hangul: 'Korean letters',
  Bopomofo: 'Chinese letters (Bopomofo)',
  Yi: 'Yi letters',
  Thai: 'Thai letters',
  Khmer: 'Khmer letters',
  Myanmar: 'Burmese letters',
  Tibetan: 'Tibetan letters',
  Sinhala: 'Sinhala letters',
  Devanagari: 'Hindi or Nepali letters (Devanagari)',
  Bengali: 'Bengali letters',
  Gurmukhi: 'Punjabi letters (Gurmukhi)',
  Gujarati: 'Gujarati letters',
  Oriya: 'Odia letters',
  Tamil: 'Tamil letters',
  Telugu: 'Telugu letters',
  Kannada: 'Kannada letters',
  Malayalam: 'Malayalam letters',
  Ethiopic: 'Amharic letters (Ethiopic)',
  Mongolian: 'Mongolian letters',
  Cherokee: 'Cherokee letters',
  Syriac: 'Syriac letters',
  Thaana: 'Maldivian letters (Thaana)',
  Coptic: 'Coptic letters',
}

const PATTERNS = Object.entries(SCRIPTS).map(
  ([script, name]) => [new RegExp(`\\p{Script=${script}}`, 'u'), name] as const,
)

/** What the letters of a foreign script are called; undefined for signs, and for letters that text faces have. */
export const scriptOf = (character: string): string | undefined =>
  PATTERNS.find(([pattern]) => pattern.test(character))?.[1]
