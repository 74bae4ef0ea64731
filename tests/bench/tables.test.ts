import { describe, expect, it } from 'vitest'
import type { BarePrint, Build } from '../../bench/builds.ts'
import type { Round } from '../../bench/rounds.ts'
import { summariseRounds } from '../../bench/summary.ts'
import { bookTable, growthLines, peerTable, scalingTable, targetTable } from '../../bench/tables.ts'
import { TARGETS } from '../../bench/targets.ts'

const MEASURED = { status: 0, said: '', ownPeakMb: 400, treePeakMb: 900 }

const bare = (seconds: number): BarePrint => ({
  ...MEASURED,
  seconds,
  processorSeconds: seconds,
  bytes: 2e6,
  pages: 300,
})

const build = (seconds: number, printedPieces: number): Build => ({
  ...MEASURED,
  seconds,
  processorSeconds: seconds * 1.5,
  bytes: 3e6,
  pages: 476,
  prints: 1,
  browser: 'a browser',
  pieces: 13,
  printedPieces,
  stages: { Printing: seconds / 2 },
})

/** Times in seconds of a bare print, a cold build, and what follows it. */
const round = (seconds: number, [cold, unchanged, oneWord, pageMore]: readonly number[]): Round => ({
  baseline: bare(seconds),
  cold: build(cold!, 13),
  bytesOfBrowser: 10e6,
  unchanged: build(unchanged!, 0),
  oneWord: build(oneWord!, 1),
  pageMore: pageMore === undefined ? undefined : build(pageMore, 12),
})

const BOOK = summariseRounds('480 pages', 480, [
  round(5, [10, 1, 4, 6]),
  round(4, [10, 2, 2, 5]),
  round(5, [9, 1, 3, 5]),
])

const rowOf = (table: string, label: string): readonly string[] => {
  const line = table.split('\n').find((one) => one.startsWith(`| ${label} `)) ?? ''
  return line
    .split('|')
    .slice(2, -1)
    .map((cell) => cell.trim())
}

describe('the table of what was to be reached', () => {
  it('has the medians of ratios within a round, and says what is missed', () => {
    const table = targetTable({ books: [BOOK] })
    expect(rowOf(table, '480 pages, nothing remembered')).toEqual(['2.00 ×', '≤ 2.20 ×', '1.80 ×'])
    expect(rowOf(table, '480 pages, nothing changed')).toEqual(['0.20 ×', '≤ 0.30 ×', '0.20 ×'])
    expect(rowOf(table, '480 pages, one word changed since the last build')[0]).toBe('0.60 ×')
    expect(rowOf(table, '480 pages, a page more in the first chapter')[0]).toBe('1.20 ×')
    expect(rowOf(table, 'all its processor time, spread over two cores')).toEqual(['1.50 ×', '', ''])
    expect(rowOf(table, 'file of 480 pages, of all that the browser wrote')[0]).toBe('30 %')
    expect(rowOf(table, 'most memory, with the browsers, 480 pages')[0]).toBe('900 MB')
    const slow = summariseRounds('480 pages', 480, [round(1, [3, 1, 1, 1])])
    expect(rowOf(targetTable({ books: [slow] }), '480 pages, nothing remembered')[0]).toBe('3.00 ×, missed')
  })

  it('leaves out what was not measured', () => {
    expect(targetTable({ books: [] })).toBe('')
    expect(targetTable({ books: [BOOK] })).not.toContain('1,920')
  })

  it('holds the time of the longest book against that of the middle one', () => {
    const long = summariseRounds('1,920 pages', 1920, [round(12, [45, 4, 5, 9])])
    const table = targetTable({ books: [BOOK, long] })
    expect(rowOf(table, 'time at 1,920 pages ÷ time at 480')).toEqual(['4.5, missed', '≤ 4.4', '4.1'])
    expect(rowOf(table, '1,920 pages, nothing remembered')[0]).toBe('3.75 ×, missed')
    expect(growthLines([BOOK, long])).toContain('4.50 times the time, cold')
  })

  it('takes no aim that is easier than what has to be reached', () => {
    for (const { line, most, aim } of TARGETS)
      if (aim !== undefined) expect(aim, line).toBeLessThan(most ?? 0)
  })
})

describe('a table', () => {
  it('is Markdown: a head, a rule, and as many cells in each row', () => {
    for (const table of [bookTable([BOOK, BOOK]), targetTable({ books: [BOOK] })]) {
      const lines = table.split('\n')
      const cells = new Set(lines.map((line) => line.split('|').length))
      expect(cells.size).toBe(1)
      expect(lines[1]).toMatch(/^\| -+ \|(?: -+: \|)+$/)
    }
  })

  it('says how many pieces were printed in each build', () => {
    const table = bookTable([BOOK])
    const printed = table.split('\n').filter((line) => line.startsWith('| – pieces printed'))
    expect(printed.map((line) => line.split('|')[2]?.trim())).toEqual([
      '13 of 13',
      '0 of 13',
      '1 of 13',
      '12 of 13',
    ])
  })

  it('has no figure where none was measured', () => {
    const paper = summariseRounds('the paper', 0, [round(1, [2, 0.2, 0.5])])
    expect(rowOf(bookTable([paper]), 'a page more in the first chapter')).toEqual(['–'])
    expect(rowOf(targetTable({ books: [], paper }), 'the paper, one word changed, against 60 pages')[0]).toBe(
      '0.50 ×',
    )
  })

  it('does not count the memory of browsers that it does not see', () => {
    const pool = { seconds: 4, ratio: 2, ownPeakMb: 300, treePeakMb: 310 }
    const pools = [
      { ...pool, name: '2 browsers' },
      { ...pool, name: 'two behind ws://' },
    ]
    const table = scalingTable({ pages: 476, rounds: 1, pools })
    expect(rowOf(table, '2 browsers').at(-1)).toBe('310 MB')
    expect(rowOf(table, 'two behind ws://').at(-1)).toBe('not seen')
  })

  it('says of a program that failed what it said, and which are not there', () => {
    const made = {
      name: 'a bare print',
      seconds: 2,
      problem: '',
      pages: 9,
      tagged: true,
      megabytes: 1,
      verdict: '–',
    }
    const table = peerTable({
      made: [made, { ...made, name: 'One', seconds: 3 }, { ...made, name: 'Two', problem: 'it fell' }],
      missing: ['Three'],
    })
    expect(rowOf(table, 'One')).toEqual(['3.00 s, 1.50 ×', '9', 'yes', '–', '1.0 MB'])
    expect(rowOf(table, 'Two')[0]).toBe('no file: it fell')
    expect(table).toContain('Not installed: Three.')
  })
})
