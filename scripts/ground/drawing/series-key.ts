// The key of a chart: which fill, point or line is whose.

import type { FaceWidths } from './face-widths.ts'
import { escapeText, round } from './marks.ts'
import { breakLines, hardBroken, textWidth } from './text-width.ts'

const LINE_MM = 5.4
const SIZE_MM = 4.06
const SWATCH_MM = 6
const GAP_MM = 6

/** `swatch` draws into a box of 6 × 3.4 mm. The names follow each other, on as many lines as they need. */
export function seriesKey(
  names: readonly string[],
  widthMm: number,
  sans: FaceWidths,
  swatch: (series: number) => string,
): { readonly body: string; readonly heightMm: number } {
  let [x, line, body] = [0, 0, '']
  for (const [series, name] of names.entries()) {
    const most = (widthMm - SWATCH_MM - 2) / SIZE_MM
    const lines = breakLines(name, most, sans).flatMap((one) => hardBroken(one, most, sans))
    const width = SWATCH_MM + 2 + Math.max(0, ...lines.map((one) => textWidth(one, sans))) * SIZE_MM
    if (x > 0 && x + width > widthMm) [x, line] = [0, line + 1]
    const y = line * LINE_MM
    const texts = lines.map(
      (text, index) =>
        `<text class="note" x="${SWATCH_MM + 2}" y="${round(3.3 + index * LINE_MM)}">${escapeText(text)}</text>`,
    )
    body += `<g transform="translate(${round(x)} ${round(y)})">${swatch(series)}${texts.join('')}</g>`
    x += width + GAP_MM
    line += Math.max(0, lines.length - 1)
  }
  return { body, heightMm: (line + 1) * LINE_MM + 2.4 }
}
