// A picture of a moment, made small for the page: decoded and coded anew, whatever it is.
import { statSync } from 'node:fs'
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
  return async (file, size) => {
    const found = await insidePath(root, file)
    const stat = 'problem' in found ? undefined : statSync(found.path, { throwIfNoEntry: false })
    if ('problem' in found || !stat) return undefined
    // One that is saved anew is another.
    const key = `${size} ${file} ${stat.ino} ${stat.size} ${stat.mtimeMs}`
    const made = kept.get(key) ?? make(found.path, SIZES[size])
    kept.delete(key)
    kept.set(key, made)
    const [oldest] = kept.keys()
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest)
    return made
  }
}

async function make(path: string, px: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    const bytes = await readRegularFile(path, MOST_BYTES)
    if (typeof bytes === 'string') return undefined
    const image = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' }).rotate()
    const sized = image.resize({ width: px, height: px, fit: 'inside', withoutEnlargement: true })
    return new Uint8Array(await sized.webp({ quality: 80 }).toBuffer())
  } catch {
    return undefined
  }
}
