import type { Element } from 'xast'

/** Its width by its height, as its view box has them; undefined where it has none (see settle-size.ts). */
export function shapeOfDrawing({ attributes }: Element): number | undefined {
  const [, , width = 0, height = 0] = (attributes.viewBox ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number)
  return width > 0 && height > 0 ? width / height : undefined
}
