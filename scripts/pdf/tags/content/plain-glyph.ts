/** A glyph that stands on the line of the one before, as Chromium writes nearly all. */
export interface PlainGlyph {
  /** Of its Td. */
  x: number
  high: number
  low: number
  /** Where its Tj ends. */
  end: number
}

/** What stands between the number and the glyph, and behind it. */
const MOVE = Buffer.from(' 0 Td <')
const SHOW = Buffer.from('> Tj\n')

/**
 * Reads `2.79 0 Td <0001> Tj` from the byte behind the operator before, on a line of its own; false for anything else.
 * A book has half a million of them, so they are read without an object, a string or a look-up each.
 */
export function readPlainGlyph(data: Buffer, from: number, glyph: PlainGlyph): boolean {
  let at = from
  if (data[at++] !== 10) return false
  const isNegative = data[at] === 45
  if (isNegative) at++
  let value = 0
  let scale = 0
  for (; ; at++) {
    const code = data[at]!
    if (code >= 48 && code <= 57) {
      value = value * 10 + code - 48
      scale *= 10
    } else if (code === 46 && scale === 0) scale = 1
    else break
  }
  if (!isAt(data, at, MOVE)) return false
  at += MOVE.length
  const high = byteAt(data, at)
  const low = byteAt(data, at + 2)
  if (high < 0 || low < 0 || !isAt(data, at + 4, SHOW)) return false
  const size = scale > 1 ? value / scale : value
  glyph.x = isNegative ? -size : size
  glyph.high = high
  glyph.low = low
  glyph.end = at + 4 + SHOW.length - 1
  return true
}

function isAt(data: Buffer, at: number, wanted: Buffer): boolean {
  for (let index = 0; index < wanted.length; index++) if (data[at + index] !== wanted[index]) return false
  return true
}

/** -1 for what is not two digits. */
function byteAt(data: Buffer, at: number): number {
  const high = DIGITS[data[at]!] ?? -1
  const low = DIGITS[data[at + 1]!] ?? -1
  return high < 0 || low < 0 ? -1 : high * 16 + low
}

const DIGITS = new Int8Array(256).fill(-1)
for (const [value, digit] of [...'0123456789ABCDEF'].entries()) DIGITS[digit.charCodeAt(0)] = value
