// Figures → tables in Markdown: a column a book, a row a figure.
import type { EditionSummary } from './editions.ts'
import type { PeerSummary } from './peers/peers.ts'
import type { PreviewRound } from './previews.ts'
import type { ScalingSummary } from './scaling.ts'
import { type BookSummary, type BuildSummary, type PhotographSummary, STATES, type State } from './summary.ts'
import { type Measurements, TARGETS, type Target } from './targets.ts'
import type { WebsiteRound } from './websites.ts'

type Row = readonly [label: string, ...cells: readonly string[]]

export function targetTable(measured: Measurements): string {
  const rows = TARGETS.flatMap(({ line, unit, most, aim, of }): Row[] => {
    const figure = of(measured)
    if (figure === undefined) return []
    const missed = most !== undefined && figure > most ? ', missed' : ''
    const shown = (value: number | undefined, sign = ''): string =>
      value === undefined ? '' : `${sign}${inUnit(value, unit)}`
    return [[line, `${inUnit(figure, unit)}${missed}`, shown(most, '≤ '), shown(aim)]]
  })
  return rows.length > 0 ? layOut([['', 'measured', 'to reach', 'aim'], ...rows]) : ''
}

function inUnit(value: number, unit: Target['unit']): string {
  const digits = unit === '×' ? 2 : unit === '' || unit === 's' ? 1 : 0
  const number = value.toLocaleString('en-GB', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
  return `${number} ${unit}`.trim()
}

const STATE_WORDS: Readonly<Record<State, string>> = {
  cold: 'whole build, nothing remembered',
  unchanged: 'nothing changed',
  oneWord: 'one word changed',
  pageMore: 'a page more in the first chapter',
}

export function bookTable(books: readonly BookSummary[]): string {
  const row = (label: string, cell: (book: BookSummary) => string): Row => [label, ...books.map(cell)]
  return layOut([
    row('', ({ name }) => name),
    row('pages printed', (book) => thousands(book.pages)),
    row('pages of the bare print', (book) => thousands(book.baseline.pages)),
    row('rounds', (book) => String(book.rounds)),
    row('baseline: a bare print', (book) => seconds(book.baseline.seconds)),
    ...STATES.flatMap((state) => [
      row(STATE_WORDS[state], (book) => (book[state] ? timed(book[state]) : '–')),
      ...(state === 'cold' ? stageRows(books) : []),
      row('– pieces printed', ({ [state]: build }) =>
        build ? `${build.printedPieces} of ${build.pieces}` : '–',
      ),
    ]),
    row('processor time, bare print', (book) => seconds(book.baseline.processorSeconds)),
    ...STATES.map((state) =>
      row(`processor time, ${STATE_WORDS[state]}`, (book) => seconds(book[state]?.processorSeconds)),
    ),
    row('prints', (book) => String(book.prints)),
    row('most memory, own process', (book) => megabytes(book.cold.ownPeakMb)),
    row('most memory, with the browsers', (book) => megabytes(book.cold.treePeakMb)),
    row('most memory, bare print with the browser', (book) => megabytes(book.baseline.treePeakMb)),
    row('file', (book) => megabytes(book.bytes / 1e6)),
    row('what the browser wrote', ({ bytesOfBrowser }) =>
      bytesOfBrowser === undefined ? '–' : megabytes(bytesOfBrowser / 1e6),
    ),
    row('file of the bare print', (book) => megabytes(book.baseline.bytes / 1e6)),
  ])
}

export function scalingTable({ pages, rounds, pools }: ScalingSummary): string {
  return layOut([
    [
      `${thousands(pages)} pages, ${inWords(rounds, 'round')}`,
      'time',
      'against a bare print',
      'most memory, own process',
      'with the browsers',
    ],
    ...pools.map(({ name, seconds: time, ratio, ownPeakMb, treePeakMb }): Row => {
      const figures = [seconds(time), `${ratio.toFixed(2)} ×`, megabytes(ownPeakMb)]
      return [name, ...figures, name.includes('ws:') ? 'not seen' : megabytes(treePeakMb)]
    }),
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
        `– ${stage.toLowerCase()}`,
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
    [`editions of ${thousands(summary.pages)} pages, ${inWords(summary.rounds, 'round')}`, ''],
    ['baseline: a bare print', seconds(summary.baselineSeconds)],
    ['screen alone', times(summary.screen)],
    ['press alone', times(summary.press)],
    ...Object.entries(summary.pressStages).map(
      ([stage, time]): Row => [`– ${stage.toLowerCase()}`, seconds(time)],
    ),
    ['press, more than the screen edition in the same run', times(summary.pressMoreThanScreen)],
    ...Object.entries(summary.bothStages).map(
      ([stage, time]): Row => [`– ${stage.toLowerCase()}`, seconds(time)],
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
    ['– making the website', ...rounds.map((one) => seconds(one.siteSeconds))],
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

export function peerTable({ made, missing }: PeerSummary): string {
  const bare = made[0]?.seconds ?? Number.NaN
  const rows = made.map((one): Row => {
    if (one.problem) return [one.name, `no file: ${one.problem}`]
    const time = `${seconds(one.seconds)}, ${(one.seconds / bare).toFixed(2)} ×`
    return [
      one.name,
      time,
      thousands(one.pages),
      one.tagged ? 'yes' : 'no',
      one.verdict,
      megabytes(one.megabytes),
    ]
  })
  const left = missing.length > 0 ? `\n\nNot installed: ${missing.join(', ')}.` : ''
  return `${layOut([['', 'time', 'pages', 'tagged', 'veraPDF', 'file'], ...rows])}${left}`
}

const milliseconds = (value: number): string => `${thousands(Math.round(value))} ms`

const stageRows = (books: readonly BookSummary[]): Row[] => {
  const stages = [...new Set(books.flatMap(({ cold }) => Object.keys(cold.stages)))]
  return stages.map((stage) => [
    `– ${stage.toLowerCase()}`,
    ...books.map(({ cold }) => seconds(cold.stages[stage])),
  ])
}

const inWords = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`
const timed = ({ seconds: time, ratio }: BuildSummary): string => `${seconds(time)} (${ratio.toFixed(2)} ×)`
const seconds = (value: number | undefined): string => (value === undefined ? '–' : `${value.toFixed(2)} s`)
const megabytes = (value: number): string =>
  `${value < 10 ? value.toFixed(1) : thousands(Math.round(value))} MB`
const thousands = (value: number): string => value.toLocaleString('en-GB')

/** Markdown, as it stands in the handbook: words at the left, figures at the right. */
function layOut(rows: readonly Row[]): string {
  const [head = [''], ...body] = rows
  const widths = head.map((_, column) => Math.max(5, ...rows.map((row) => row[column]?.length ?? 0)))
  const line = (row: readonly string[]): string =>
    `| ${widths.map((width, column) => cellOf(row[column] ?? '', width, column)).join(' | ')} |`
  const rule = widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`))
  return [line(head), line(rule), ...body.map(line)].join('\n')
}

const cellOf = (text: string, width: number, column: number): string =>
  column === 0 ? text.padEnd(width) : text.padStart(width)
