import type { Finding } from '../../model/finding.ts'
import { finding } from '../../rules/finding.ts'
import type { Proof } from '../proof.ts'

/**
 * Nowhere is an empty box in place of a letter, running heads and what style sheets write included. (For the text
 * itself, print/ has looked into the font files, and names the line.)
 */
export function charactersCanBeDrawn({ read, isToldOfCharacters }: Proof): readonly Finding[] {
  if (isToldOfCharacters) return []
  return read.pages.flatMap(({ content }, index) => {
    const characters = [...new Set(content.missing)].map((one) => (one ? `“${one}”` : 'a character'))
    if (characters.length === 0) return []
    return [finding('characters-can-be-drawn', { page: index + 1 }, { characters: characters.join(', ') })]
  })
}
