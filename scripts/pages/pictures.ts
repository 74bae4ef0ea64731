// Pictures at the size they are printed: resampled to 300 ppi once, then remembered by content.

import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { type Cache, type Entry, NoRoomError, openCache } from '../ground/files/cache.ts'
import { picturePath, shownPicture } from '../ground/files/picture-file.ts'
import { type PrintedPicture, photographWidthMm } from '../ground/photograph-width.ts'
import { faultIn, UnreadableDrawing } from '../ground/svg/drawing-fault.ts'
import { readDrawing } from '../ground/svg/read-drawing.ts'
import { shapeOfDrawing } from '../ground/svg/shape-of-drawing.ts'
import { MM_PER_INCH } from '../ground/units.ts'
import type { Asset } from '../model/document.ts'
import type { Finding } from '../model/finding.ts'
import type { Settings } from '../model/settings.ts'
import { finding } from '../rules/finding.ts'
import { type Dressed, dressDrawing } from './dress-drawing.ts'

export interface Picture {
  readonly asset: Asset
  /** Pixels of the file that is printed, for the layout; undefined for drawings. */
  readonly width?: number
  readonly height?: number
  /** Width by height of a drawing. */
  readonly shape?: number | undefined
}

export type WantedPicture = PrintedPicture

const PPI = 300
/** A decoded photograph takes tens of megabytes: few at once, each on the threads that sharp has. */
const AT_ONCE = 3
/** Decoding stops here: more pixels than any page can show, fewer than would fill the memory. */
const MOST_PIXELS = 400_000_000

/** By file. A picture that cannot be read is a finding, and left out. */
export async function preparePictures(
  wanted: readonly WantedPicture[],
  settings: Settings,
): Promise<{ pictures: ReadonlyMap<string, Picture>; findings: readonly Finding[] }> {
  const largest = new Map<string, WantedPicture>()
  for (const { file, widthMm, landscapeMm = 0 } of wanted) {
    const before = largest.get(file)
    largest.set(file, {
      file,
      widthMm: Math.max(widthMm, before?.widthMm ?? 0),
      landscapeMm: Math.max(landscapeMm, before?.landscapeMm ?? 0),
    })
  }
  const pictures = new Map<string, Picture>()
  const findings: Finding[] = []
  const queue = [...largest.values()]
  const work = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const { file } = next
      try {
        const { undrawn = [], ...picture } = await preparePicture(next, settings)
        pictures.set(file, picture)
        if (undrawn.length > 0)
          findings.push(
            finding('characters-can-be-drawn', { file }, { characters: undrawn.map(quoted).join(', ') }),
          )
      } catch (cause) {
        findings.push(faultOf(file, cause, settings))
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return { pictures, findings }
}

/** A disk that is full is no fault of the picture. */
const faultOf = (file: string, cause: unknown, { cache }: Settings): Finding =>
  cause instanceof NoRoomError
    ? finding('output-is-written', { file: cache }, { reason: cause.message }, cause)
    : finding(
        'image-is-picture',
        { file: shownPicture(file) },
        { picture: shownPicture(file), ...faultIn(cause) },
        cause,
      )

async function preparePicture(
  wanted: WantedPicture,
  settings: Settings,
): Promise<Picture & Partial<Pick<Dressed, 'undrawn'>>> {
  const { file, widthMm, landscapeMm } = wanted
  const inside = await picturePath(file, settings)
  if ('problem' in inside) throw new Error(`${file} is ${inside.problem}`)
  const bytes = await readFile(inside.path)
  if (/\.svgz?$/i.test(inside.path)) return prepareDrawing(bytes, file, settings)
  const cache = openCache(settings.cache, 'pictures', settings.remembers)
  const key = await cache.keyOf(bytes, JSON.stringify([extname(file), widthMm, landscapeMm]))
  const entry = (await cache.read<Resampled>(key)) ?? (await resample(bytes, wanted, key, cache))
  const { type, ...size } = entry.facts
  const url = `/pictures/${key.slice(0, 32)}.${type}`
  const asset = { url, type: `image/${type}`, path: entry.files[type]!, source: shownPicture(file) }
  return { asset, ...size }
}

/** The cache knows the printed size, so that nothing is decoded to lay a page out. */
interface Resampled {
  readonly type: 'png' | 'jpeg'
  readonly width: number
  readonly height: number
}

const quoted = (character: string): string => `“${character}”`

/** Its name tells all that it is made of, the faces of the publication among it. */
async function prepareDrawing(bytes: Uint8Array, file: string, settings: Settings) {
  const drawing = readDrawing(bytes)
  if ('fault' in drawing) throw new UnreadableDrawing(drawing.fault)
  const { svg, undrawn } = await dressDrawing(drawing, settings)
  const name = `${createHash('sha256').update(svg).digest('hex').slice(0, 32)}.svg`
  const path = await openCache(settings.cache, 'pictures').place(name, Buffer.from(svg))
  const asset = { url: `/pictures/${name}`, type: 'image/svg+xml', path, source: file }
  return { asset, undrawn, shape: shapeOfDrawing(drawing.root) }
}

/**
 * Turned upright by its EXIF orientation; transparency is kept, photographs become JPEG. One in a wider space than
 * sRGB stays in it, with its profile: the press can print some of those colours.
 */
async function resample(
  bytes: Buffer,
  wanted: WantedPicture,
  key: string,
  cache: Cache,
): Promise<Entry<Resampled>> {
  const { default: sharp } = await import('sharp')
  const image = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'warning' })
  const { hasAlpha, format, icc, width: across, height: down, orientation = 1 } = await image.metadata()
  const [widthPx, heightPx] = orientation >= 5 ? [down, across] : [across, down]
  const width = Math.round((photographWidthMm(wanted, { widthPx, heightPx }) / MM_PER_INCH) * PPI)
  const type = hasAlpha || format === 'png' || format === 'gif' ? 'png' : 'jpeg'
  const upright = image.rotate()
  const own = type === 'jpeg' && isWideRgb(icc) ? upright.keepIccProfile() : upright.toColourspace('srgb')
  const sized = own.resize({ width, withoutEnlargement: true })
  const coded = type === 'png' ? sized.png() : sized.jpeg({ quality: 86, chromaSubsampling: '4:4:4' })
  const { data, info } = await coded.toBuffer({ resolveWithObject: true })
  return cache.write(key, { type, width: info.width, height: info.height }, { [type]: data })
}

/** ICC.1:2022, 7.2: the space of a profile's colours at byte 16, its signature at 36. */
const isWideRgb = (icc: Buffer | undefined): boolean =>
  icc !== undefined &&
  icc.toString('latin1', 16, 20) === 'RGB ' &&
  icc.toString('latin1', 36, 40) === 'acsp' &&
  !icc.includes('sRGB')
