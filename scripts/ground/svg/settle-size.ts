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

/** How far a drawing reaches that does not say so is seen on a large field. */
export const FIELD = { from: -1000, size: 4000 }

/** A copy that is drawn `pixels` wide and high, whatever size it asks for: one of a hundred metres takes minutes. */
export function drawnIn(root: Element, pixels: number): Element {
  const copy = structuredClone(root)
  const { from, size } = FIELD
  if (!copy.attributes.viewBox) giveBox(copy, { left: from, top: from, width: size, height: size })
  Object.assign(copy.attributes, { width: String(pixels), height: String(pixels) })
  return copy
}

function pixels(length: string | null | undefined): number | undefined {
  const [, number, unit = ''] = /^\s*([\d.]+(?:e[+-]?\d+)?)\s*([a-z]*)\s*$/i.exec(length ?? '') ?? []
  const factor = PIXELS[unit.toLowerCase()]
  return number && factor ? Number(number) * factor : undefined
}
