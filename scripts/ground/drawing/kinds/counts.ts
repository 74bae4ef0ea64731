// `kind=counts`: how many of each.
import { barsChart } from '../bars-chart.ts'
import { hasMarks } from '../marks.ts'
import { rowsChart } from '../rows-chart.ts'
import { type ChartKind, dataThat, mostRows, nothingBelowNought, oneColumn, oneSign } from './kind.ts'
import { screenRows } from './screen-rows.ts'

export const counts: ChartKind = {
  name: 'counts',
  about: 'how many there are of each, side by side',
  example:
    ':::chart{kind=counts title="Most read Twitter" unit="reader | readers" caption="Both were asked."}\n| Channel | Readers |\n|---|---:|\n| Flickr | 40 |\n| Twitter | 90 |\n:::',
  data: dataThat(mostRows(24), oneColumn, nothingBelowNought, oneSign),
  draw: (spec, paper) => (hasMarks(spec) ? rowsChart(spec, paper.sans) : barsChart(spec, paper)),
  screen: screenRows,
}
