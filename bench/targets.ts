// What was to be reached, beside what was measured.
import type { EditionSummary } from './editions.ts'
import type { PreviewRound } from './previews.ts'
import type { BookSummary } from './summary.ts'

export interface Measurements {
  readonly books: readonly BookSummary[]
  readonly paper?: BookSummary
  readonly editions?: EditionSummary
  readonly previews?: readonly PreviewRound[]
}

export interface Target {
  readonly line: string
  readonly unit: '×' | '' | '%' | 'MB' | 'ms' | 's'
  readonly most?: number
  readonly aim?: number
  /** Undefined where it was not measured. */
  readonly of: (measured: Measurements) => number | undefined
}

export const TARGETS: readonly Target[] = [
  {
    line: '480 pages, nothing remembered',
    unit: '×',
    most: 2.2,
    aim: 1.8,
    of: of480((book) => book.cold.ratio),
  },
  {
    line: 'all its processor time, spread over two cores',
    unit: '×',
    of: of480((book) => book.cold.spreadRatio),
  },
  {
    line: '480 pages, one word changed since the last build',
    unit: '×',
    most: 0.7,
    aim: 0.4,
    of: of480((book) => book.oneWord.ratio),
  },
  {
    line: '480 pages, a page more in the first chapter',
    unit: '×',
    most: 1.3,
    aim: 1,
    of: of480((book) => book.pageMore?.ratio),
  },
  {
    line: '480 pages, nothing changed',
    unit: '×',
    most: 0.3,
    aim: 0.2,
    of: of480((book) => book.unchanged.ratio),
  },
  {
    line: '1,920 pages, nothing remembered',
    unit: '×',
    most: 3,
    aim: 2.7,
    of: of1920((book) => book.cold.ratio),
  },
  { line: 'time at 1,920 pages ÷ time at 480', unit: '', most: 4.4, aim: 4.1, of: growth },
  {
    line: 'screen and press in one run, 480 pages, more than screen alone',
    unit: '×',
    most: 0.9,
    aim: 0.7,
    of: ({ editions }) => editions?.pressMoreThanScreen,
  },
  {
    line: 'the paper, nothing remembered, against 60 pages',
    unit: '×',
    most: 1.8,
    of: ({ paper }) => paper?.cold.ratio,
  },
  {
    line: 'the paper, one word changed, against 60 pages',
    unit: '×',
    most: 0.8,
    of: ({ paper }) => paper?.oneWord.ratio,
  },
  {
    line: 'file of 480 pages, of all that the browser wrote',
    unit: '%',
    most: 35,
    aim: 25,
    of: of480(share),
  },
  {
    line: 'most memory, own process, 480 pages',
    unit: 'MB',
    most: 500,
    of: of480((book) => book.cold.ownPeakMb),
  },
  {
    line: 'most memory, with the browsers, 480 pages',
    unit: 'MB',
    most: 1000,
    of: of480((book) => book.cold.treePeakMb),
  },
  {
    line: 'most memory, own process, 1,920 pages',
    unit: 'MB',
    most: 700,
    of: of1920((book) => book.cold.ownPeakMb),
  },
  { line: 'save → new page drawn, 60 pages', unit: 'ms', most: 200, aim: 150, of: drawn(0) },
  { line: 'save → new page drawn, 480 pages', unit: 'ms', most: 350, aim: 200, of: drawn(1) },
  {
    line: 'save → all pages proven, 480 pages',
    unit: 's',
    most: 1.5,
    aim: 1,
    of: ({ previews }) => previews?.[1] && previews[1].settledMs.median / 1000,
  },
]

type Of = Target['of']

const bookOf = ({ books }: Measurements, pages: number): BookSummary | undefined =>
  books.find(({ wishedPages }) => wishedPages === pages)

function ofBook(pages: number, figure: (book: BookSummary) => number | undefined): Of {
  return (measured) => {
    const book = bookOf(measured, pages)
    return book && figure(book)
  }
}

function of480(figure: (book: BookSummary) => number | undefined): Of {
  return ofBook(480, figure)
}

function of1920(figure: (book: BookSummary) => number | undefined): Of {
  return ofBook(1920, figure)
}

function growth(measured: Measurements): number | undefined {
  const [short, long] = [480, 1920].map((pages) => bookOf(measured, pages)?.cold.seconds)
  return short && long && long / short
}

function share({ bytes, bytesOfBrowser }: BookSummary): number | undefined {
  return bytesOfBrowser && (100 * bytes) / bytesOfBrowser
}

function drawn(index: number): Of {
  return ({ previews }) => previews?.[index]?.drawnMs.median
}
