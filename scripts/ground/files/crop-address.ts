// The shown part of a picture as an address: `hall.jpg#xywh=percent:0,10,100,80` (W3C Media Fragments URI 1.0, 4.2.2).
import type { PictureCrop } from '../../model/launch.ts'

const FRAGMENT = /#xywh=percent:([\d.]+),([\d.]+),([\d.]+),([\d.]+)$/
/** More pixels than any page can show, fewer than would fill the memory. */
const MOST_PIXELS = 400_000_000

export function cropAddress(file: string, crop: PictureCrop | undefined): string {
  if (!crop) return file
  const percents = [crop.x, crop.y, crop.width, crop.height].map((part) => Math.round(part * 1e6) / 1e4)
  return `${file}#xywh=percent:${percents.join(',')}`
}

/** The file, and of a cropped picture the part in parts of 1. */
export function readCropAddress(address: string): { readonly file: string; readonly crop?: PictureCrop } {
  const found = FRAGMENT.exec(address)
  if (!found) return { file: address }
  const [x = 0, y = 0, width = 1, height = 1] = found.slice(1).map((percent) => Number(percent) / 100)
  return { file: address.slice(0, found.index), crop: { x, y, width, height } }
}

/**
 * Upright, and nothing of the rest goes with it. Throws for what is no picture. The library takes a tenth of a second
 * to load: what has no picture to open does without.
 */
export async function cropped(
  bytes: Buffer,
  { x, y, width, height }: PictureCrop,
): Promise<{ bytes: Buffer; type: 'jpg' | 'png' }> {
  const { default: sharp } = await import('sharp')
  const image = sharp(bytes, { limitInputPixels: MOST_PIXELS })
  const { hasAlpha, format, autoOrient } = await image.metadata()
  const left = Math.min(Math.floor(x * autoOrient.width), autoOrient.width - 1)
  const top = Math.min(Math.floor(y * autoOrient.height), autoOrient.height - 1)
  const part = image
    .autoOrient()
    .keepIccProfile()
    .extract({
      left,
      top,
      width: Math.max(1, Math.min(Math.round(width * autoOrient.width), autoOrient.width - left)),
      height: Math.max(1, Math.min(Math.round(height * autoOrient.height), autoOrient.height - top)),
    })
  if (hasAlpha || format === 'png' || format === 'gif')
    return { bytes: await part.png().toBuffer(), type: 'png' }
  return { bytes: await part.jpeg({ quality: 95, chromaSubsampling: '4:4:4' }).toBuffer(), type: 'jpg' }
}
