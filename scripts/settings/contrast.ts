// Whether words in the colours of the theme stand out from what is beneath them.

import { nearest } from '../ground/language/nearest.ts'
import type { Finding } from '../model/finding.ts'
import type { Place } from '../model/place.ts'
import { finding } from '../rules/finding.ts'

/** By the token of the background: the tokens of text that is read on it. `large` is type of 18 pt and more. */
export type ContrastPairs = Readonly<
  Record<
    string,
    { readonly text?: readonly string[] | undefined; readonly large?: readonly string[] | undefined }
  >
>

type Tokens = Readonly<Record<string, string>>

/** For all text, and what text is read well with. Large type needs no more than the first. */
const LEAST = 4.5
const WELL = 7

/** `placeOf` tells where the colour stands that is to be changed, of the two that are named. */
export function contrastFaults(
  pairs: ContrastPairs,
  tokens: Tokens,
  placeOf: (text: string, ground: string) => Place,
): Finding[] {
  return Object.entries(pairs).flatMap(([ground, { text = [], large = [] }]) => [
    ...text.flatMap((token) => faultOf(token, ground, WELL)),
    ...large.flatMap((token) => faultOf(token, ground, LEAST)),
  ])

  function faultOf(text: string, ground: string, wanted: number): Finding[] {
    const contrast = contrastOf(tokens[text], tokens[ground])
    if (contrast === undefined || contrast >= wanted) return []
    // Down, not up: 4.47 is not 4.5.
    const facts = { text, ground, contrast: String(Math.floor(contrast * 10) / 10) }
    return contrast < LEAST
      ? [finding('text-stands-out', placeOf(text, ground), { ...facts, least: LEAST })]
      : [finding('text-stands-out-well', placeOf(text, ground), { ...facts, least: WELL })]
  }
}

/** A pair with a token that does not exist would be measured never, and nobody would know. */
export function unknownTokens(pairs: ContrastPairs, tokens: Tokens, place: Place): Finding[] {
  return Object.entries(pairs).flatMap(([ground, { text = [], large = [] }]) =>
    [ground, ...text, ...large]
      .filter((token) => !Object.hasOwn(tokens, token))
      .map((token) => {
        const suggestion = nearest(token, Object.keys(tokens))
        return finding('front-matter-value-fits', place, { problem: 'no-such-token', token, suggestion })
      }),
  )
}

/**
 * WCAG 2.2: 1 to 21; undefined where a colour is written in another way than `#rrggbb`, `#rgb`, `rgb()`, black or
 * white.
 */
export function contrastOf(one = '', other = ''): number | undefined {
  const [first, second] = [luminanceOf(one), luminanceOf(other)]
  if (first === undefined || second === undefined) return undefined
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05)
}

function luminanceOf(colour: string): number | undefined {
  const rgb = rgbOf(colour.trim().toLowerCase())
  if (!rgb) return undefined
  const [red = 0, green = 0, blue = 0] = rgb.map((value) => {
    const share = value / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function rgbOf(colour: string): readonly number[] | undefined {
  if (colour === 'white') return [255, 255, 255]
  if (colour === 'black') return [0, 0, 0]
  const [, hex = ''] = /^#([\da-f]{3}|[\da-f]{6})$/.exec(colour) ?? []
  if (hex !== '') return [...Buffer.from(hex.length === 3 ? hex.replace(/./g, '$&$&') : hex, 'hex')]
  const numbers = /^rgb\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})\s*\)$/.exec(colour)?.slice(1).map(Number)
  return numbers?.every((value) => value <= 255) ? numbers : undefined
}
