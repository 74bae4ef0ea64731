// How wide an author asks a picture to be: `{width=50%}`, `{width=45mm}`, `width="300"`.
import type { Image } from 'mdast'
import { MM_PER_INCH, MM_PER_PIXEL, MM_PER_PT } from '../../ground/units.ts'
import type { Draft } from './draft.ts'

export type AskedWidth = { readonly percent: number } | { readonly mm: number }

declare module 'mdast' {
  interface ImageData {
    /** Of the text around it, or on paper. */
    asked?: AskedWidth
  }
}

/** A number without a unit is pixels of a screen, of which 96 are an inch. */
const MM_OF: Readonly<Record<string, number>> = {
  '': MM_PER_PIXEL,
  px: MM_PER_PIXEL,
  mm: 1,
  cm: 10,
  in: MM_PER_INCH,
  pt: MM_PER_PT,
}

/** Undefined for what is no width that paper can have. */
export function widthAsked(written: string): AskedWidth | undefined {
  const [, number = '', unit = ''] =
    /^(\d+(?:[.,]\d+)?)\s*(%|[a-z]{0,2})$/.exec(written.trim().toLowerCase()) ?? []
  const size = Number(number.replace(',', '.'))
  const mm = MM_OF[unit]
  if (!(size > 0)) return undefined
  return unit === '%' ? { percent: Math.min(100, size) } : mm === undefined ? undefined : { mm: size * mm }
}

export interface PlacedWidth {
  /** In per cent of what is around it, as screens want it; undefined where nothing is asked. */
  readonly percent?: number
  /** Wider than the column: it has the hanging column as well. */
  readonly isWide: boolean
  readonly mm: number
}

export function placedWidth({ data }: Image, { widthMm, measures }: Draft): PlacedWidth {
  const asked = data?.asked
  if (!asked) return { isWide: false, mm: widthMm }
  const mm = 'mm' in asked ? asked.mm : (widthMm * asked.percent) / 100
  const isWide = widthMm === measures.columnMm && mm > widthMm + 0.01
  const room = isWide ? measures.textMm : widthMm
  const percent = Math.min(100, Math.round((mm / room) * 10_000) / 100)
  return { percent, isWide, mm: Math.min(mm, room) }
}
