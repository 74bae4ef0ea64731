import { holds } from './box.ts'
import { type Ink, type Inks, mixed, overprinted } from './ink.ts'
import type { Look, Outline, Paint } from './press-page.ts'
import type { InkColours } from './press-proof.ts'

const PAPER: Inks = [0, 0, 0, 0]
/** More layers than this that one can see through are nobody's page. */
const MAX_LAYERS = 32

type InksOf = InkColours['inksOf']

/**
 * The inks that lie on the sheet at a point when the first `count` things have been painted. Undefined where that
 * cannot be said: on pictures, gradients, and under masks. Lines are left out.
 */
export function groundUnder(
  paints: readonly Paint[],
  count: number,
  [x, y]: readonly [x: number, y: number],
  inksOf: InksOf,
  layers = 0,
): Inks | undefined {
  for (let index = count - 1; index >= 0; index--) {
    const paint = paints[index]!
    if (paint.kind === 'stroke' || !holds(paint.box, x, y)) continue
    if (paint.outline && !isInside(paint.outline, x, y)) continue
    if (paint.kind !== 'fill' || layers >= MAX_LAYERS) return undefined
    return inksOn(paint.look, () => groundUnder(paints, index, [x, y], inksOf, layers + 1), inksOf)
  }
  return PAPER
}

/** What comes of a colour that is painted on a ground. */
export function inksOn(look: Look, ground: () => Inks | undefined, inksOf: InksOf): Inks | undefined {
  const own = inksOfInk(look.ink, inksOf)
  if (!own || look.veiled) return undefined
  if (look.alpha > 0.999 && !look.overprints) return own
  const beneath = ground()
  if (!beneath) return undefined
  const laid = look.overprints ? overprinted(own, beneath) : own
  return look.alpha > 0.999 ? laid : mixed(laid, beneath, look.alpha)
}

const inksOfInk = ({ space, inks, rgb }: Ink, inksOf: InksOf): Inks | undefined => {
  if (space === 'inks') return inks
  return space === 'calibrated' && rgb ? inksOf(rgb) : undefined
}

/** Whether a ray from the point to the right crosses the outline as its rule asks (8.5.3.3). */
function isInside({ points, starts, evenOdd }: Outline, x: number, y: number): boolean {
  let crossings = 0
  let winding = 0
  starts.forEach((start, index) => {
    const end = starts[index + 1] ?? points.length
    for (let at = start; at < end; at += 2) {
      const next = at + 2 < end ? at + 2 : start
      const fromY = points[at + 1]!
      const toY = points[next + 1]!
      if (fromY <= y === toY <= y) continue
      const crossX = points[at]! + ((y - fromY) / (toY - fromY)) * (points[next]! - points[at]!)
      if (crossX <= x) continue
      crossings++
      winding += toY > fromY ? 1 : -1
    }
  })
  return evenOdd ? crossings % 2 === 1 : winding !== 0
}
