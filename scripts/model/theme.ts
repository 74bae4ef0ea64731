// `theme.yaml` and `words/`, checked and filled in.
import type { WordKey, Words } from './words.ts'

/** `templates/theme.yaml`: what a designer sets in numbers and names; the rest is CSS. */
export interface Theme {
  readonly page: {
    readonly widthMm: number
    readonly heightMm: number
    readonly marginMm: {
      readonly top: number
      readonly bottom: number
      readonly inner: number
      readonly outer: number
    }
  }
  /** Whether an opener is a page of its own, or the head of its chapter. */
  readonly openers: 'page' | 'head'
  /** What the space between blocks is multiplied by; `least` and `most` are times the other two. */
  readonly spacing: {
    readonly usual: number
    readonly short: number
    readonly least: number
    readonly most: number
  }
  /** Design tokens, written as CSS custom properties `--name`. */
  readonly tokens: Readonly<Record<string, string>>
  readonly fonts: readonly FontFace[]
  /** Behind all of them, in this order. */
  readonly fallbacks: readonly FallbackFace[]
  /** Words that templates print. */
  readonly words: Words
  /** Those of them that are English in a publication of another language. */
  readonly foreignWords: readonly WordKey[]
  readonly press: {
    /** Tokens that are printed in black ink alone where they are text, strokes or small marks. */
    readonly inks: Readonly<Record<string, BlackInk>>
  }
}

/** `k`: per cent of black. */
export interface BlackInk {
  readonly k: number
  readonly overprint: boolean
}

export interface FontFace {
  readonly family: string
  /** Absolute path of a .ttf, .woff or .woff2 file. */
  readonly file: string
  readonly weight: number
  readonly style: 'normal' | 'italic'
  /** CSS unicode-range, or '' for all. */
  readonly range: string
}

/** A face that stands behind all others for what they lack; behind the token `first` before its like. */
export interface FallbackFace extends FontFace {
  readonly first?: 'serif' | 'sans' | 'code' | undefined
}
