const PIECE = 60_000

/** A JPEG with these bytes as its colour profile, in as many pieces as they need (ICC.1:2010, annex B.4). */
export function withProfile(jpeg: Uint8Array, icc: Uint8Array): Buffer {
  const count = Math.ceil(icc.length / PIECE)
  const pieces = Array.from({ length: count }, (_, index) => {
    const piece = icc.subarray(index * PIECE, (index + 1) * PIECE)
    const head = Buffer.from('\xff\xe2\0\0ICC_PROFILE\0', 'latin1')
    head.writeUInt16BE(head.length + piece.length, 2)
    return Buffer.concat([head, Buffer.of(index + 1, count), piece])
  })
  return Buffer.concat([jpeg.subarray(0, 2), ...pieces, jpeg.subarray(2)])
}
