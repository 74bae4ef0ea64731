// `kind=lines`: what became of numbers over time.
import { linesChart } from '../lines-chart.ts'
import { screenPaper } from '../paper.ts'
import { type ChartKind, dataThat, fewColumns, inTwoSizes, leastRows, mostRows, oneSign } from './kind.ts'

export const lines: ChartKind = {
  name: 'lines',
  about: 'numbers over time: years or dates (2013, 2013-07, 2013-07-26) stand as far apart as they are',
  example:
    ':::chart{kind=lines title="Followers doubled in a year"}\n| Year | Followers |\n|---|---:|\n| 2010 | 400 |\n| 2011 | 900 |\n| 2013 | 2,100 |\n:::',
  data: dataThat(mostRows(400), leastRows(2, 'a line needs two points'), fewColumns, oneSign),
  draw: linesChart,
  screen: (spec) => inTwoSizes((columnMm) => linesChart(spec, screenPaper(columnMm))),
}
