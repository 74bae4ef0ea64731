import type { PaperFile } from './compare-looks.ts'
import type { ComparedPapers } from './compare-papers.ts'
import type { Comparison, PagePair } from './comparison.ts'
import { comparisonHtml, type ShownPage } from './comparison-html.ts'
import { type DrawnPage, type DrawPages, drawPages } from './draw-pages.ts'
import { marksOnPages, type PageMark } from './marks-on-pages.ts'

/** Enough to read the words, side by side on a wide screen. */
const WIDTH_PX = 840
/** Of pages with many pictures: up to some 8 MB in all. */
const MOST = 40

/**
 * The comparison as a page for a browser, with the pages that changed: those with other words first, where not all
 * are shown.
 */
export async function showComparison(
  comparison: Comparison,
  compared: ComparedPapers,
  files: { readonly old: PaperFile; readonly new: PaperFile },
  { all, draw = drawPages }: { readonly all: boolean; readonly draw?: DrawPages },
): Promise<string> {
  const changed = comparison.pages.filter(({ state }) => state !== 'same')
  const pairs = all ? changed : chosen(changed)
  const marks = marksOnPages(compared)
  const { old, new: now, undrawn } = await drawBoth(files, pairs, draw)
  return comparisonHtml({
    comparison: { ...comparison, undrawn: comparison.undrawn || undrawn },
    left: changed.length - pairs.length,
    shown: pairs.map((pair) => ({
      pair,
      old: shownPage(files.old, pair.oldPage, old, marks.old),
      new: shownPage(files.new, pair.newPage, now, marks.new),
    })),
  })
}

function chosen(changed: readonly PagePair[]): readonly PagePair[] {
  const first = changed.filter(({ state }) => state !== 'references')
  const then = changed.filter(({ state }) => state === 'references')
  const shown = new Set([...first, ...then].slice(0, MOST))
  return changed.filter((pair) => shown.has(pair))
}

async function drawBoth(
  files: { readonly old: PaperFile; readonly new: PaperFile },
  pairs: readonly PagePair[],
  draw: DrawPages,
): Promise<{
  readonly old: readonly DrawnPage[]
  readonly new: readonly DrawnPage[]
  readonly undrawn: string
}> {
  const form = { widthPx: WIDTH_PX, form: 'webp' } as const
  const numbers = (side: 'oldPage' | 'newPage'): number[] => pairs.flatMap((pair) => pair[side]?.number ?? [])
  try {
    const [old, now] = await Promise.all([
      draw({ ...form, bytes: files.old.bytes, pages: numbers('oldPage') }),
      draw({ ...form, bytes: files.new.bytes, pages: numbers('newPage') }),
    ])
    return { old, new: now, undrawn: '' }
  } catch (error) {
    return { old: [], new: [], undrawn: (error as Error).message }
  }
}

function shownPage(
  { paper }: PaperFile,
  name: PagePair['oldPage'],
  drawn: readonly DrawnPage[],
  marks: ReadonlyMap<number, readonly PageMark[]>,
): ShownPage | undefined {
  const page = paper.pages[(name?.number ?? 0) - 1]
  if (!name || !page) return undefined
  return {
    label: name.label,
    widthPt: page.widthPt,
    heightPt: page.heightPt,
    picture: drawn.find((one) => one.page === name.number)?.bytes ?? new Uint8Array(),
    marks: marks.get(name.number - 1) ?? [],
  }
}
