// Drawings are read back: what is written, and where.
import { describe, expect, it } from 'vitest'
import { drawChart } from '../../scripts/ground/drawing/draw-chart.ts'
import { KINDS } from '../../scripts/ground/drawing/kinds/kinds.ts'
import { type Paper, paperOf, screenPaper } from '../../scripts/ground/drawing/paper.ts'
import { textWidth } from '../../scripts/ground/drawing/text-width.ts'
import { pageMeasures } from '../../scripts/ground/page-measures.ts'
import type { ChartRow, ChartSpec } from '../../scripts/model/data.ts'

const A5 = { widthMm: 148, heightMm: 210, marginMm: { top: 21, bottom: 19, inner: 15.5, outer: 12.5 } }
const PAPERS: readonly (readonly [string, Paper])[] = [
  ['A4', paperOf()],
  ['A5', paperOf(pageMeasures(A5))],
  ['a phone', screenPaper(76)],
]

const row = (label: string, ...numbers: readonly (number | undefined)[]): ChartRow => ({
  label,
  note: '',
  count: numbers[0] ?? 0,
  percent: '',
  ...(numbers.length > 1
    ? { values: numbers.map((number) => ({ number, typed: number === undefined ? '-' : String(number) })) }
    : {}),
})
const chart = (given: Partial<ChartSpec>): ChartSpec => ({
  kind: 'bars',
  title: 'T',
  question: '',
  caption: '',
  rows: [row('A', 3), row('B', 2)],
  accent: '',
  ...given,
})

interface Text {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly baseline: number
}

const SIZES: Readonly<Record<string, number>> = { name: 4.59, note: 4.06, value: 4.06 }

/** Every text with the place where it stands in the whole drawing. */
function textsIn(svg: string): Text[] {
  const texts: Text[] = []
  const shifts: [number, number][] = [[0, 0]]
  for (const [tag, open, text] of svg.matchAll(/<g[^>]*>|<\/g>|<(text)[^>]*>([^<]*)/g)) {
    const [x = 0, y = 0] = shifts.at(-1) ?? []
    if (tag === '</g>') shifts.pop()
    else if (!open) {
      const [, dx = '0', dy = '0'] = /translate\(([-\d.]+) ([-\d.]+)\)/.exec(tag) ?? []
      shifts.push([x + Number(dx), y + Number(dy)])
    } else {
      const size = SIZES[/class="(\w+)/.exec(tag)?.[1] ?? ''] ?? 4.06
      const width = textWidth(text ?? '', 'sans') * size
      const at = x + Number(/ x="([-\d.]+)"/.exec(tag)?.[1])
      const anchor = /text-anchor="(\w+)"/.exec(tag)?.[1] ?? 'start'
      const left = anchor === 'end' ? at - width : anchor === 'middle' ? at - width / 2 : at
      texts.push({
        text: text ?? '',
        left,
        right: left + width,
        baseline: y + Number(/ y="([-\d.]+)"/.exec(tag)?.[1]),
      })
    }
  }
  return texts
}

const sizeOf = (svg: string): { width: number; height: number } => {
  const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? []
  return { width: Number(width), height: Number(height) }
}

const meetings = (texts: readonly Text[]): string[] =>
  texts.flatMap((one, index) =>
    texts
      .slice(index + 1)
      .filter(
        (other) =>
          one.left < other.right - 0.2 &&
          other.left < one.right - 0.2 &&
          Math.abs(one.baseline - other.baseline) < 3.2,
      )
      .map((other) => `${one.text} / ${other.text}`),
  )

const YEARS = ['2009', '2010', '2011', '2013', '2014', '2015', '2016']
const LONG =
  'A channel with a very long name indeed, which needs more lines than two, and Donaudampfschifffahrtsgesellschaftskapitän'
const CASES: readonly (readonly [string, ChartSpec])[] = [
  [
    'bars',
    chart({ unit: { one: 'file', many: 'files' }, rows: [row('A', 12_400), row('B', 1), row('C', 0)] }),
  ],
  ['bars below nought', chart({ rows: [row('A', 4.5), row('B', -3.2), row('C', -300)] })],
  ['bars that are all nought', chart({ rows: [row('A', 0), row('B', 0)] })],
  ['one bar with a long name', chart({ rows: [row(LONG, 3)] })],
  [
    'a share of percentages',
    chart({
      kind: 'share',
      rows: [
        { ...row('A', 100), typed: '100%' },
        { ...row(LONG, 4.5), typed: '4.50%' },
      ],
    }),
  ],
  [
    'grouped bars',
    chart({ series: ['2011', '2012', '2013'], rows: [row('A', 3, 1200, 0), row('B', 2, undefined, 7)] }),
  ],
  [
    'stacked bars',
    chart({
      stacked: true,
      series: ['a', LONG, 'c', 'd', 'e'],
      rows: [row('A', 1, 1, 1, 9999, 1), row('B', 0, 0, 0, 0, 1), row('C', 300, 20, 1, 0, 0)],
    }),
  ],
  ['a line', chart({ kind: 'lines', rows: YEARS.map((year, index) => row(year, (index * 37) % 11)) })],
  [
    'five lines',
    chart({
      kind: 'lines',
      series: ['a', 'b', 'c', 'd', LONG],
      rows: YEARS.map((year, index) => row(year, index, 5, (index * 7) % 5, undefined, 12 - index)),
    }),
  ],
  [
    'four hundred points',
    chart({
      kind: 'lines',
      rows: Array.from({ length: 400 }, (_, index) =>
        row(`Day ${index}`, Math.round(100 * Math.sin(index / 9))),
      ),
    }),
  ],
  ['dots', chart({ kind: 'dots', series: ['a', 'b'], rows: [row('A', 3, 3), row('B', 30, 2)] })],
  [
    'dots of three',
    chart({ kind: 'dots', series: ['a', 'b', 'c'], rows: [row('A', 3, 3, 4), row('B', 30, 2, -1)] }),
  ],
  ['levels', chart({ kind: 'levels', rows: [row('High', 1), row('Medium', 2000), row('Low', 1)] })],
]

describe.each(PAPERS)('on %s', (_, paper) => {
  it.each(CASES)('%s keep their words apart, and inside', (_name, spec) => {
    const svg = drawChart(spec, paper)
    const { width, height } = sizeOf(svg)
    const texts = textsIn(svg)
    expect(texts.length).toBeGreaterThan(1)
    expect(meetings(texts)).toEqual([])
    expect(texts.filter(({ left, right }) => left < -0.3 || right > width + 0.3)).toEqual([])
    expect(texts.filter(({ baseline }) => baseline < 2.5 || baseline > height + 0.3)).toEqual([])
    expect(svg).not.toMatch(/NaN|undefined|Infinity/)
  })

  it.each(CASES)('%s are as high as a page at most', (_name, spec) => {
    const [, height] = / height="([\d.]+)mm"/.exec(drawChart(spec, paper)) ?? []
    expect(Number(height)).toBeLessThanOrEqual(paper.heightMm)
  })
})

describe('bars', () => {
  it('have rows of nine to ten millimetres', () => {
    const twelve = chart({ rows: Array.from({ length: 12 }, (_, index) => row(`Row ${index}`, index)) })
    expect((sizeOf(drawChart(twelve)).height + 3.5) / 12).toBeCloseTo(9.5, 5)
  })

  it('are as long as their numbers are large, from nought', () => {
    const widths = [
      ...drawChart(chart({ rows: [row('A', 4), row('B', 2), row('C', -2)] })).matchAll(
        /class="solid" d="M([\d.]+) 0h([\d.]+)/g,
      ),
    ]
    const [a, b, c] = widths.map(([, from, width]) => ({ from: Number(from), width: Number(width) }))
    expect(a?.width).toBeCloseTo((b?.width ?? 0) * 2, 2)
    expect((c?.from ?? 0) + (c?.width ?? 0)).toBeCloseTo(a?.from ?? 0, 2)
  })

  it('say every number of every series, and leave out what is not known', () => {
    const svg = drawChart(
      chart({ series: ['2011', '2012'], rows: [row('A', 3, 1200), row('B', 2, undefined)] }),
    )
    expect(textsIn(svg).map(({ text }) => text)).toEqual(['2011', '2012', 'A', '3', '1200', 'B', '2'])
    expect(svg).toContain('aria-label="T. A 2011 3, 2012 1200; B 2011 2."')
  })

  it('differ by pattern, so that five stay apart without colour', () => {
    const svg = drawChart(chart({ series: ['a', 'b', 'c', 'd', 'e'], rows: [row('A', 1, 1, 1, 1, 1)] }))
    const bars = svg.slice(svg.indexOf('translate(0 7.8)'))
    expect([...bars.matchAll(/class="(solid|half|open|hatch)"/g)].map(([, name]) => name)).toEqual([
      'solid',
      'half',
      'open',
      'hatch',
      'open',
      'open',
      'hatch',
    ])
  })

  it('stand behind each other when they are stacked', () => {
    const svg = drawChart(chart({ stacked: true, series: ['a', 'b'], rows: [row('A', 3, 1)] }))
    const [, solid = ''] = /class="solid" d="M[^h]*h([\d.]+)v5/.exec(svg) ?? []
    expect(Number(solid)).toBeCloseTo(127.5 * 0.75, 2)
  })
})

describe('lines', () => {
  const pointsOf = (svg: string): number[] =>
    [...svg.matchAll(/class="point s0" transform="translate\(([\d.]+)/g)].map(([, x]) => Number(x))

  it('stand as far apart as their years', () => {
    const [first = 0, second = 0, third = 0] = pointsOf(
      drawChart(chart({ kind: 'lines', rows: [row('2010', 1), row('2011', 2), row('2013', 3)] })),
    )
    expect((third - second) / (second - first)).toBeCloseTo(2, 2)
  })

  it('stand in equal steps where times are in words', () => {
    const [first = 0, second = 0, third = 0] = pointsOf(
      drawChart(chart({ kind: 'lines', rows: [row('Spring', 1), row('June', 2), row('Later', 3)] })),
    )
    expect(third - second).toBeCloseTo(second - first, 2)
  })

  it('have a gap where a number is missing', () => {
    const svg = drawChart(
      chart({
        kind: 'lines',
        series: ['a', 'b'],
        rows: [row('1', 1, 1), row('2', undefined, 1), row('3', 3, 1), row('4', 3, 1)],
      }),
    )
    expect(/class="line s0" d="([^"]*)"/.exec(svg)?.[1]?.match(/M/g)).toHaveLength(2)
  })
})

it('every kind is named once, and has words for authors', () => {
  const names = KINDS.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
  for (const { about, example, name } of KINDS) {
    expect(about.length).toBeGreaterThan(10)
    expect(example).toContain(`kind=${name}`)
  }
})
