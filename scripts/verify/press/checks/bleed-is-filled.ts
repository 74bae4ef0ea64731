import type { Finding } from '../../../model.ts'
import { finding } from '../../../rules.ts'
import { type MeasuredPage, measuredPages, paintsOnPaper } from '../areas.ts'
import type { Box } from '../box.ts'
import { groundUnder, inksOn } from '../ground-under.ts'
import { type Inks, isPaper } from '../ink.ts'
import type { Paint } from '../press-page.ts'
import type { PressProof } from '../press-proof.ts'

/** Whatever reaches the edge of a page goes on to the end of the bleed, so that no white shows where the knife slips. */
export function bleedIsFilled({ read, colours }: PressProof): readonly Finding[] {
  return measuredPages(read.pages).flatMap((measured) => {
    const sides = [
      ...new Set(paintsOnPaper(measured).flatMap((paint) => openSides(measured, paint, colours.inksOf))),
    ]
    if (sides.length === 0) return []
    return [finding('bleed-is-filled', { page: measured.sheet }, { actual: sides.sort().join(' and ') })]
  })
}

const SIDES = ['left', 'lower', 'right', 'upper'] as const
/** What ends so near to the edge was meant to reach it. */
const NEAR_PT = 0.5
/** Of a ground along most of the edge: the browser rounds boxes to three quarters of a point. */
const NEAR_GROUND_PT = 2
const GROUND = 0.6

/** The sides on which something ends at the edge, or in the bleed. */
function openSides(
  measured: MeasuredPage,
  paint: Paint,
  inksOf: PressProof['colours']['inksOf'],
): (typeof SIDES)[number][] {
  if (paint.kind === 'stroke' || isPaper(paint.look.ink) || paint.look.alpha === 0) return []
  const { trim, bleed } = measured
  return SIDES.filter((_, side) => {
    const outward = side < 2 ? -1 : 1
    const beyond = (paint.box[side]! - trim[side]!) * outward
    const room = (bleed[side]! - trim[side]!) * outward
    const near = isGround(paint.box, trim, side) ? NEAR_GROUND_PT : NEAR_PT
    if (beyond < -near || beyond > room - NEAR_PT) return false
    const inward = (paint.box[(side + 2) % 4]! - trim[side]!) * outward
    if (inward >= -NEAR_PT || !liesAlong(paint.box, trim, side)) return false // it stands in the bleed alone
    return isFlat(paint, side) && !goesOnBeneath(measured, paint, side, inksOf)
  })
}

function isGround(box: Box, trim: Box, side: number): boolean {
  const along = side % 2 === 0 ? 1 : 0
  const length = box[along + 2]! - box[along]!
  const depth = box[1 - along + 2]! - box[1 - along]!
  const whole = trim[along + 2]! - trim[along]!
  return length >= GROUND * whole && depth >= GROUND * (trim[1 - along + 2]! - trim[1 - along]!)
}

function liesAlong(box: Box, trim: Box, side: number): boolean {
  const along = side % 2 === 0 ? 1 : 0
  return box[along]! < trim[along + 2]! && box[along + 2]! > trim[along]!
}

/** Whether a shape ends in a straight edge there; a circle only comes near. */
function isFlat({ outline, box }: Paint, side: number): boolean {
  if (!outline) return true
  const { points } = outline
  const across = side % 2
  for (let at = 0; at + 3 < points.length; at += 2) {
    const isAtEdge = [at, at + 2].every((one) => Math.abs(points[one + across]! - box[side]!) < 0.1)
    if (isAtEdge && Math.abs(points[at + 1 - across]! - points[at + 3 - across]!) > 1) return true
  }
  return false
}

/** Whether the same colour lies under it and goes on: nothing white can show then. */
function goesOnBeneath(
  { page, bleed }: MeasuredPage,
  paint: Paint,
  side: number,
  inksOf: PressProof['colours']['inksOf'],
): boolean {
  const own = inksOn(paint.look, () => undefined, inksOf)
  const middle = [(paint.box[0] + paint.box[2]) / 2, (paint.box[1] + paint.box[3]) / 2] as const
  const outside = (paint.box[side]! + bleed[side]!) / 2
  const point = side % 2 === 0 ? ([outside, middle[1]] as const) : ([middle[0], outside] as const)
  const beneath = groundUnder(page.paints, page.paints.length, point, inksOf)
  return own !== undefined && beneath !== undefined && isSame(own, beneath)
}

const isSame = (one: Inks, other: Inks): boolean =>
  one.every((ink, plate) => Math.abs(ink - other[plate]!) < 0.02)
