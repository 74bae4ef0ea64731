// The marks of a page as a content stream, in points from the lower left corner of the page as readers see it.
import type { PDFRef } from '@cantoo/pdf-lib'
import type { RedlineBox, RedlineChange, RedlineKind } from '../../model/redline.ts'
import type { NoteSizes, PlacedNote } from './notes.ts'
import { rounded } from './upright-page.ts'

/** The strip that pages get at their right. */
export const STRIP_PT = 142
/** Where its notes begin, and how wide they may be. */
export const NOTES = { from: 16, width: 118 } as const

type Colour = 'in' | 'out' | 'moved' | 'other' | 'edge'

/** 7 : 1 on white or more, but for the edge of the page; which it is, form and words say too. */
const COLOURS: Readonly<Record<Colour, string>> = {
  in: '0.04 0.29 0.52',
  out: '0.58 0.09 0.09',
  moved: '0.33 0.16 0.52',
  other: '0.2 0.2 0.2',
  edge: '0.7 0.7 0.7',
}

const COLOUR_OF: Readonly<Record<RedlineKind, Colour>> = {
  text: 'in',
  'moved-here': 'moved',
  'moved-away': 'moved',
  look: 'other',
  'page-added': 'in',
  'page-removed': 'out',
}

/** What stands in a line of a page: words that were put in there, or a place where some were taken out. */
export interface PageMarks {
  readonly widthPt: number
  readonly heightPt: number
  readonly lines: readonly { readonly kind: RedlineKind | 'number'; readonly box: RedlineBox }[]
  readonly carets: readonly { readonly kind: RedlineKind; readonly box: RedlineBox }[]
  /** Changes of the page as a whole. */
  readonly isWhole: boolean
}

/** Underlines, triangles and bars: nothing that a reader has to hear, for the notes say it. */
export function drawMarks({ widthPt, heightPt, lines, carets, isWhole }: PageMarks): string {
  const bar = widthPt + 8
  const drawn = [
    ...lines.map(({ kind, box }) => underline(kind, box, heightPt)),
    ...carets.map(({ kind, box }) => triangle(kind, box, heightPt)),
    ...lines.flatMap(({ kind, box }) =>
      kind === 'number'
        ? []
        : [stroke(COLOUR_OF[kind], 2, bar, heightPt - box.top, bar, heightPt - box.bottom)],
    ),
    ...carets.map(({ kind, box }) =>
      stroke(outOf(kind), 0.8, bar + 3, heightPt - box.top, bar + 3, heightPt - box.bottom),
    ),
    ...(isWhole ? [stroke('other', 2, bar, heightPt - 6, bar, 6)] : []),
  ]
  return `/Artifact BMC\n${stroke('edge', 0.5, widthPt, heightPt, widthPt, 0)}${drawn.join('')}EMC\n`
}

const outOf = (kind: RedlineKind): Colour => (kind === 'text' ? 'out' : COLOUR_OF[kind])

/** Of what moved a double line, of a number of a page a dotted one. */
function underline(kind: RedlineKind | 'number', box: RedlineBox, heightPt: number): string {
  const tall = box.bottom - box.top
  const [y, width] = [heightPt - box.bottom + tall * 0.1, Math.max(0.6, tall * 0.06)]
  const line = (at: number): string =>
    stroke(kind === 'number' ? 'other' : COLOUR_OF[kind], width, box.left, at, box.right, at)
  if (kind === 'number') return `[1 1] 0 d\n${line(y)}[] 0 d\n`
  return kind === 'moved-here' ? line(y) + line(y - width * 1.8) : line(y)
}

function triangle(kind: RedlineKind, box: RedlineBox, heightPt: number): string {
  const tall = box.bottom - box.top
  const [y, half] = [heightPt - box.bottom, Math.max(1.6, tall * 0.16)]
  const x = box.left
  const corners = [x, y + tall * 0.24, x - half, y - tall * 0.04, x + half, y - tall * 0.04].map(rounded)
  const [a, b, c, d, e, f] = corners
  return `${COLOURS[outOf(kind)]} rg ${a} ${b} m ${c} ${d} l ${e} ${f} l h f\n`
}

function stroke(
  colour: Colour,
  width: number,
  ...[x1, y1, x2, y2]: readonly [number, number, number, number]
): string {
  const [w, a, b, c, d] = [width, x1, y1, x2, y2].map(rounded)
  return `${COLOURS[colour]} RG ${w} w ${a} ${b} m ${c} ${d} l S\n`
}

/** The text of a note. `nameOf`: of a font, in the resources of the page. */
export function drawNote(
  { change, shown, top }: PlacedNote,
  { size, leading }: NoteSizes,
  { widthPt, heightPt }: Pick<PageMarks, 'widthPt' | 'heightPt'>,
  nameOf: (font: PDFRef) => string,
): string {
  const left = widthPt + NOTES.from
  const colour = colourOf(change)
  const texts = shown.map((line, index) => {
    const y = heightPt - top - leading * index - size
    return line.map(({ glyphs, style, at, width }) => {
      const x = left + at * size
      const text = glyphs.map(({ font, hex }) => `${nameOf(font)} ${rounded(size)} Tf <${hex}> Tj`).join(' ')
      const shownText = `${COLOURS[colour]} rg BT ${rounded(x)} ${rounded(y)} Td ${text} ET\n`
      if (style !== 'struck') return shownText
      const struck = y + size * 0.26
      return shownText + stroke(colour, size * 0.06, x, struck, x + width * size, struck)
    })
  })
  return texts.flat().join('')
}

const colourOf = ({ kind, pieces }: RedlineChange): Colour =>
  kind === 'text' && pieces.some(({ state }) => state === 'removed') ? 'out' : COLOUR_OF[kind]

/** From the edge of the page to a note that does not stand beside its change. */
export function drawLeader(
  { change, top }: PlacedNote,
  { size }: NoteSizes,
  page: Pick<PageMarks, 'widthPt' | 'heightPt'>,
): string {
  const { box } = change.place
  const from = page.heightPt - (box.top + box.bottom) / 2
  const to = page.heightPt - top - size * 0.7
  if (box.bottom <= 0 || Math.abs(from - to) < size * 1.5) return ''
  const line = stroke(colourOf(change), 0.3, page.widthPt + 11, from, page.widthPt + NOTES.from - 1, to)
  return `/Artifact BMC\n${line}EMC\n`
}
