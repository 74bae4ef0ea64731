// A QR code as one path: for readers on paper who would rather not type an address.
import { encode } from 'uqr'
import { drawing, upright } from './marks.ts'

/** Light modules around the code: ISO/IEC 18004, 9.1 asks for four. */
const QUIET = 4

/** Decoration for whoever listens: the address stands beside it as a link. */
export function qrCode(text: string, widthMm: number): string {
  // M mends 15% of the code: enough for a crease or a drop, and the modules stay large.
  const { data, size } = encode(text, { ecc: 'M', border: 0 })
  const module = widthMm / (size + 2 * QUIET)
  let path = ''
  data.forEach((row, y) => {
    for (let x = 0; x < row.length; x += 1) {
      if (!row[x]) continue
      const from = x
      while (row[x + 1]) x += 1
      // Rows overlap by a hair, or some viewers show light seams between them.
      path += upright((from + QUIET) * module, (y + QUIET) * module, (x - from + 1) * module, module * 1.02)
    }
  })
  return drawing(`<path class="lit" d="${path}"/>`, { widthMm, heightMm: widthMm, name: 'qr' })
}
