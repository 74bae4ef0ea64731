import type { Box, Word } from './paper.ts'

/** What pdf.js says of a page: runs of text, and the marks that they stand in. */
export type TextItem =
  | {
      readonly str: string
      readonly dir: string
      readonly transform: readonly number[]
      readonly width: number
      readonly height: number
      readonly fontName: string
      readonly hasEOL: boolean
    }
  | { readonly type: string; readonly id?: string; readonly tag?: string }

export interface TextOfPage {
  readonly items: readonly TextItem[]
  /** Share of the size that letters rise above and hang below the baseline. */
  readonly styles: Readonly<Record<string, { readonly ascent: number; readonly descent: number }>>
  /** From the space of the page to points from its upper left corner. */
  readonly toPage: readonly number[]
  /** Rank of each mark in reading order; none where the file has no tags. */
  readonly order: ReadonlyMap<string, number> | undefined
}

export interface WordsOfPage {
  readonly words: readonly Word[]
  /** What the file itself calls an artifact: heads, folios, ornaments. */
  readonly artifacts: readonly Word[]
}

interface Mark {
  readonly isArtifact: boolean
  readonly id: string
}

interface Growing {
  text: string
  box: Box
  endsLine: boolean
  readonly mark: Mark
}

const OUTSIDE: Mark = { isArtifact: false, id: '' }

/** Runs of text become words: a word may go over several runs, and a run hold several words. */
export function wordsOfPage(page: TextOfPage): WordsOfPage {
  const grown: Growing[] = []
  const marks: Mark[] = []
  let open: Growing | undefined
  for (const item of page.items) {
    const mark = marks.at(-1) ?? OUTSIDE
    if ('type' in item) {
      if (item.type === 'endMarkedContent') marks.pop()
      else marks.push({ isArtifact: mark.isArtifact || item.tag === 'Artifact', id: item.id ?? mark.id })
      continue
    }
    if (open && open.mark.isArtifact !== mark.isArtifact) open = undefined
    for (const piece of piecesOf(item, page)) {
      if (piece.text === '') open = undefined
      else if (open) {
        open.text += piece.text
        open.box = around(open.box, piece.box)
      } else {
        open = { ...piece, endsLine: false, mark }
        grown.push(open)
      }
    }
    if (!item.hasEOL) continue
    const last = grown.at(-1)
    if (last) last.endsLine = true
    open = undefined
  }
  const [words, artifacts] = [false, true].map((wanted) =>
    grown.filter(({ mark }) => mark.isArtifact === wanted),
  ) as [Growing[], Growing[]]
  return {
    words: inReadingOrder(words, page.order).map((word) => asWord(word, page.order !== undefined)),
    artifacts: artifacts.map((word) => asWord(word, false)),
  }
}

const asWord = ({ text, box, endsLine, mark }: Growing, isOrdered: boolean): Word => ({
  text: text.normalize('NFKC').replaceAll('\u00AD', ''),
  box,
  endsLine,
  leadsTo: 0,
  // `p12R_mc3`; where marks come twice on a page, a number tells nothing.
  mark: isOrdered ? Number(/_mc(\d+)$/.exec(mark.id)?.[1] ?? -1) : -1,
})

/** What has no place in the order stays behind what it was drawn after. */
function inReadingOrder(words: readonly Growing[], order: TextOfPage['order']): readonly Growing[] {
  if (!order) return words
  let rank = -1
  const ranked = words.map((word, index) => {
    rank = order.get(word.mark.id) ?? rank
    return { word, rank, index }
  })
  return ranked.sort((a, b) => a.rank - b.rank || a.index - b.index).map(({ word }) => word)
}

/** The words of a run and, as '', the gaps between them. */
function* piecesOf(
  item: Extract<TextItem, { readonly str: string }>,
  { styles, toPage }: TextOfPage,
): Generator<{ readonly text: string; readonly box: Box }> {
  const { str, dir, transform, width, height, fontName } = item
  const total = advance(str) || 1
  const style = styles[fontName]
  const size = height || Math.hypot(transform[2] ?? 0, transform[3] ?? 0)
  let at = 0
  for (const text of str.split(/(\s+)/)) {
    if (text === '') continue
    const wide = advance(text)
    const from = dir === 'rtl' ? total - at - wide : at
    at += wide
    const box = boxOf(transform, toPage, {
      from: dir === 'ttb' ? 0 : (from / total) * width,
      to: ((from + wide) / total) * width,
      rise: size * (style?.ascent || 0.9),
      hang: size * (style?.descent || -0.2),
    })
    yield { text: text.trim() === '' ? '' : text, box }
  }
}

/**
 * The place of a part of a run: its baseline goes from the origin of `transform` in the direction of its first
 * column.
 */
function boxOf(
  transform: readonly number[],
  toPage: readonly number[],
  { from, to, rise, hang }: { from: number; to: number; rise: number; hang: number },
): Box {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = transform
  const [along, up] = [Math.hypot(a, b) || 1, Math.hypot(c, d) || 1]
  const corners = [from, to].flatMap((x) =>
    [hang, rise].map((y) =>
      apply(toPage, e + (a / along) * x + (c / up) * y, f + (b / along) * x + (d / up) * y),
    ),
  )
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)]
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) }
}

const apply = ([a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: readonly number[], x: number, y: number) =>
  [a * x + c * y + e, b * x + d * y + f] as const

/** The smallest box that holds both. */
export const around = (one: Box, other: Box): Box => ({
  left: Math.min(one.left, other.left),
  top: Math.min(one.top, other.top),
  right: Math.max(one.right, other.right),
  bottom: Math.max(one.bottom, other.bottom),
})

/**
 * Width in em of common letters in common faces. pdf.js tells the width of a run and not of its letters: these only
 * share it out among its words.
 */
function advance(text: string): number {
  let width = 0
  for (const letter of text) {
    if (/[\s'.,:;|!()[\]ijlI’]/.test(letter)) width += 0.27
    else if (/[fjrt/-]/.test(letter)) width += 0.34
    else if (/[mwMW%@—]/.test(letter)) width += 0.82
    else if (/\p{Lu}/u.test(letter)) width += 0.61
    else width += 0.51
  }
  return width
}
