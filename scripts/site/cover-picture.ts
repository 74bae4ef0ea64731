// The picture that is shown where somebody shares an address, and the icon: the cover's marks, without words, for a drawing can
// only use fonts that the machine happens to have.
import sharp from 'sharp'
import { upright } from '../charts/marks.ts'
import { drawRings } from '../charts/rings.ts'
import type { Settings, SiteFile } from '../model.ts'
import { ringFigures } from '../templating/book-values.ts'

/** What Open Graph asks for: 1200 × 630. */
export const COVER = { path: 'cover.png', width: 1200, height: 630 } as const

export async function coverPicture(settings: Settings): Promise<SiteFile[]> {
  const { grit = '#fff', ink = '#000' } = settings.theme.tokens
  const { width, height } = COVER
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><style>.lit{fill:${colour(ink)}}.unlit{fill:none;stroke:${colour(ink)};stroke-linecap:round}</style><path fill="${colour(grit)}" d="${upright(0, 0, width, height)}"/>${art(settings)}</svg>`
  const png = await sharp(Buffer.from(drawing)).png({ palette: true, compressionLevel: 9 }).toBuffer()
  return [
    { path: COVER.path, content: png },
    { path: 'icon.svg', content: icon(colour(grit), colour(ink)) },
  ]
}

/** A colour as it may stand in an attribute; any other token is left out of the drawing. */
const colour = (token: string): string => (/^#[\da-f]{3,8}$|^[a-z]+$/i.test(token) ? token : 'none')

function art(settings: Settings): string {
  const rings = ringFigures(settings).flatMap(({ count, of }) =>
    count === undefined || of === undefined ? [] : [{ count, of }],
  )
  const { width, height } = COVER
  if (rings.length > 0)
    return drawRings({
      ...{ rings: rings as never, widthMm: width, heightMm: height, corner: 'left', lit: 'all', fill: 0.8 },
      ...{ innerMm: 90, outerMm: 1040 },
    })
  const marks = Array.from({ length: 40 }, (_, index) => upright(60 + index * 27.2, 215, 18.4, 200))
  return `<path class="lit" d="${marks.join('')}"/>`
}

/** Four marks, the second one tall: what is left of the idea at 16 pixels. */
const icon = (grit: string, ink: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path fill="${grit}" d="M0 0h16v16H0z"/><path fill="${ink}" d="M2 9h2v4H2zM5.3 3h2v10h-2zM8.7 9h2v4h-2zM12 9h2v4h-2z"/></svg>\n`
