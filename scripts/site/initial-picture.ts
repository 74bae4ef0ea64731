// The initial of a title as a picture, in the publication's own face: what its cover shows where it has neither rings
// nor a picture.
import { readFile } from 'node:fs/promises'
import { withinRange } from '../ground/fonts/within-range.ts'
import type { Settings } from '../model/settings.ts'
import type { FontFace } from '../model/theme.ts'

export interface InitialPicture {
  readonly letter: string
  readonly width: number
  readonly height: number
  readonly ink: string
  readonly ground: string
}

const FAMILY = 'Initial of the cover'
/** Shares of height and width: the letter is whole, as on the cover, from an accent on a capital to the tail of a Q. */
const SIZE = 0.72
const BASELINE = 0.79
const LEFT = 0.07

/** A PNG; undefined where no face of the publication has the letter. */
export async function initialPicture(
  { letter, width, height, ink, ground }: InitialPicture,
  settings: Settings,
): Promise<Uint8Array | undefined> {
  const face = letter === '' ? undefined : faceWith(letter, settings)
  if (!face) return undefined
  const { createCanvas, GlobalFonts } = await import('@napi-rs/canvas')
  const font = GlobalFonts.register(await readFile(face.file), FAMILY)
  if (!font) return undefined
  try {
    const canvas = createCanvas(width, height)
    const context = canvas.getContext('2d')
    context.fillStyle = ground
    context.fillRect(0, 0, width, height)
    context.fillStyle = ink
    context.font = `${Math.round(height * SIZE)}px "${FAMILY}"`
    context.fillText(letter, width * LEFT, height * BASELINE)
    return canvas.toBuffer('image/png')
  } finally {
    GlobalFonts.remove(font)
  }
}

/** The first family of the token `serif`, in italics where there are any. */
function faceWith(letter: string, { theme, publication }: Settings): FontFace | undefined {
  const family = /^["']?([^"',]+)/.exec(theme.tokens.serif ?? '')?.[1]?.trim()
  const faces = [...publication.fonts, ...theme.fonts].filter(
    (face) => face.family === family && withinRange(face.range)(letter.codePointAt(0) ?? 0),
  )
  return faces.find(({ style, weight }) => style === 'italic' && weight === 400) ?? faces[0]
}
