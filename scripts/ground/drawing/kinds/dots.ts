// `kind=dots`: how far numbers lie apart.
import { dotsChart } from '../dots-chart.ts'
import { screenPaper } from '../paper.ts'
import { type ChartKind, dataThat, fewColumns, inTwoSizes, mostRows, oneSign } from './kind.ts'

export const dots: ChartKind = {
  name: 'dots',
  about: 'a point for each number, on one line for each row: how far they lie apart',
  example:
    ':::chart{kind=dots title="Members follow officers"}\n| Channel | Members | Officers |\n|---|---:|---:|\n| Twitter | 12% | 30% |\n| Flickr | 5% | 8% |\n:::',
  data: dataThat(mostRows(24), fewColumns, oneSign),
  draw: dotsChart,
  screen: (spec) => inTwoSizes((columnMm) => dotsChart(spec, screenPaper(columnMm))),
}
