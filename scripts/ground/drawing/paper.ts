// What a chart is drawn on: how much room there is, and how wide letters are.
import { A4_MEASURES, type PageMeasures } from '../page-measures.ts'
import { BUILT_IN, type FaceWidths } from './face-widths.ts'

export interface Paper {
  /** Of the running text. */
  readonly columnMm: number
  /** To the left of it, with its gutter; 0 where there is none. */
  readonly hangMm: number
  /** That a drawing may have; one that is taller is made smaller. */
  readonly heightMm: number
  readonly sans: FaceWidths
}

/** For the head of a chart and its caption. */
const BESIDE_MM = 45

export const paperOf = (
  { textMm, columnMm, textHeightMm }: PageMeasures = A4_MEASURES,
  sans: FaceWidths = BUILT_IN.sans(),
): Paper => ({ columnMm, hangMm: textMm - columnMm, heightMm: textHeightMm - BESIDE_MM, sans })

/** For a screen of that width: there is no column beside the text, and no end of the page. */
export const screenPaper = (columnMm: number): Paper => ({
  columnMm,
  hangMm: 0,
  heightMm: Number.POSITIVE_INFINITY,
  sans: BUILT_IN.sans(),
})
