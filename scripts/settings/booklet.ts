// How the booklet is imposed: what was asked for on the command line, and the paper that it is printed on.

import { WrongUseError } from '../ground/wrong-use-error.ts'
import type { ImpositionPlan } from '../model/booklet.ts'
import type { Publication } from '../model/publication.ts'

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

/** What may be asked of `whitepaper impose`, as it was typed. */
export interface ImposeWishes {
  readonly layout?: 'booklet' | 'two-up'
  readonly sheet?: string
  /** Sheets that are folded together, at most. */
  readonly section?: string
  /** Thickness of the paper in millimetres. */
  readonly paper?: string
  readonly marks?: boolean
  readonly backCover?: boolean
}

/** The thickest pile that anybody folds: fifty sheets of office paper. */
const MOST_MM = 5

/** For a file that may be anybody's. Throws WrongUseError, also for what proof pages have no use for. */
export function imposePlan(wishes: ImposeWishes): ImpositionPlan {
  const { layout = 'booklet', sheet, section, paper, marks = false, backCover = false } = wishes
  const useless = Object.entries({
    section,
    paper,
    marks: marks || undefined,
    'back-cover': backCover || undefined,
  })
    .filter(([, value]) => value !== undefined)
    .map(([name]) => `--${name}`)
  if (layout === 'two-up' && useless.length > 0)
    throw new WrongUseError(
      `Proof pages are not folded: they have no use for ${useless.join(' or ')}.`,
      'Take it out, or ask for --layout booklet.',
    )
  const paperMm = paper === undefined ? OFFICE_PAPER_MM : thicknessOf(paper)
  return {
    layout,
    ...(sheet === undefined ? {} : { sheet: sheetOf(sheet) }),
    paperMm,
    sheetsPerSection: section === undefined ? 0 : sectionOf(section, paperMm),
    marks,
    lastIsCover: backCover,
  }
}

function thicknessOf(wish: string): number {
  const paperMm = /^\s*\d*\.?\d+\s*$/.test(wish) ? Number(wish) : 0
  if (paperMm >= 0.02 && paperMm <= 2) return paperMm
  throw new WrongUseError(
    `\`${wish}\` is no thickness of a paper in millimetres.`,
    `Office paper has ${OFFICE_PAPER_MM}; a leaf of 0.02 to 2 mm can be folded.`,
  )
}

function sectionOf(wish: string, paperMm: number): number {
  const sheets = /^\s*\d+\s*$/.test(wish) ? Number(wish) : 0
  const most = Math.max(1, Math.floor(MOST_MM / paperMm + 1e-9))
  if (sheets >= 1 && sheets <= most) return sheets
  throw new WrongUseError(
    `\`${wish}\` is no number of sheets that can be folded together.`,
    `Of paper that is ${paperMm} mm thick, fold 1 to ${most}.`,
  )
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
