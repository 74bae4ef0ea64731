// A picture of a moment, made small for the page: decoded and coded anew, whatever it is.
import sharp from 'sharp'
import { insidePath, readRegularFile } from '../ground/files/paths.ts'
import { MEGABYTE } from '../ground/limits.ts'

const MOST_BYTES = 100 * MEGABYTE
const MOST_PIXELS = 100_000_000
/** What is kept in memory: as many as a page shows in a long while. */
const MOST_KEPT = 400
export const SIZES = { small: 160, large: 1400 } as const

export type ShowPicture = (
  file: string,
  size: keyof typeof SIZES,
) => Promise<Uint8Array<ArrayBuffer> | undefined>

/** WebP; undefined for what is not there, or is no picture. */
export function showPictures(root: string): ShowPicture {
  const kept = new Map<string, Promise<Uint8Array<ArrayBuffer> | undefined>>()
  return (file, size) => {
    const key = `${size} ${file}`
    const made = kept.get(key) ?? make(root, file, SIZES[size])
    kept.delete(key)
    kept.set(key, made)
    const [oldest] = kept.keys()
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest)
    return made
  }
}

async function make(root: string, file: string, px: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const found = await insidePath(root, file)
  if ('problem' in found) return undefined
  try {
    const bytes = await readRegularFile(found.path, MOST_BYTES)
    if (typeof bytes === 'string') return undefined
    const image = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' }).rotate()
    const sized = image.resize({ width: px, height: px, fit: 'inside', withoutEnlargement: true })
    return new Uint8Array(await sized.webp({ quality: 80 }).toBuffer())
  } catch {
    return undefined
  }
}
