import { PIXELS_OF_UNIT, PT_PER_PIXEL } from '../ground/units.ts'

/** In CSS pixels. */
export interface Area {
  readonly width: number
  readonly height: number
}

export interface PageGeometry {
  /** The text area of an upright page and of one that lies on its side. */
  readonly upright: Area
  readonly landscape: Area
  /** The whole sheet. */
  readonly sheet: Area
  /** Around the text area; the inner one is at the fold. */
  readonly margins: { readonly top: number; readonly inner: number; readonly outer: number }
  /** Where text begins on an upright page, in points from its lower edge, as PDF counts. */
  readonly textTopPt: number
  /** Of a page of text: what is filled less than this is pulled back, or made fuller. */
  readonly leastFilled: number
}

const LEAST_FILLED = 0.15

export const GEOMETRY_PROPERTIES = [
  '--page-width',
  '--page-height',
  '--margin-top',
  '--margin-bottom',
  '--margin-inner',
  '--margin-outer',
] as const

/** The areas that Chromium prints into, from the custom properties of the style sheet. Throws when one is missing. */
export function pageGeometry(values: readonly string[]): PageGeometry {
  const [width = 0, height = 0, top = 0, bottom = 0, inner = 0, outer = 0] = GEOMETRY_PROPERTIES.map(
    (name, index) => pixels(name, values[index] ?? ''),
  )
  return {
    upright: area(width - inner - outer, height - top - bottom),
    landscape: area(height - inner - outer, width - top - bottom),
    sheet: area(width, height),
    margins: { top, inner, outer },
    textTopPt: (height - top) * PT_PER_PIXEL,
    leastFilled: LEAST_FILLED,
  }
}

// Chromium lays pages out in whole pixels, rounded up; the hair allows for 793.7000000001.
const area = (width: number, height: number): Area => ({
  width: Math.ceil(width - 0.001),
  height: Math.ceil(height - 0.001),
})

const UNITS: Readonly<Record<string, number>> = PIXELS_OF_UNIT

function pixels(name: string, value: string): number {
  const [, number, unit = ''] = /^\s*([\d.]+)(mm|cm|in|pt|px)?\s*$/.exec(value) ?? []
  const factor = UNITS[unit] ?? (Number(number) === 0 ? 0 : undefined)
  if (number === undefined || factor === undefined)
    throw new Error(`the style sheet gives no length for ${name}: “${value}”`)
  return Number(number) * factor
}
