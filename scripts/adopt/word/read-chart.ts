// A chart keeps the numbers that it was last drawn with: they are what a reader needs of it.
import { allWithin, childOf, childrenOf, type Element, textWithin } from './element.ts'
import type { Cell, Table } from './pieces.ts'

const MOST_ROWS = 500
const MOST_SERIES = 50

export function readChart(part: Element | undefined, alt: string): { table?: Table; words: string } {
  const chart = childOf(part, 'c:chart')
  const title = allWithin(childOf(chart, 'c:title'), 'a:t').map(textWithin).join('').trim()
  const series = allWithin(childOf(chart, 'c:plotArea'), 'c:ser').slice(0, MOST_SERIES)
  const columns = series.map((one) => ({
    name: pointsOf(childOf(one, 'c:tx'))[0] ?? '',
    labels: pointsOf(childOf(one, 'c:cat') ?? childOf(one, 'c:xVal')),
    values: pointsOf(childOf(one, 'c:val') ?? childOf(one, 'c:yVal')),
  }))
  const words = [title, ...columns.map(({ name }) => name)].filter((one) => one !== '').join(' · ')
  const count = Math.min(MOST_ROWS, Math.max(0, ...columns.map(({ values }) => values.length)))
  if (count === 0) return { words }
  const labels = columns.find((one) => one.labels.length > 0)?.labels ?? []
  const head = [cell(''), ...columns.map(({ name }, index) => cell(name || `${index + 1}`))]
  const rows = Array.from({ length: count }, (_, row) => [
    cell(labels[row] ?? String(row + 1)),
    ...columns.map(({ values }) => cell(values[row] ?? '')),
  ])
  const caption = title || alt
  return {
    words,
    table: {
      kind: 'table',
      rows: [head, ...rows],
      headerRows: 1,
      hasRowHeaders: true,
      ...(caption ? { title: caption } : {}),
    },
  }
}

/** The points of a cache, each at its place; several levels of labels are read as one. */
function pointsOf(element: Element | undefined): string[] {
  const caches = ['c:strCache', 'c:numCache', 'c:multiLvlStrCache', 'c:strLit', 'c:numLit']
  const cache = caches.flatMap((name) => allWithin(element, name))[0]
  const direct = childOf(element, 'c:v')
  if (!cache) return direct ? [textWithin(direct)] : []
  const format = textWithin(childOf(cache, 'c:formatCode'))
  const found: string[] = []
  for (const point of childrenOf(childOf(cache, 'c:lvl') ?? cache, 'c:pt')) {
    const index = Number(point.attributes.idx)
    if (index >= 0 && index < MOST_ROWS) found[index] = shown(textWithin(childOf(point, 'c:v')), format)
  }
  return Array.from(found, (one) => one ?? '')
}

/** Shares are kept as fractions, and floating points with all their digits. */
function shown(value: string, format: string): string {
  const number = Number(value)
  if (value.trim() === '' || !Number.isFinite(number)) return value
  if (format.includes('%')) {
    const digits = /\.(0+)%/.exec(format)?.[1]?.length ?? 0
    return `${(number * 100).toFixed(digits)}%`
  }
  return value.length > 15 ? String(Number(number.toPrecision(12))) : value
}

const cell = (text: string): Cell => ({
  blocks: [
    {
      kind: 'paragraph',
      at: 0,
      role: 'text',
      level: 0,
      inlines: [{ kind: 'text', text, marks: {} }],
      item: undefined,
      indent: 0,
    },
  ],
  columns: 1,
  rows: 1,
  isBold: false,
})
