// A drawing that is as wide as the screen lets it be, with its words as text of the page, so that they can be read at
// 320 px as well as at 1280.
import type { ChartSpec } from '../../../model/data.ts'
import { chartLabel } from '../chart-label.ts'
import { escapeText } from '../marks.ts'

export const WIDTH = 1000
export const HEIGHT = 100

/** One picture for whoever listens: its label holds every number. */
export const plot = (spec: ChartSpec, body: string): string =>
  `<div class="plot ${spec.kind}" role="img" aria-label="${escapeText(chartLabel(spec))}">${body}</div>`

/** Widths may stretch, heights are the style sheet's: `none` lets both be what they are. */
export const strip = (body: string): string =>
  `<svg class="strip" aria-hidden="true" viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none">${body}</svg>`
