// Levels on the screen, in one strip with a key.
import type { ChartSpec } from '../../../model/data.ts'
import { asTyped } from '../../language/unit.ts'
import { escapeText, hasMarks, markStep, upright } from '../marks.ts'
import { HEIGHT, plot, strip, WIDTH } from './screen-strip.ts'

/** High, medium, low: told by height, by fill and in words. */
export function screenLevels(spec: ChartSpec): string {
  const total = spec.rows.reduce((sum, { count }) => sum + count, 0)
  const last = spec.rows.length - 1
  const { step, mark } = markStep(total, WIDTH)
  let before = 0
  const paths = spec.rows.map(({ count }, index) => {
    const height = last < 1 ? HEIGHT : HEIGHT - (index * 70) / last
    const part = (from: number, width: number): string => upright(from, HEIGHT - height, width, height)
    const path = hasMarks(spec)
      ? Array.from({ length: count }, (_, one) => part((before + one) * step, mark)).join('')
      : part((before / (total || 1)) * WIDTH, Math.max((count / (total || 1)) * WIDTH - 4, 1))
    before += count
    return `<path class="${levelOf(index, last)}" d="${path}"/>`
  })
  const names = spec.rows.map(
    (row, index) =>
      `<li><span class="swatch ${levelOf(index, last)}"></span><b>${escapeText(row.label)}</b> <span class="numbers">${escapeText([row.percent, asTyped(row)].filter(Boolean).join(', '))}</span></li>`,
  )
  return plot(spec, `${strip(paths.join(''))}<ul class="levels-key">${names.join('')}</ul>`)
}

const levelOf = (index: number, last: number): string =>
  index === 0 ? 'solid' : index === last ? 'open' : 'half'
