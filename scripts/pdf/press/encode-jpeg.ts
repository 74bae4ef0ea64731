import sharp from 'sharp'

const OPTIONS = { quality: 90, chromaSubsampling: '4:4:4' } as const

/** Black ink alone, as luminance. */
export const encodeGreyJpeg = (grey: Uint8Array, widthPx: number, heightPx: number): Promise<Buffer> =>
  sharp(grey, { raw: { width: widthPx, height: heightPx, channels: 1 }, limitInputPixels: false })
    .toColourspace('b-w')
    .jpeg(OPTIONS)
    .toBuffer()

/** The samples of the JPEG are turned around (255 is no ink), as Adobe's are: a PDF says so with a Decode array. */
export const encodeInksJpeg = (inks: Uint8Array, widthPx: number, heightPx: number): Promise<Buffer> =>
  sharp(tiffOf(inks, widthPx, heightPx), { limitInputPixels: false })
    .pipelineColourspace('cmyk')
    .toColourspace('cmyk')
    .jpeg(OPTIONS)
    .toBuffer()

const SHORT = 3
const LONG = 4
const HEADER_BYTES = 8
const ENTRY_BYTES = 12

/** Raw samples of four channels count as RGB with transparency; in a TIFF (6.0, section 16) they can be inks. */
function tiffOf(inks: Uint8Array, width: number, height: number): Buffer {
  const count = 10
  const depthsAt = HEADER_BYTES + 2 + count * ENTRY_BYTES + 4
  const inksAt = depthsAt + 8
  const entries = [
    [256, LONG, 1, width],
    [257, LONG, 1, height],
    [258, SHORT, 4, depthsAt],
    [259, SHORT, 1, 1], // not compressed
    [262, SHORT, 1, 5], // inks
    [273, LONG, 1, inksAt],
    [277, SHORT, 1, 4],
    [278, LONG, 1, height],
    [279, LONG, 1, inks.length],
    [332, SHORT, 1, 1], // CMYK
  ] as const
  const head = Buffer.alloc(inksAt)
  head.write('II*\0', 'latin1')
  head.writeUInt32LE(HEADER_BYTES, 4)
  head.writeUInt16LE(count, HEADER_BYTES)
  for (const [index, [tag, type, values, value]] of entries.entries()) {
    const at = HEADER_BYTES + 2 + index * ENTRY_BYTES
    head.writeUInt16LE(tag, at)
    head.writeUInt16LE(type, at + 2)
    head.writeUInt32LE(values, at + 4)
    head.writeUInt32LE(value, at + 8)
  }
  for (let channel = 0; channel < 4; channel++) head.writeUInt16LE(8, depthsAt + channel * 2)
  return Buffer.concat([head, inks])
}
