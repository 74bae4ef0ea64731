// Figures → plain text: a column a book, a row a figure.
import type { EditionSummary } from './editions.ts'
import type { PreviewRound } from './previews.ts'
import type { BookSummary, BuildSummary, PhotographSummary } from './summary.ts'
import type { WebsiteRound } from './websites.ts'

type Row = readonly [label: string, ...cells: readonly string[]]

export function bookTable(books: readonly BookSummary[]): string {
  const row = (label: string, cell: (book: BookSummary) => string): Row => [label, ...books.map(cell)]
  return layOut([
    row('', (book) => `${thousands(book.wishedPages)} pages`),
    row('pages printed', (book) => thousands(book.pages)),
    row('pages of the bare print', (book) => thousands(book.baseline.pages)),
    row('rounds', (book) => String(book.rounds)),
    row('baseline: a bare print', (book) => seconds(book.baseline.seconds)),
    row('whole build, cold', (book) => timed(book.cold)),
    ...stageRows(books, 'cold'),
    row('whole build, parsed files remembered', (book) => timed(book.warm)),
    ...stageRows(books, 'warm'),
    row('processor time, bare print', (book) => seconds(book.baseline.processorSeconds)),
    row('processor time, cold', (book) => seconds(book.cold.processorSeconds)),
    row('processor time, remembered', (book) => seconds(book.warm.processorSeconds)),
    row('prints', (book) => String(book.prints)),
    row('most memory, own process, cold', (book) => megabytes(book.cold.ownPeakMb)),
    row('most memory, with the browser, cold', (book) => megabytes(book.cold.treePeakMb)),
    row('most memory, bare print with the browser', (book) => megabytes(book.baseline.treePeakMb)),
    row('file', (book) => megabytes(book.bytes / 1e6)),
    row('file of the bare print', (book) => megabytes(book.baseline.bytes / 1e6)),
  ])
}

/** How time grows with pages, between each book and the next longer one. */
export function growthLines(books: readonly BookSummary[]): string {
  return books
    .slice(1)
    .map((book, index) => {
      const shorter = books[index]!
      const pages = (book.pages / shorter.pages).toFixed(2)
      const time = (book.cold.seconds / shorter.cold.seconds).toFixed(2)
      const bare = (book.baseline.seconds / shorter.baseline.seconds).toFixed(2)
      return `${pages} times the pages (${shorter.pages} → ${book.pages}): ${time} times the time, cold; the bare print ${bare}.`
    })
    .join('\n')
}

export function photographTable(summary: PhotographSummary): string {
  const { baseline, resampled, asTheyAre } = summary
  const columns = [resampled, asTheyAre, baseline]
  return layOut([
    [`${summary.photographs} photographs`, 'resampled', 'as they are', 'bare print of them'],
    ['time', ...columns.map((one) => seconds(one.seconds))],
    ...Object.keys(resampled.stages).map(
      (stage): Row => [
        `  ${stage.toLowerCase()}`,
        seconds(resampled.stages[stage]),
        seconds(asTheyAre.stages[stage]),
        '',
      ],
    ),
    ['file', ...columns.map((one) => megabytes(one.bytes / 1e6))],
    ['most memory, with the browser', megabytes(resampled.treePeakMb), megabytes(asTheyAre.treePeakMb), ''],
    ['against as they are', `${summary.timeRatio.toFixed(2)} of the time`, '', ''],
    ['', `${summary.sizeRatio.toFixed(2)} of the file`, '', ''],
    ['pages printed', String(summary.pages), '', ''],
  ])
}

export function editionTable(summary: EditionSummary): string {
  const times = (ratio: number): string => `${ratio.toFixed(2)} ×`
  return layOut([
    [`editions of ${thousands(summary.pages)} pages, ${summary.rounds} rounds`, ''],
    ['baseline: a bare print', seconds(summary.baselineSeconds)],
    ['screen alone', times(summary.screen)],
    ['press alone', times(summary.press)],
    ...Object.entries(summary.pressStages).map(
      ([stage, time]): Row => [`  ${stage.toLowerCase()}`, seconds(time)],
    ),
    ['press, more than the screen edition in the same run', times(summary.pressMoreThanScreen)],
    ...Object.entries(summary.bothStages).map(
      ([stage, time]): Row => [`  ${stage.toLowerCase()}`, seconds(time)],
    ),
    ['booklet, more than the screen edition in the same run', times(summary.bookletMoreThanScreen)],
    ['most memory, own process, press', megabytes(summary.pressPeakMb)],
    ['most memory, own process, both', megabytes(summary.bothPeakMb)],
  ])
}

export function websiteTable(rounds: readonly WebsiteRound[]): string {
  return layOut([
    ['website', ...rounds.map(({ studies }) => `${thousands(studies)} case studies`)],
    ['whole command', ...rounds.map((one) => seconds(one.seconds))],
    ['  making the website', ...rounds.map((one) => seconds(one.siteSeconds))],
    ['processor time', ...rounds.map((one) => seconds(one.processorSeconds))],
    ['most memory, own process', ...rounds.map((one) => megabytes(one.ownPeakMb))],
    ['files', ...rounds.map(({ files }) => thousands(files))],
    ['size', ...rounds.map((one) => megabytes(one.megabytes))],
  ])
}

export function previewTable(rounds: readonly PreviewRound[]): string {
  const both = ({ median, most }: PreviewRound['drawnMs']): string =>
    `${milliseconds(median)} (${milliseconds(most)})`
  return layOut([
    ['preview', ...rounds.map(({ pages }) => `${thousands(pages)} pages`)],
    ['from saving to the new page drawn, median (most)', ...rounds.map(({ drawnMs }) => both(drawnMs))],
    ['from saving to all read back', ...rounds.map(({ settledMs }) => both(settledMs))],
    ['from the command to the first page drawn', ...rounds.map((one) => seconds(one.firstDrawnSeconds))],
    ['from the command to all read back', ...rounds.map((one) => seconds(one.firstSettledSeconds))],
  ])
}

const milliseconds = (value: number): string => `${thousands(Math.round(value))} ms`

const stageRows = (books: readonly BookSummary[], kind: 'cold' | 'warm'): Row[] => {
  const stages = [...new Set(books.flatMap((book) => Object.keys(book[kind].stages)))]
  return stages.map((stage) => [
    `  ${stage.toLowerCase()}`,
    ...books.map((book) => seconds(book[kind].stages[stage])),
  ])
}

const timed = ({ seconds: time, ratio }: BuildSummary): string => `${seconds(time)} (${ratio.toFixed(2)} ×)`
const seconds = (value: number | undefined): string => (value === undefined ? '–' : `${value.toFixed(2)} s`)
const megabytes = (value: number): string =>
  `${value < 10 ? value.toFixed(1) : thousands(Math.round(value))} MB`
const thousands = (value: number): string => value.toLocaleString('en-GB')

function layOut(rows: readonly Row[]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!)))
        .join('   ')
        .trimEnd(),
    )
    .join('\n')
}
