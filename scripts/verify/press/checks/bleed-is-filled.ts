import type { Finding } from '../../../model/finding.ts'
import { finding } from '../../../rules/finding.ts'
import { type MeasuredPage, measuredPages, paintsOnPaper } from '../areas.ts'
import type { Box } from '../box.ts'
import { groundUnder } from '../ground-under.ts'
import { type Inks, isPaper } from '../ink.ts'
import type { Paint } from '../press-page.ts'
import type { PressProof } from '../press-proof.ts'

/**
 * Whatever reaches the edge of a page goes on to the end of the bleed, so that no white shows where the knife slips.
 */
export function bleedIsFilled({ read, colours }: PressProof): readonly Finding[] {
  return measuredPages(read.pages).flatMap((measured) => {
    const sides = [
      ...new Set(paintsOnPaper(measured).flatMap((paint) => openSides(measured, paint, colours.inksOf))),
    ]
    if (sides.length === 0) return []
    return [finding('bleed-is-filled', { page: measured.sheet }, { sides: sides.sort().join(' and ') })]
  })
}

type InksOf = PressProof['colours']['inksOf']

const SIDES = ['left', 'lower', 'right', 'upper'] as const
/** What ends so near to the edge was meant to reach it. */
const NEAR_PT = 0.5
/** Of a ground along most of the edge: the browser rounds boxes to three quarters of a point. */
const NEAR_GROUND_PT = 2
const GROUND = 0.6

/** The sides on which something ends at the edge, or in the bleed. */
function openSides(measured: MeasuredPage, paint: Paint, inksOf: InksOf): (typeof SIDES)[number][] {
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
    return isFlat(paint, side) && !goesOn(measured, paint, side, inksOf)
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

/**
 * Whether the page has one colour on both sides of its end, by what lies under or over it: nothing white can show
 * then.
 */
function goesOn({ page, trim, bleed }: MeasuredPage, { box }: Paint, side: number, inksOf: InksOf): boolean {
  const along = 1 - (side % 2)
  const middle = (Math.max(box[along]!, trim[along]!) + Math.min(box[along + 2]!, trim[along + 2]!)) / 2
  const inksAt = (across: number): Inks | undefined =>
    groundUnder(page.paints, page.paints.length, side % 2 === 0 ? [across, middle] : [middle, across], inksOf)
  const inside = inksAt(box[side]! + (side < 2 ? INSIDE_PT : -INSIDE_PT))
  const outside = inksAt((box[side]! + bleed[side]!) / 2)
  return inside !== undefined && outside !== undefined && isSame(inside, outside)
}

const INSIDE_PT = 0.1

const isSame = (one: Inks, other: Inks): boolean =>
  one.every((ink, plate) => Math.abs(ink - other[plate]!) < 0.02)
