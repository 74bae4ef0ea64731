// A picture of an archive → one for the publication: decoded and coded anew, so that nothing but what is seen goes
// with it. No place, no camera, no thumbnail of what was cut away.
import sharp from 'sharp'

export const MOST_PICTURE_BYTES = 100 * 1024 * 1024
const MOST_PIXELS = 100_000_000
/** Enough for the full width of a printed page at 300 ppi, and then some. */
const LONGEST_PX = 4000

export interface MadePicture {
  readonly bytes: Buffer
  /** Also the ending of its name. */
  readonly type: 'jpg' | 'png' | 'webp'
}

/** Undefined for what is no picture. */
export async function pictureOf(bytes: Buffer): Promise<MadePicture | undefined> {
  // Drawings are programs of a kind, and are not opened.
  if (/^\uFEFF?\s*</.test(bytes.toString('utf8', 0, 64))) return undefined
  try {
    const image = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
    const { format } = await image.metadata()
    const upright = image
      .rotate()
      .toColourspace('srgb')
      .resize({ width: LONGEST_PX, height: LONGEST_PX, fit: 'inside', withoutEnlargement: true })
    if (format === 'png' || format === 'gif') return { bytes: await upright.png().toBuffer(), type: 'png' }
    if (format === 'webp') return { bytes: await upright.webp({ quality: 90 }).toBuffer(), type: 'webp' }
    if (format !== 'jpeg' && format !== 'tiff') return undefined
    return { bytes: await upright.jpeg({ quality: 90 }).toBuffer(), type: 'jpg' }
  } catch {
    return undefined
  }
}
