// What a picture looks like, in 64 bits: the same for the same photograph at another size, in another file, coded
// anew by each service that it was posted to (dHash: each point against its right neighbour).
import sharp from 'sharp'

const SIDE = 8
/** Bits in which two takes of one photograph may differ. */
const MOST_BITS_APART = 4

/** Undefined for what cannot be told from other pictures: one colour, or nothing to be seen. */
export async function pictureHash(bytes: Uint8Array): Promise<bigint | undefined> {
  try {
    const points = await sharp(bytes)
      .rotate()
      .flatten({ background: '#ffffff' })
      .greyscale()
      .resize(SIDE + 1, SIDE, { fit: 'fill' })
      .raw()
      .toBuffer()
    let hash = 0n
    for (let row = 0; row < SIDE; row += 1)
      for (let column = 0; column < SIDE; column += 1) {
        const at = row * (SIDE + 1) + column
        hash = (hash << 1n) | (points[at]! < points[at + 1]! ? 1n : 0n)
      }
    const ones = bitsOf(hash)
    return ones < MOST_BITS_APART || ones > SIDE * SIDE - MOST_BITS_APART ? undefined : hash
  } catch {
    return undefined
  }
}

export const looksAlike = (one: bigint, other: bigint): boolean => bitsOf(one ^ other) <= MOST_BITS_APART

/** Of two halves of 32 bits: counting in whole numbers takes a hundred times as long. */
function bitsOf(value: bigint): number {
  return bitsOf32(Number(value & 0xffffffffn)) + bitsOf32(Number(value >> 32n))
}

function bitsOf32(value: number): number {
  const pairs = value - ((value >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return (((fours + (fours >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}
