// All that follows from the size of the page. The design is drawn on A4; on other pages it keeps its proportions.
import type { Theme } from '../model/theme.ts'

const A4 = { widthMm: 210, heightMm: 297 }

export interface PageMeasures {
  /** How large the design stands on the page: 1 on A4. */
  readonly scale: number
  /** A full page in millimetres of the design. */
  readonly sheetWidthMm: number
  readonly sheetHeightMm: number
  /**
   * Between the margins, and of that the text column, the hanging column without its gutter, and the width of a
   * turned page.
   */
  readonly textMm: number
  /** From edge to edge. */
  readonly pageMm: number
  readonly pageHeightMm: number
  readonly columnMm: number
  readonly sideMm: number
  readonly turnedMm: number
  /** Between the upper and the lower margin of an upright and of a turned page. */
  readonly textHeightMm: number
  readonly turnedHeightMm: number
}

/** Of the built-in page. */
export const A4_MEASURES: PageMeasures = pageMeasures({
  ...A4,
  marginMm: { top: 30, bottom: 27, inner: 22, outer: 18 },
})

export function pageMeasures({ widthMm, heightMm, marginMm }: Theme['page']): PageMeasures {
  const scale = exact(Math.min(widthMm / A4.widthMm, heightMm / A4.heightMm))
  const textMm = widthMm - marginMm.inner - marginMm.outer
  return {
    scale,
    sheetWidthMm: exact(widthMm / scale),
    sheetHeightMm: exact(heightMm / scale),
    textMm: exact(textMm),
    pageMm: widthMm,
    pageHeightMm: heightMm,
    columnMm: exact(textMm * (30 / 40)),
    sideMm: exact(textMm * (9 / 40)),
    turnedMm: exact(heightMm - marginMm.inner - marginMm.outer),
    textHeightMm: exact(heightMm - marginMm.top - marginMm.bottom),
    turnedHeightMm: exact(widthMm - marginMm.top - marginMm.bottom),
  }
}

/** Margins in the proportions of the built-in ones, for a page that names none. */
export function marginsFor(
  { widthMm, heightMm }: { readonly widthMm: number; readonly heightMm: number },
  { top, bottom, inner, outer }: Theme['page']['marginMm'],
): Theme['page']['marginMm'] {
  const [x, y] = [widthMm / A4.widthMm, heightMm / A4.heightMm]
  return { top: half(top * y), bottom: half(bottom * y), inner: half(inner * x), outer: half(outer * x) }
}

/** The page is 40 units wide between its margins; ten of them are the hanging column. */
export function gridFor(textMm: number): Readonly<Record<'u' | 'hang' | 'side', string>> {
  const unit = textMm / 40
  return { u: `${exact(unit)}mm`, hang: `${exact(unit * 10)}mm`, side: `${exact(unit * 9)}mm` }
}

function exact(value: number): number {
  return Math.round(value * 10_000) / 10_000
}

function half(value: number): number {
  return Math.round(value * 2) / 2
}

/** The room for a logo on a cover and in the imprint, as styles/20-covers.css has it. */
export const LOGO_MM = { width: 50, height: 14 } as const
