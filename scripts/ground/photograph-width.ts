import { MM_PER_INCH } from './units.ts'

/** At which a photograph does not look coarse yet. */
export const LEAST_PPI = 150
/** Of its width to its height. */
const LANDSCAPE = 5 / 4

/** Where a picture is printed, and how wide it may be if it is a photograph that is wider than high. */
export interface PrintedPicture {
  readonly file: string
  readonly widthMm: number
  readonly landscapeMm?: number
}

/**
 * How wide it is printed: a landscape photograph over the whole page, if it is sharp enough there, all others as the
 * text has it.
 */
export function photographWidthMm(
  { file, widthMm, landscapeMm = 0 }: PrintedPicture,
  { widthPx, heightPx }: { readonly widthPx: number; readonly heightPx: number },
): number {
  const isLandscape = /\.(?:jpe?g|webp|avif|tiff?)$/i.test(file) && widthPx >= heightPx * LANDSCAPE
  const isSharp = widthPx >= (landscapeMm / MM_PER_INCH) * LEAST_PPI
  return isLandscape && isSharp ? Math.max(widthMm, landscapeMm) : widthMm
}
