// Millimetres of paper, points of a PDF (72 to the inch) and pixels of CSS (96 to the inch).

export const MM_PER_INCH = 25.4
export const PT_PER_INCH = 72
export const PX_PER_INCH = 96

export const MM_PER_PT = MM_PER_INCH / PT_PER_INCH
export const MM_PER_PIXEL = MM_PER_INCH / PX_PER_INCH
export const PT_PER_PIXEL = PT_PER_INCH / PX_PER_INCH

export const pointsOf = (millimetres: number): number => (millimetres * PT_PER_INCH) / MM_PER_INCH
export const millimetresOf = (points: number): number => (points * MM_PER_INCH) / PT_PER_INCH

/** Of a length in CSS, by its unit. */
export const PIXELS_OF_UNIT = {
  px: 1,
  in: PX_PER_INCH,
  pt: PX_PER_INCH / PT_PER_INCH,
  pc: 16,
  cm: PX_PER_INCH / 2.54,
  mm: PX_PER_INCH / MM_PER_INCH,
} as const
