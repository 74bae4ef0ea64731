// How the booklet is imposed: what was asked for on the command line, and the paper that it is printed on.
import type { ImpositionPlan, Publication } from '../model.ts'
import { WrongUseError } from '../wrong-use-error.ts'

/** The office's own paper, 80 g/m² with a bulk of 1.25, is a tenth of a millimetre thick. */
const OFFICE_PAPER_MM = 0.1

/** ISO 216, and the two sheets of American offices. */
const SHEETS: Readonly<Record<string, readonly [number, number]>> = {
  A5: [148, 210],
  A4: [210, 297],
  A3: [297, 420],
  A2: [420, 594],
  SRA3: [320, 450],
  LETTER: [216, 279],
  TABLOID: [279, 432],
}

/** Throws WrongUseError when the sheet is none. */
export function bookletPlan(
  { sheet, marks = false }: { readonly sheet?: string; readonly marks?: boolean },
  publication: Publication,
): ImpositionPlan {
  return {
    layout: 'booklet',
    ...(sheet === undefined ? {} : { sheet: sheetOf(sheet) }),
    paperMm: OFFICE_PAPER_MM,
    sheetsPerSection: 0,
    marks,
    lastIsCover: publication.options.covers,
  }
}

/** `A4` or `320x450` → its sides in mm, the long one first: a sheet lies on its long side. */
export function sheetOf(wish: string): { widthMm: number; heightMm: number } {
  const [, width, height] = /^\s*(\d+(?:\.\d+)?)\s*[x×]\s*(\d+(?:\.\d+)?)\s*$/i.exec(wish) ?? []
  const sides = SHEETS[wish.trim().toUpperCase()] ?? [Number(width), Number(height)]
  const [short, long] = [Math.min(...sides), Math.max(...sides)]
  if (short >= 50 && long <= 2000) return { widthMm: long, heightMm: short }
  throw new WrongUseError(
    `\`${wish}\` is no sheet that a booklet can be printed on.`,
    `Name one of ${Object.keys(SHEETS).join(', ')}, or its sides in millimetres, such as 320x450.`,
  )
}
