// A chart of a text → its drawing.
import type { ChartSpec } from '../../model/data.ts'
import { BUILT_IN, type FaceWidths } from './face-widths.ts'
import { levelsChart } from './levels-chart.ts'
import { rowsChart } from './rows-chart.ts'
import { shareChart } from './share-chart.ts'

/** SVG with text as text, a text alternative with every number, and no colours: those are the style sheet's. */
export function drawChart(spec: ChartSpec, sans: FaceWidths = BUILT_IN.sans()): string {
  if (spec.kind === 'levels') return levelsChart(spec, sans)
  if (spec.kind === 'share' && spec.rows.length === 1) return shareChart(spec)
  return rowsChart(spec, sans)
}
