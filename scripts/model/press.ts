// The press edition: planned, printed and read back.
import type { RuleId } from '../rules/rules.ts'
import type { Finding } from './finding.ts'
import type { PrintedPiece } from './printed-piece.ts'
import type { Paper } from './publication.ts'

/** What the press edition is to be: `press:` of publication.yaml and the theme's inks, read and checked. */
export interface PressPlan {
  readonly bleedMm: number
  /** Room for marks around the bleed. */
  readonly slugMm: number
  readonly colour: 'cmyk' | 'rgb'
  readonly profile: PressProfile
  readonly inkLimit: number
  readonly cover: 'self' | 'wrap'
  readonly paper: Paper
  readonly blanks: boolean
  /** Colours of the theme that become black ink, by their exact RGB. */
  readonly inks: readonly PressInk[]
}

/** A CMYK profile of a printing condition. */
export interface PressProfile {
  /** Absolute path. */
  readonly path: string
  /** OutputConditionIdentifier of the output intent: `FOGRA39`. */
  readonly condition: string
  /** The profile's own description. */
  readonly description: string
  /** Whether `condition` is a name in the registry of the ICC (https://registry.color.org). */
  readonly registered: boolean
}

export interface PressInk {
  /** 0 to 255 each. */
  readonly rgb: readonly [red: number, green: number, blue: number]
  /** 0 to 1. */
  readonly k: number
  readonly overprint: boolean
}

/** Which pages of the paper (physical, from 1; 0 for a blank that is added) a printer gets, and how. */
export interface PressLayout {
  /** Sheet by sheet, in the order of reading. */
  readonly body: readonly number[]
  /** The sheet that wraps around the body, as it lies open; undefined where covers are pages like others. */
  readonly cover?: {
    readonly outside: readonly [back: number, front: number]
    readonly inside: readonly [front: number, back: number]
    readonly spineMm: number
  }
}

/** What the browser printed for the press: untagged, the paper's pages first, then the slug lines, then the spine. */
export interface PressPrint {
  readonly pieces: readonly PrintedPiece[]
  readonly layout: PressLayout
  /** The slug lines that follow the paper's pages, as they read: one a sheet, the cover's two sides last. */
  readonly slugs: readonly string[]
  readonly hasSpine: boolean
  /** Of each physical page of the paper. */
  readonly folios: readonly string[]
  readonly findings: readonly Finding[]
}

/** A file for the printer, finished: the pages, or the cover that wraps around them. */
export interface PressFile {
  readonly kind: 'press' | 'press-cover'
  /** Without folder. */
  readonly fileName: string
  readonly bytes: Uint8Array
  readonly sheets: readonly PressSheet[]
}

/** One page of a press file. Its trim box is all that is left after the cut. */
export interface PressSheet {
  /**
   * The physical pages of the paper (from 1) that stand side by side within the trim, 0 for a blank that was added.
   * One, but for a wrapping cover: back and front, with the spine between.
   */
  readonly shows: readonly number[]
  readonly trimWidthMm: number
  readonly trimHeightMm: number
  readonly spineMm: number
  /** What the line beside the marks says. */
  readonly slug: string
}

export type InkName = 'C' | 'M' | 'Y' | 'K'

/** What was read back from one press file. */
export interface PressFacts {
  readonly pages: number
  readonly trimMm: readonly [width: number, height: number]
  readonly bleedMm: number
  /** Inks that each page needs, marks left out; of objects that are left in RGB, all four. */
  readonly inks: readonly (readonly InkName[])[]
  /** Most ink on one spot, in per cent, of all colours and pictures used. */
  readonly mostInk: number
  readonly fonts: readonly string[]
  /** The output intent's condition. */
  readonly condition: string
  /** `PDF/X-4`, as the file itself claims. */
  readonly claims: readonly string[]
  /** The rules that were held against it. */
  readonly checked: readonly RuleId[]
  readonly findings: readonly Finding[]
}
