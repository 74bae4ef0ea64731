// How wide the letters of a theme's faces are, read from their files: titles, running heads and labels of charts are
// fitted by it.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { FontFace, Theme } from '../../model/theme.ts'
import { readAdvances } from '../fonts/read-advances.ts'
import { withinRange } from '../fonts/within-range.ts'

/** A serif is for titles, a sans for running heads and labels. */
export type Voice = 'serif' | 'sans'

/** In em. */
export interface FaceWidths {
  readonly widths: ReadonlyMap<string, number>
  readonly space: number
  /** Of a sign that is not among them. */
  readonly other: number
}

export type Faces = Readonly<Record<Voice, FaceWidths>>

/** What titles and labels are nearly all made of. */
const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,%£-–“”’‘:&()'

const WEIGHTS: Record<Voice, number> = { serif: 400, sans: 600 }
const OTHER: Record<Voice, number> = { serif: 0.66, sans: 0.55 }

const require = createRequire(import.meta.url)
const builtIn = (voice: Voice, file: string): (() => FaceWidths) => {
  let known: FaceWidths | undefined
  return () => {
    known ??= widthsOf(require.resolve(file), voice)
    return known
  }
}

export const BUILT_IN: Readonly<Record<Voice, () => FaceWidths>> = {
  serif: builtIn('serif', '@fontsource/libre-baskerville/files/libre-baskerville-latin-400-normal.woff2'),
  sans: builtIn('sans', '@fontsource/source-sans-3/files/source-sans-3-latin-600-normal.woff2'),
}

/** The faces that the tokens of a theme name first; where a file cannot be read, the built-in ones. */
export const facesOf = (theme: Pick<Theme, 'tokens' | 'fonts'>): Faces => ({
  serif: faceOf(theme, 'serif'),
  sans: faceOf(theme, 'sans'),
})

function faceOf({ tokens, fonts }: Pick<Theme, 'tokens' | 'fonts'>, voice: Voice): FaceWidths {
  const family = /^\s*["']?([^"',]+)/.exec(tokens[voice] ?? '')?.[1]?.trim()
  const isLatin = ({ range }: FontFace): boolean => withinRange(range)(0x61)
  const [face] = fonts
    .filter((one) => one.family === family && one.style === 'normal' && isLatin(one))
    .sort((a, b) => Math.abs(a.weight - WEIGHTS[voice]) - Math.abs(b.weight - WEIGHTS[voice]))
  if (!face) return BUILT_IN[voice]()
  try {
    return widthsOf(face.file, voice)
  } catch {
    return BUILT_IN[voice]()
  }
}

const read = new Map<string, FaceWidths>()

function widthsOf(file: string, voice: Voice): FaceWidths {
  const key = `${voice} ${file}`
  const known = read.get(key)
  if (known) return known
  const advanceOf = readAdvances(readFileSync(file))
  const widthOf = (character: string): number | undefined => {
    const advance = advanceOf(character.codePointAt(0) ?? 0)
    return advance === undefined ? undefined : hundredths(advance)
  }
  const widths = [...LETTERS].flatMap((letter) => {
    const width = widthOf(letter)
    return width === undefined ? [] : [[letter, width] as const]
  })
  const face = { widths: new Map(widths), space: widthOf(' ') ?? OTHER[voice] / 2, other: OTHER[voice] }
  read.set(key, face)
  return face
}

/** Near enough, and the same sum on every machine. */
const hundredths = (em: number): number => Math.ceil(em * 100 - 0.5 - 1e-9) / 100
