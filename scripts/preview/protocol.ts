// What passes between the running preview, its server and its page in the author's browser. Types only.
import type { Finding } from '../model/finding.ts'

/** What the server needs of the preview that runs behind it. */
export interface Preview {
  readonly state: () => PreviewState
  /** Calls back with each new state; the result ends that. */
  readonly subscribe: (listener: (state: PreviewState) => void) => () => void
  /** The bytes that an address of the state names; undefined for those that have been replaced. */
  readonly pdf: (name: string) => Uint8Array | undefined
  /** What was written in the sources at a place on a page, in points from its left and its top. */
  readonly sourceAt: (page: number, xPt: number, yPt: number) => SourcePlace | undefined
  /** Tells which pages the author looks at (physical, from 1): they are printed first. */
  readonly look: (pages: readonly number[]) => void
}

/** The whole truth that the page shows; sent anew, complete, whenever any of it changes. */
export interface PreviewState {
  /** Grows with each change. */
  readonly version: number
  readonly title: string
  /** Of the publication: `en-GB`. */
  readonly language: string
  /**
   * `starting`: no page is there yet. `settling`: pages of `ahead` are new, and all the others are being printed.
   * `checking`: all pages are printed, and are being read back. `settled`: what is shown is what a build makes now.
   * `stopped`: the texts cannot be printed as they are (`findings` say why), and the pages are those of the last time
   * that they could.
   */
  readonly phase: 'starting' | 'settling' | 'checking' | 'settled' | 'stopped'
  /** The last print of all pages. */
  readonly paper?: PreviewPaper
  /** Pages that were printed before all the others, to be shown instead of those of `paper`. */
  readonly ahead?: AheadPages
  readonly contents: readonly PreviewHeading[]
  readonly findings: readonly PreviewFinding[]
}

/** Printed in pieces: each is a file, and one that did not change keeps its name. */
export interface PreviewPaper {
  /** Grows with each print. */
  readonly version: number
  readonly pages: readonly PieceOfPaper[]
}

export interface PieceOfPaper extends PreviewPage {
  /** `paper-5f0c….pdf`, to be had from `/pdf/paper-5f0c….pdf`. */
  readonly pdf: string
  /** Its own number within that file, from 1. */
  readonly place: number
}

export interface AheadPages {
  /** `ahead-13.pdf`, to be had from `/pdf/ahead-13.pdf`. */
  readonly name: string
  /** How many pages the whole paper has now. */
  readonly total: number
  /** Those of the file, in its order. */
  readonly pages: readonly PreviewPage[]
}

export interface PreviewPage {
  /** Physical, from 1. Odd ones are right-hand pages (recto). */
  readonly number: number
  /** What is printed on it: `iv`, `12`, or '' where there is none. */
  readonly folio: string
  readonly widthPt: number
  readonly heightPt: number
  /** Pages with the same mark look the same and need not be drawn again. */
  readonly mark: string
}

export interface PreviewHeading {
  readonly title: string
  /** 1 for parts and chapters. */
  readonly level: number
  readonly page: number
}

export interface PreviewFinding extends Finding {
  /** The page to scroll to; undefined where the finding is of no page. */
  readonly shownOn?: number
  /** Opens the place in the author's editor, where they have set one. */
  readonly editorUrl?: string
}

export interface SourcePlace {
  readonly file: string
  readonly line: number
  /** Opens it in the author's editor, where they have set one. */
  readonly editorUrl?: string
}
