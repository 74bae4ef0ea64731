import type { Comparison, PagePair } from './comparison.ts'
import { type DrawnPage, type DrawPages, drawPages } from './draw-pages.ts'
import type { Paper, PaperPage } from './paper.ts'

export interface PaperFile {
  readonly paper: Paper
  readonly bytes: Uint8Array
}

/** Wide enough that a line that moved by half a millimetre is seen. */
const WIDTH_PX = 300
/**
 * What makes a page look different: some pixels that are quite another grey (of 255), or many that are a little
 * another. Less than that comes about where a line moves by a hundredth of a point, for pdf.js draws thin lines on
 * whole pixels.
 */
const DIFFERENCES = [
  { grey: 64, share: 0.0001 },
  { grey: 10, share: 0.02 },
] as const
/**
 * Points by which text may be moved sideways and be on the same side of the book: inner and outer margins differ by
 * more.
 */
const SIDE_PT = 1

/**
 * Pages whose words are the same and that look different all the same. Where the file draws other things, both pages
 * are drawn small and compared, without their heads and folios; where a page went from the right-hand side to the
 * left, all of it has moved, and only its pictures are compared.
 */
export async function compareLooks(
  old: PaperFile,
  now: PaperFile,
  pages: Comparison['pages'],
  draw: DrawPages = drawPages,
): Promise<Pick<Comparison, 'pages' | 'undrawn'>> {
  const doubtful = pages.filter((pair) => isDoubtful(pair, old.paper, now.paper))
  const { drawn, undrawn } = await drawBoth(old, now, doubtful, draw)
  const compared = pages.map((pair): PagePair => {
    if (pair.state !== 'same') return pair
    const [one, other] = bothPages(pair, old.paper, now.paper)
    if (!one || !other) return pair
    const index = doubtful.indexOf(pair)
    const [was, is] = [drawn[0][index], drawn[1][index]]
    const isOther = was && is ? lookDifferent(was, is, [one, other]) : hasOtherPictures(one, other)
    return isOther ? { ...pair, state: 'look' } : pair
  })
  return { pages: compared, undrawn }
}

type Drawn = readonly [readonly DrawnPage[], readonly DrawnPage[]]

/** Where nothing can be drawn, words and pictures are compared all the same. */
async function drawBoth(
  old: PaperFile,
  now: PaperFile,
  pairs: readonly PagePair[],
  draw: DrawPages,
): Promise<{ readonly drawn: Drawn; readonly undrawn: string }> {
  const small = { widthPx: WIDTH_PX, form: 'grey' } as const
  const numbers = pairs.map(({ oldPage, newPage }) => [oldPage?.number ?? 1, newPage?.number ?? 1] as const)
  try {
    const drawn = await Promise.all([
      draw({ ...small, bytes: old.bytes, pages: numbers.map(([number]) => number) }),
      draw({ ...small, bytes: now.bytes, pages: numbers.map(([, number]) => number) }),
    ])
    return { drawn, undrawn: '' }
  } catch (error) {
    return { drawn: [[], []], undrawn: (error as Error).message }
  }
}

const bothPages = ({ oldPage, newPage }: PagePair, old: Paper, now: Paper) =>
  [old.pages[(oldPage?.number ?? 0) - 1], now.pages[(newPage?.number ?? 0) - 1]] as const

function isDoubtful(pair: PagePair, old: Paper, now: Paper): boolean {
  const [one, other] = bothPages(pair, old, now)
  if (pair.state !== 'same' || !one || !other) return false
  return (one.look.drawing === '' || one.look.drawing !== other.look.drawing) && areOnOneSide(one, other)
}

function areOnOneSide(one: PaperPage, other: PaperPage): boolean {
  const [word, same] = [one.words[0], other.words[0]]
  return !word || !same || Math.abs(word.box.left - same.box.left) < SIDE_PT || one.words.length < 2
}

const hasOtherPictures = (one: PaperPage, other: PaperPage): boolean =>
  one.look.drawing !== other.look.drawing && one.look.pictures.join() !== other.look.pictures.join()

function lookDifferent(was: DrawnPage, is: DrawnPage, pages: readonly PaperPage[]): boolean {
  if (was.widthPx !== is.widthPx || was.heightPx !== is.heightPx) return true
  const isHidden = headsOf(pages, was.widthPx)
  return DIFFERENCES.some(({ grey, share }) => {
    let left = was.bytes.length * share
    for (let index = 0; index < was.bytes.length; index++) {
      const [one, other] = [was.bytes[index] ?? 255, is.bytes[index] ?? 255]
      if (Math.abs(one - other) < grey || isHidden(index)) continue
      if (isNear(one, is, index, grey) && isNear(other, was, index, grey)) continue
      if (--left < 0) return true
    }
    return false
  })
}

/** Whether a pixel belongs to a head or a folio. */
function headsOf(pages: readonly PaperPage[], widthPx: number): (index: number) => boolean {
  const scale = widthPx / (pages[0]?.widthPt || 1)
  const boxes = pages.flatMap(({ heads }) => heads.map(({ box }) => box))
  return (index) => {
    const [x, y] = [(index % widthPx) / scale, Math.floor(index / widthPx) / scale]
    return boxes.some(
      ({ left, top, right, bottom }) => x >= left - 2 && x <= right + 2 && y >= top - 2 && y <= bottom + 2,
    )
  }
}

/**
 * Whether the other drawing has such a pixel there or beside it: of a letter that moved by less than a pixel, the
 * edge is drawn otherwise.
 */
function isNear(grey: number, { bytes, widthPx }: DrawnPage, index: number, difference: number): boolean {
  for (const row of [-widthPx, 0, widthPx])
    for (const column of [-1, 0, 1])
      if (Math.abs(grey - (bytes[index + row + column] ?? 255)) < difference) return true
  return false
}
