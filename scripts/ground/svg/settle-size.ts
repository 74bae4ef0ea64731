import type { Element } from 'xast'
import { PIXELS_OF_UNIT } from '../units.ts'

const PIXELS: Readonly<Record<string, number>> = { ...PIXELS_OF_UNIT, '': 1, em: 16, ex: 8 }

/**
 * A drawing with a width and a height and without a view box is cut off where it is shown smaller: it gets one. False
 * where it says nothing of its size, or only a share of a page that it does not know.
 */
export function settleSize({ attributes }: Element): boolean {
  const box = (attributes.viewBox ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number)
  if (box.length === 4 && box.every(Number.isFinite) && box[2]! > 0 && box[3]! > 0) return true
  delete attributes.viewBox
  const [width, height] = [pixels(attributes.width), pixels(attributes.height)]
  if (!width || !height) return false
  attributes.viewBox = `0 0 ${width} ${height}`
  return true
}

export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

export function giveBox({ attributes }: Element, { left, top, width, height }: Box): void {
  const viewBox = `${left} ${top} ${width} ${height}`
  Object.assign(attributes, { width: String(width), height: String(height), viewBox })
}

function pixels(length: string | null | undefined): number | undefined {
  const [, number, unit = ''] = /^\s*([\d.]+(?:e[+-]?\d+)?)\s*([a-z]*)\s*$/i.exec(length ?? '') ?? []
  const factor = PIXELS[unit.toLowerCase()]
  return number && factor ? Number(number) * factor : undefined
}
