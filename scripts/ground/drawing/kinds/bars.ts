// `kind=bars`: any numbers as bars, grouped where there are several columns, or stacked.
import { barsChart } from '../bars-chart.ts'
import { screenPaper } from '../paper.ts'
import { stackedChart } from '../stacked-chart.ts'
import {
  type ChartKind,
  dataThat,
  fewColumns,
  inTwoSizes,
  mostRows,
  nothingBelowNought,
  oneSign,
} from './kind.ts'

const draw: ChartKind['draw'] = (spec, paper) =>
  spec.stacked && (spec.series?.length ?? 0) > 1 ? stackedChart(spec, paper) : barsChart(spec, paper)

export const bars: ChartKind = {
  name: 'bars',
  about:
    'any numbers, those below nought to the left; several columns are grouped or, with `stacked`, behind each other',
  example:
    ':::chart{kind=bars title="Twitter grew, and Flickr did not"}\n| Channel | 2011 | 2012 |\n|---|---:|---:|\n| Twitter | 1,200 | 2,400 |\n| Flickr | 900 | 850 |\n:::',
  data: dataThat(mostRows(24), fewColumns, oneSign, (data) =>
    data.stacked ? nothingBelowNought(data) : undefined,
  ),
  draw,
  screen: (spec) => inTwoSizes((columnMm) => draw(spec, screenPaper(columnMm))),
}
