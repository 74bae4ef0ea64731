const SIDE = 4

/**
 * The most ink on any one spot, in per cent, all four inks together. A spot is 4 × 4 pixels, 0.34 mm at 300 pixels an
 * inch: single pixels come and go with each coding as JPEG, and no ink fails to dry on a point.
 */
export function mostInk(inks: Uint8Array, widthPx: number, heightPx: number): number {
  let most = 0
  const across = Math.ceil(widthPx / SIDE)
  for (let top = 0; top < heightPx; top += SIDE) {
    const sums = new Uint32Array(across)
    const bottom = Math.min(heightPx, top + SIDE)
    for (let row = top; row < bottom; row++) {
      for (let column = 0, at = row * widthPx * 4; column < widthPx; column++, at += 4) {
        sums[(column / SIDE) | 0]! += inks[at]! + inks[at + 1]! + inks[at + 2]! + inks[at + 3]!
      }
    }
    for (const [spot, sum] of sums.entries()) {
      const pixels = (bottom - top) * (Math.min(widthPx, (spot + 1) * SIDE) - spot * SIDE)
      most = Math.max(most, sum / pixels)
    }
  }
  return (most / 255) * 100
}
