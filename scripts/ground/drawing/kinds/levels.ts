// `kind=levels`: parts of one whole, from the highest to the lowest.
import { levelsChart } from '../levels-chart.ts'
import { type ChartKind, dataThat, mostRows, nothingBelowNought, oneColumn, oneSign } from './kind.ts'
import { screenLevels } from './screen-levels.ts'

export const levels: ChartKind = {
  name: 'levels',
  about: 'levels that add up to one whole, from the highest to the lowest',
  example:
    ':::chart{kind=levels of=40 title="Most are in the middle"}\n| Use | People |\n|---|---:|\n| High | 15 |\n| Medium | 22 |\n| Low | 3 |\n:::',
  data: dataThat(mostRows(7), oneColumn, nothingBelowNought, oneSign),
  draw: levelsChart,
  screen: screenLevels,
}
