import type { Word } from './paper.ts'

interface SheetOfWords {
  readonly heightPt: number
  readonly words: readonly Word[]
}

/** The share of a page, at its head and at its foot, in which heads and folios stand. */
const MARGIN = 0.12
/** So many pages must have a line alike, at the same height, before it is taken for a head. */
const OFTEN = 3

/**
 * For files that do not say what is an artifact: of each page, the words of the lines that stand at the same height
 * near the edge on several pages and say the same but for numbers.
 */
export function runningHeads(pages: readonly SheetOfWords[]): readonly ReadonlySet<Word>[] {
  const lines = pages.map(edgeLines)
  const counts = new Map<string, number>()
  for (const page of lines)
    for (const key of new Set(page.map((line) => line.key))) counts.set(key, (counts.get(key) ?? 0) + 1)
  return lines.map(
    (page) => new Set(page.flatMap(({ key, words }) => ((counts.get(key) ?? 0) >= OFTEN ? words : []))),
  )
}

function edgeLines({ heightPt, words }: SheetOfWords): { key: string; words: Word[] }[] {
  const lines = new Map<number, Word[]>()
  for (const word of words) {
    const { top, bottom } = word.box
    if (bottom > heightPt * MARGIN && top < heightPt * (1 - MARGIN)) continue
    const height = Math.round(bottom)
    const line = lines.get(height) ?? lines.get(height - 1) ?? lines.get(height + 1)
    if (line) line.push(word)
    else lines.set(height, [word])
  }
  return [...lines].map(([height, line]) => ({ key: `${height} ${keyOf(line)}`, words: line }))
}

/** A folio is a number, wherever it stands in its line. */
const keyOf = (line: readonly Word[]): string =>
  line
    .map(({ text }) => (/^[ivxlcdm]+$/i.test(text) ? '#' : text.replace(/\d+/g, '#')))
    .sort()
    .join(' ')
