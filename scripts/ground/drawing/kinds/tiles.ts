// `kind=tiles`: a map of equal tiles. Its text stands on the page itself, so that every tile can be a link.
import type { ChartSpec } from '../../../model/data.ts'
import { domainOf } from '../chart-values.ts'
import { hasMarks, upright } from '../marks.ts'
import { type ChartData, type ChartKind, dataThat, mostRows, oneColumn, oneSign } from './kind.ts'

/** Wider or higher, and no name fits into a tile. */
export const MOST_COLUMNS = 10
export const MOST_LINES = 14

export const tiles: ChartKind = {
  name: 'tiles',
  about: 'a map of equal tiles, each with its name, number and link, from places (`at`) in `data/`',
  example: ':::chart{kind=tiles data=wards title="Three of five wards have a group"}\n:::',
  inData: `# data/wards.yaml
source: Counted for this page
unit: group | groups
questions:
  wards:
    question: Groups by ward
    rows:
      - { label: North, count: 2, at: [2, 1], link: "https://example.org/north" }
      - { label: West, count: 0, at: [1, 2] }
      - { label: Centre, count: 5, at: [2, 2], link: "https://example.org/centre" }
      - { label: East, count: 1, at: [3, 2] }
      - { label: South, count: 0, at: [2, 3] }
`,
  data: dataThat(mostRows(MOST_COLUMNS * MOST_LINES), oneColumn, oneSign, everyTileHasAPlace, tilesFit),
  draw: () => '',
  screen: () => '',
}

function everyTileHasAPlace({ rows }: ChartData) {
  const row = rows.find(({ at }) => !at)
  return (
    row && {
      says: `has no place for “${row.label}”`,
      mend: 'Say where each tile stands in the file of data/: `at: [3, 2]`, column and row from 1.',
    }
  )
}

function tilesFit({ rows }: ChartData) {
  const row = rows.find(({ at: [column, line] = [1, 1] }) => column > MOST_COLUMNS || line > MOST_LINES)
  return (
    row && {
      says: `has “${row.label}” at ${row.at?.join(', ')}`,
      mend: `A map has ${MOST_COLUMNS} columns and ${MOST_LINES} rows at most.`,
    }
  )
}

const STRIP = { width: 100, height: 10, mark: 4 }

/** The number of a tile once more, to be seen at a glance: a bar, or marks where they are asked for. */
export function tileStrip(spec: ChartSpec, row: number): string {
  const { count = 0 } = spec.rows[row] ?? {}
  const [least, most] = domainOf(spec.rows)
  const x = (number: number): number => ((number - least) / (most - least)) * STRIP.width
  // Closer together where there are so many that they would not fit.
  const step = Math.min(STRIP.mark * 2, STRIP.width / most)
  const path = hasMarks(spec)
    ? Array.from({ length: count }, (_, one) => upright(one * step, 0, step / 2, STRIP.height)).join('')
    : upright(Math.min(x(0), x(count)), 0, Math.abs(x(count) - x(0)), STRIP.height)
  return `<svg class="strip" aria-hidden="true" viewBox="0 0 ${STRIP.width} ${STRIP.height}" preserveAspectRatio="none"><path class="${hasMarks(spec) ? 'lit' : 'bar'}" d="${path}"/></svg>`
}
