// Pictures in the formats and widths that screens ask for: made once, then remembered by content.
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { type Cache, type Entry, NoRoomError, openCache } from '../ground/files/cache.ts'
import { cropAddress } from '../ground/files/crop-address.ts'
import { picturePath, shownPicture } from '../ground/files/picture-file.ts'
import { faultIn, UnreadableDrawing } from '../ground/svg/drawing-fault.ts'
import { readDrawing, writeDrawing } from '../ground/svg/read-drawing.ts'
import { shapeOfDrawing } from '../ground/svg/shape-of-drawing.ts'
import type { Book } from '../model/book.ts'
import type { Finding } from '../model/finding.ts'
import type { Settings } from '../model/settings.ts'
import type { SiteFile } from '../model/site.ts'
import { finding } from '../rules/finding.ts'

/** A picture on the website. Paths are those of `files`; drawings have one file and no size. */
export interface SitePicture {
  readonly path: string
  readonly width?: number
  readonly height?: number
  /** Width by height of a drawing. */
  readonly shape?: number | undefined
  /** Modern formats first. */
  readonly sources: readonly {
    readonly type: string
    readonly files: readonly { path: string; width: number }[]
  }[]
}

const WIDTHS = [480, 960, 1440] as const
const FORMATS = ['avif', 'webp'] as const
/** More pixels than any page can show, fewer than would fill the memory. */
const MOST_PIXELS = 400_000_000
/** Part of every name: a change of the settings below makes new files. */
const RECIPE = 1

/**
 * By file. A picture that cannot be read is a finding, and left out. One at a time: each decodes to tens of
 * megabytes.
 */
export async function sitePictures(
  book: Book,
  settings: Settings,
): Promise<{ pictures: ReadonlyMap<string, SitePicture>; files: SiteFile[]; findings: Finding[] }> {
  const pictures = new Map<string, SitePicture>()
  const files: SiteFile[] = []
  const findings: Finding[] = []
  for (const file of wantedFiles(book, settings)) {
    try {
      const made = await makePicture(file, settings)
      pictures.set(file, made.picture)
      files.push(...made.files)
    } catch (cause) {
      findings.push(
        cause instanceof NoRoomError
          ? finding('output-is-written', { file: settings.cache }, { reason: cause.message }, cause)
          : finding(
              'image-is-picture',
              { file: shownPicture(file) },
              { picture: shownPicture(file), ...faultIn(cause) },
              cause,
            ),
      )
    }
  }
  return { pictures, files, findings }
}

const wantedFiles = (book: Book, { publication: { logo } }: Settings): string[] => [
  ...(logo ? [logo.file] : []),
  ...new Set(
    book.chapters.flatMap(({ images, matter }) => [
      ...images.map(({ file }) => file),
      ...(matter.picture ? [matter.picture.file] : []),
    ]),
  ),
  ...(book.launch?.moments.flatMap(({ pictures }) =>
    pictures.map(({ file, crop }) => cropAddress(file, crop)),
  ) ?? []),
]

async function makePicture(file: string, settings: Settings) {
  const inside = await picturePath(file, settings)
  if ('problem' in inside) throw new Error(`${file} is ${inside.problem}`)
  const bytes = await readFile(inside.path)
  const stem = createHash('sha256').update(bytes).update(`|site|${RECIPE}`).digest('hex').slice(0, 24)
  if (/\.svgz?$/i.test(inside.path)) {
    const path = `pictures/${stem}.svg`
    const drawing = readDrawing(bytes)
    if ('fault' in drawing) throw new UnreadableDrawing(drawing.fault)
    const picture = { path, sources: [], shape: shapeOfDrawing(drawing.root) }
    return { picture, files: [{ path, content: writeDrawing(drawing.root) }] }
  }
  const cache = openCache(settings.cache, 'site-pictures', settings.remembers)
  const key = await cache.keyOf(bytes)
  const entry = (await cache.read<SitePicture>(key)) ?? (await encode(bytes, stem, key, cache))
  const picture = entry.facts
  const paths = [picture.path, ...picture.sources.flatMap((source) => source.files.map((one) => one.path))]
  const kept = (path: string): string => entry.files[path.replace('pictures/', '')]!
  return { picture, files: paths.map((path) => ({ path, content: { copyOf: kept(path) } })) }
}

/** Turned upright by its EXIF orientation. What a camera wrote into the file, the place among it, is left behind. */
async function encode(bytes: Buffer, stem: string, key: string, cache: Cache): Promise<Entry<SitePicture>> {
  const made: Record<string, Uint8Array> = {}
  const image = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'warning' })
    .rotate()
    .toColourspace('srgb')
  const { hasAlpha, format, autoOrient } = await sharp(bytes).metadata()
  const own = autoOrient.width
  const widths = [...new Set(WIDTHS.map((width) => Math.min(width, own)))]
  const sources = []
  for (const type of FORMATS) {
    const files = []
    for (const width of widths) {
      const name = `${stem}-${width}.${type}`
      const sized = image.clone().resize({ width })
      const coded = type === 'avif' ? sized.avif({ quality: 55, effort: 3 }) : sized.webp({ quality: 78 })
      made[name] = await coded.toBuffer()
      files.push({ path: `pictures/${name}`, width })
    }
    sources.push({ type: `image/${type}`, files })
  }
  const type = hasAlpha || format === 'png' || format === 'gif' ? 'png' : 'jpeg'
  const sized = image.clone().resize({ width: widths.at(-1) ?? own })
  const coded = type === 'png' ? sized.png() : sized.jpeg({ quality: 80, mozjpeg: true })
  const { data, info } = await coded.toBuffer({ resolveWithObject: true })
  made[`${stem}.${type}`] = data
  const path = `pictures/${stem}.${type}`
  return cache.write(key, { path, width: info.width, height: info.height, sources }, made)
}
