// Names of places. A file's own anchor is its prefix; everything inside it is `prefix--name`.
import { slug } from 'github-slugger'

/** The name GitHub gives a heading, in ASCII: PDF destinations are safest without other letters. */
export const nameOf = (heading: string): string => ascii(slug(heading)) || 'section'

export const anchorOf = (prefix: string, name: string): string => `${prefix}${BETWEEN}${ascii(name)}`

/** No prefix has it: it is made from the name of a file, in which two hyphens are one. */
const BETWEEN = '--'

/** The file of a place, by its prefix, and the name of the place in it; '' for the file itself. */
export function partsOfAnchor(anchor: string): { readonly prefix: string; readonly name: string } {
  const at = anchor.indexOf(BETWEEN)
  if (at < 0) return { prefix: anchor, name: '' }
  return { prefix: anchor.slice(0, at), name: anchor.slice(at + BETWEEN.length) }
}

const ascii = (name: string): string =>
  name.normalize('NFC').replace(/[^\x21-\x7e]/gu, (character) => `u${character.codePointAt(0)?.toString(16)}`)
