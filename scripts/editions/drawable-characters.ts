import { readFile } from 'node:fs/promises'
import { readCharacters } from '../ground/fonts/read-characters.ts'
import { withinRange } from '../ground/fonts/within-range.ts'
import type { FontFace, Theme } from '../model/theme.ts'

/** All but the commonest letters are looked for in the files of the faces. */
const COMMON = /^[ -~\u00A0-\u017F]$/

/** Which characters of a text that may be anybody's the faces of running text can draw, with those behind them. */
export async function drawableCharacters(
  text: string,
  { fonts, fallbacks, tokens }: Theme,
): Promise<(character: string) => boolean> {
  const asked = [...new Set(text)].filter((character) => !COMMON.test(character))
  if (asked.length === 0) return () => true
  const faces = [...fonts.filter(({ family }) => tokens.sans?.includes(`"${family}"`)), ...fallbacks]
  const drawn = new Set<string>()
  for (const face of faces) {
    const left = asked.filter((character) => !drawn.has(character))
    if (left.length === 0) break
    const draws = await charactersOf(face)
    for (const character of left) if (draws(character.codePointAt(0)!)) drawn.add(character)
  }
  return (character) => COMMON.test(character) || drawn.has(character)
}

async function charactersOf({ file, range }: FontFace): Promise<(code: number) => boolean> {
  const isCovered = withinRange(range)
  const characters = readCharacters(await readFile(file))
  return (code) => isCovered(code) && characters.has(code)
}
