// A chart of a text → its drawing.
import type { ChartSpec } from '../../model/data.ts'
import { chartLabel } from './chart-label.ts'
import { kindOf } from './kinds/kinds.ts'
import { drawing, upright } from './marks.ts'
import { type Paper, paperOf } from './paper.ts'

/** SVG with text as text, a text alternative with every number, and no colours: those are the style sheet's. */
export const drawChart = (spec: ChartSpec, paper: Paper = paperOf()): string =>
  spec.rows.length === 0 ? emptyFrame(spec, paper) : kindOf(spec).draw(spec, paper)

/** Of a chart whose numbers are missing, as a draft shows it: a picture is seen, and has its alternative. */
function emptyFrame(spec: ChartSpec, { columnMm: widthMm }: Paper): string {
  const heightMm = 30
  const sides = [
    upright(0, 0, widthMm, LINE_MM),
    upright(0, heightMm - LINE_MM, widthMm, LINE_MM),
    upright(0, 0, LINE_MM, heightMm),
    upright(widthMm - LINE_MM, 0, LINE_MM, heightMm),
  ]
  const label = chartLabel(spec)
  return drawing(`<path class="unlit" d="${sides.join('')}"/>`, { widthMm, heightMm, name: 'chart', label })
}

const LINE_MM = 0.2
