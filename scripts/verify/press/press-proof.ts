import type { Place } from '../../model/place.ts'
import type { PressFile, PressPlan, PressSheet } from '../../model/press.ts'
import type { Inks } from './ink.ts'
import type { ReadPress } from './read-press.ts'

/** What a press file is held against. */
export interface PressAgainst {
  /** Whether the file is to claim PDF/X-4; a draft claims nothing. */
  readonly claims: boolean
  readonly press: PressPlan
  readonly colours: InkColours
  /** What the line beside the marks of a sheet must say: page, sheet, date. */
  readonly slugWords: (sheet: PressSheet) => readonly string[]
  /** What it says last: a title, of which the end is cut off where there is no room for it. */
  readonly slugTitle?: string
  /** Where the text of a page of the paper comes from. */
  readonly placeOfPage: (page: number) => Place
}

/** Lightness 0 to 100, and two axes of colour. */
export type Lab = readonly [lightness: number, a: number, b: number]

/** Inks and the colours that they print as; RGB is 0 to 1. */
export interface InkColours {
  readonly inksOf: (rgb: readonly [red: number, green: number, blue: number]) => Inks
  readonly labOfInks: (inks: Inks) => Lab
}

/** What was read, and what it should be. Places that checks give are sheets of the file, from 1. */
export interface PressProof extends PressAgainst {
  readonly read: ReadPress
  readonly file: PressFile
}
