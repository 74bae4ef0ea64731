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

export interface Alike<Value> {
  /** The first that was added of those that look like it. */
  readonly of: (hash: bigint) => Value | undefined
  readonly add: (hash: bigint, value: Value) => void
}

/** Found without looking at all of them: of two that look alike, one part at least is the same. */
export function openAlike<Value>(): Alike<Value> {
  const byPart = new Map<number, { hash: bigint; order: number; value: Value }[]>()
  let count = 0
  return {
    of: (hash) =>
      partsOf(hash)
        .flatMap((part) => byPart.get(part)?.find((one) => looksAlike(one.hash, hash)) ?? [])
        .toSorted((a, b) => a.order - b.order)[0]?.value,
    add: (hash, value) => {
      const one = { hash, order: count++, value }
      for (const part of partsOf(hash)) {
        const known = byPart.get(part)
        if (known) known.push(one)
        else byPart.set(part, [one])
      }
    },
  }
}

const PARTS = MOST_BITS_APART + 1
const BITS_OF_PART = Math.ceil((SIDE * SIDE) / PARTS)

const partsOf = (hash: bigint): number[] =>
  Array.from(
    { length: PARTS },
    (_, index) =>
      index * 2 ** BITS_OF_PART + Number(BigInt.asUintN(BITS_OF_PART, hash >> BigInt(index * BITS_OF_PART))),
  )

/** Of two halves of 32 bits: counting in whole numbers takes a hundred times as long. */
function bitsOf(value: bigint): number {
  return bitsOf32(Number(value & 0xffffffffn)) + bitsOf32(Number(value >> 32n))
}

function bitsOf32(value: number): number {
  const pairs = value - ((value >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return (((fours + (fours >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}
