// A chart of a text → its drawing.
import type { ChartSpec } from '../../model/data.ts'
import { kindOf } from './kinds/kinds.ts'
import { type Paper, paperOf } from './paper.ts'

/** SVG with text as text, a text alternative with every number, and no colours: those are the style sheet's. */
export const drawChart = (spec: ChartSpec, paper: Paper = paperOf()): string => kindOf(spec).draw(spec, paper)
