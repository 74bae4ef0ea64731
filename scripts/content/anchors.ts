// Names of places. A file's own anchor is its prefix; everything inside it is `prefix--name`.
import { slug } from 'github-slugger'

/** The name GitHub gives a heading, in ASCII: PDF destinations are safest without other letters. */
export const nameOf = (heading: string): string => ascii(slug(heading)) || 'section'

export const anchorOf = (prefix: string, name: string): string => `${prefix}--${ascii(name)}`

const ascii = (name: string): string =>
  name.normalize('NFC').replace(/[^\x21-\x7e]/gu, (character) => `u${character.codePointAt(0)?.toString(16)}`)
