import { describe, expect, it } from 'vitest'
import { drawChart } from '../../scripts/ground/drawing/draw-chart.ts'
import type { ChartRow, ChartSpec } from '../../scripts/model/data.ts'

const unit = { one: 'person', many: 'people' }
const row = (label: string, count: number, percent = '', note = ''): ChartRow => ({
  label,
  count,
  percent,
  note,
})
const chart = (given: Partial<ChartSpec>): ChartSpec => ({
  kind: 'counts',
  title: 'Training outranks technology',
  question: 'Question 8: barriers',
  caption: '',
  rows: [row('Training', 15, '37.5%'), row('Technology', 4, '10%')],
  accent: '',
  marks: true,
  ...given,
})

const marksIn = (svg: string, name: string): number =>
  [...svg.matchAll(new RegExp(`class="${name}" d="([^"]*)"`, 'g'))].reduce(
    (sum, [, path = '']) => sum + (path.match(/M/g) ?? []).length,
    0,
  )

it('a chart without numbers, in a draft, is a frame that says what it is of', () => {
  const svg = drawChart(chart({ rows: [], question: '' }))
  expect(svg).toContain('role="img" aria-label="Training outranks technology."')
  expect(marksIn(svg, 'unlit')).toBe(4)
})

describe('a chart of marks', () => {
  it('draws one mark for each that is counted, and a stub for each of the others', () => {
    const svg = drawChart(chart({ of: 40 }))
    expect(marksIn(svg, 'lit')).toBe(19)
    expect(marksIn(svg, 'unlit')).toBe(61)
  })

  it('draws no stubs where the base is not known, and says the number at the end of the row', () => {
    const svg = drawChart(chart({}))
    expect(marksIn(svg, 'unlit')).toBe(0)
    expect(svg).toContain('>15</text>')
  })

  it('draws plain bars beyond a base of a hundred', () => {
    const svg = drawChart(chart({ of: 2000, unit, rows: [row('Yes', 1200, '60%')] }))
    expect(marksIn(svg, 'solid')).toBe(1)
    expect(svg).toContain('1200 people, 60%')
  })

  it('tells title, question and every number in one line for those who cannot see it', () => {
    const svg = drawChart(chart({ of: 40 }))
    expect(svg).toContain(
      'role="img" aria-label="Training outranks technology. Question 8: barriers. 40: Training 15 (37.5%), Technology 4 (10%)."',
    )
  })

  it('escapes labels, and keeps them on one line', () => {
    const svg = drawChart(chart({ title: 'A "<b>" &\nB', rows: [row('<script>', 3)] }))
    expect(svg).not.toContain('<script>')
    expect(svg).toContain('aria-label="A &quot;&lt;b&gt;&quot; &amp; B.')
  })

  it('sets the row under discussion apart', () => {
    const svg = drawChart(chart({ accent: 'Technology' }))
    expect(svg.match(/class="row accent"/g)).toHaveLength(1)
  })

  it('says no more than the number where nobody has said what is counted', () => {
    const svg = drawChart(chart({ of: 2000, rows: [row('Yes', 1200, '60%')] }))
    expect(svg).toContain('>1200, 60%<')
  })

  it('says one person, not one people', () => {
    const svg = drawChart(chart({ of: 40, unit, rows: [row('Radar', 1), row('Other', 2)] }))
    expect(svg).toContain('1 person<')
  })
})

describe('levels', () => {
  const levels = chart({
    kind: 'levels',
    rows: [row('High', 15, '37.5%'), row('Medium', 22, '55%'), row('Low', 3, '7.5%')],
  })

  it('count every answer once, in three fills', () => {
    const svg = drawChart(levels)
    expect([marksIn(svg, 'solid'), marksIn(svg, 'half'), marksIn(svg, 'open')]).toEqual([15, 22, 3])
  })

  it('end the last label at the end of the row', () => {
    expect(drawChart(levels)).toContain('text-anchor="end"><tspan class="name">Low 3</tspan>')
  })

  it('put labels that would meet below each other', () => {
    const narrow = {
      ...levels,
      rows: [row('Very high indeed', 1), row('Middling, more or less', 2), row('Low', 37)],
    }
    const heights = [...drawChart(narrow).matchAll(/<text class="note" x="0" y="([\d.]+)"/g)].map(
      ([, y]) => y,
    )
    expect(new Set(heights).size).toBe(3)
  })
})
