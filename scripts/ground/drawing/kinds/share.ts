// `kind=share`: how many of a whole.
import { barsChart } from '../bars-chart.ts'
import { hasMarks } from '../marks.ts'
import { rowsChart } from '../rows-chart.ts'
import { shareChart } from '../share-chart.ts'
import { type ChartKind, dataThat, mostRows, nothingBelowNought, oneColumn, oneSign } from './kind.ts'
import { screenRows } from './screen-rows.ts'

export const share: ChartKind = {
  name: 'share',
  about: 'shares of a whole, which `of` names; percentages alone need none',
  example:
    ':::chart{kind=share title="Most have broadband" question="What do homes have?"}\n| At home | Homes |\n|---|---:|\n| Broadband | 76% |\n| A tablet | 11% |\n:::',
  data: dataThat(mostRows(24), oneColumn, nothingBelowNought, oneSign),
  draw: (spec, paper) => {
    if (!hasMarks(spec)) return barsChart(spec, paper)
    return spec.rows.length === 1 ? shareChart(spec) : rowsChart(spec, paper.sans)
  },
  screen: screenRows,
}
