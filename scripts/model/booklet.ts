// The booklet: planned and imposed.
import type { Finding } from './finding.ts'

/** How pages are put on sheets. */
export interface ImpositionPlan {
  /** `booklet`: folded and stapled through the fold. `two-up`: side by side in reading order, to be proofread. */
  readonly layout: 'booklet' | 'two-up'
  /** Lying on its long side; undefined: twice the page. */
  readonly sheet?: { readonly widthMm: number; readonly heightMm: number }
  /** Thickness of a leaf, from which the creep is computed. */
  readonly paperMm: number
  /** Sheets that are folded together; 0: as many as can be folded well, in sections of equal size. */
  readonly sheetsPerSection: number
  /** Whether folds and staples are marked. */
  readonly marks: boolean
  /** Whether the last page is a back cover: blank pages then go before it. */
  readonly lastIsCover: boolean
}

/** One side of a sheet. Pages are physical pages of the file that was imposed, from 1; 0 is a blank. */
export interface SheetSide {
  /** From 1. */
  readonly section: number
  /** From 1, through all sections. */
  readonly sheet: number
  readonly side: 'front' | 'back'
  readonly left: number
  readonly right: number
  /** How far both pages are moved towards the fold. */
  readonly shiftPt: number
}

/** A booklet, or proof pages. */
export interface Imposed {
  /** Empty where a finding says why. */
  readonly bytes: Uint8Array
  /** Of the file that was imposed. */
  readonly pages: number
  /** In printing order. */
  readonly sides: readonly SheetSide[]
  /** How many sheets are folded together in each section. */
  readonly sections: readonly number[]
  readonly findings: readonly Finding[]
}
