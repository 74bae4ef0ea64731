/** Undoes the prediction of PNG (RFC 2083, chapter 6): each row begins with the byte of its filter. */
export function withoutPrediction(coded: Uint8Array, rowBytes: number, pixelBytes: number): Uint8Array {
  const rows = Math.floor(coded.length / (rowBytes + 1))
  const plain = new Uint8Array(rows * rowBytes)
  for (let row = 0; row < rows; row++) {
    const filter = coded[row * (rowBytes + 1)]!
    const from = row * (rowBytes + 1) + 1
    const to = row * rowBytes
    for (let at = 0; at < rowBytes; at++) {
      const left = at < pixelBytes ? 0 : plain[to + at - pixelBytes]!
      const above = row === 0 ? 0 : plain[to + at - rowBytes]!
      const corner = row === 0 || at < pixelBytes ? 0 : plain[to + at - rowBytes - pixelBytes]!
      plain[to + at] = coded[from + at]! + predicted(filter, left, above, corner)
    }
  }
  return plain
}

function predicted(filter: number, left: number, above: number, corner: number): number {
  if (filter === 1) return left
  if (filter === 2) return above
  if (filter === 3) return (left + above) >> 1
  return filter === 4 ? paeth(left, above, corner) : 0
}

function paeth(left: number, above: number, corner: number): number {
  const estimate = left + above - corner
  const [toLeft, toAbove, toCorner] = [
    Math.abs(estimate - left),
    Math.abs(estimate - above),
    Math.abs(estimate - corner),
  ]
  if (toLeft <= toAbove && toLeft <= toCorner) return left
  return toAbove <= toCorner ? above : corner
}
