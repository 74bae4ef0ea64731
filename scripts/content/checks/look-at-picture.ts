// What a picture file really is, read from its head and its tail: its pixels are not decoded here, which would take
// seconds.

import { open } from 'node:fs/promises'
import type { Element } from 'xast'
import { readProfile } from '../../ground/colour/icc-profile.ts'
import { readRegularFile } from '../../ground/files/paths.ts'
import type { AskedFaces } from '../../ground/svg/drawing-faces.ts'
import { type Drawing, readDrawing, writeDrawing } from '../../ground/svg/read-drawing.ts'
import { drawnIn } from '../../ground/svg/settle-size.ts'
import { shapeOfDrawing } from '../../ground/svg/shape-of-drawing.ts'
import type { FactsWithout } from '../../rules/rules.ts'

type PictureFault = FactsWithout<'image-is-picture', 'picture'>
type PictureProfileFault = FactsWithout<'picture-profile-is-sound', 'picture'>

/**
 * Width in pixels, 0 for drawings, and what is wrong with the profile of its colours; or what is wrong with the
 * picture.
 */
export type LookedAt =
  | {
      readonly widthPx: number
      readonly heightPx?: number
      /** How many pictures are in the file, where there is more than the first, which is shown. */
      readonly pages?: number
      readonly profileFault?: PictureProfileFault | undefined
      readonly drawing?: LookedAtDrawing
      /** Width by height of a drawing that says them. */
      readonly shape?: number | undefined
    }
  | { readonly fault: PictureFault }

export interface LookedAtDrawing {
  /** What was taken out of it. */
  readonly taken: Drawing['taken']
  /** Families that its text asks for and that it does not bring. */
  readonly families: AskedFaces['families']
}

const MAX_SIDE = 30_000
const MAX_MILLIONS = 100
const MAX_PIXELS = MAX_MILLIONS * 1_000_000
const MAX_MB = 200
const MAX_SVG_MB = 5
const MB = 1024 * 1024
/** As the library calls them: AVIF is a kind of HEIF, whose other kind nobody may read without a licence. */
const FORMATS: ReadonlySet<string> = new Set(['jpeg', 'png', 'webp', 'gif', 'tiff', 'heif'])
const TAIL_BYTES = 65_536

export async function lookAtPicture(path: string): Promise<LookedAt> {
  try {
    return /\.svgz?$/i.test(path) ? await lookAtDrawing(path) : await lookAtPixels(path)
  } catch {
    return { fault: { problem: 'cannot-be-read' } }
  }
}

async function lookAtDrawing(path: string): Promise<LookedAt> {
  const bytes = await readRegularFile(path, MAX_SVG_MB * MB)
  if (bytes === 'too-large') return { fault: { problem: 'is-too-large', mostMb: MAX_SVG_MB } }
  if (typeof bytes === 'string') return { fault: { problem: 'is-no-file' } }
  const drawing = readDrawing(bytes)
  if ('fault' in drawing) return drawing
  const fault = await faultInMarkup(drawing.root, drawing.faces !== undefined)
  const { taken, faces } = drawing
  if (fault) return { fault }
  const shape = shapeOfDrawing(drawing.root)
  return { widthPx: 0, shape, drawing: { taken, families: faces?.families ?? [] } }
}

const GLANCE = 256

/**
 * A browser shows nothing of a drawing whose markup it does not understand, and tags nothing where nothing is drawn.
 * Only safe drawings may come here; words are drawn with other faces, or none.
 */
async function faultInMarkup(root: Element, hasText: boolean): Promise<PictureFault | undefined> {
  const { default: sharp } = await import('sharp')
  try {
    const drawn = sharp(Buffer.from(writeDrawing(drawnIn(root, GLANCE))))
    await drawn.metadata()
    if (hasText) return undefined
    const { channels } = await drawn.ensureAlpha().stats()
    return channels[3]?.max === 0 ? { problem: 'shows-nothing' } : undefined
  } catch {
    return { problem: 'has-broken-markup' }
  }
}

async function lookAtPixels(path: string): Promise<LookedAt> {
  const { head, tail, size, isFile } = await ends(path)
  if (!isFile) return { fault: { problem: 'is-no-file' } }
  if (size > MAX_MB * MB) return { fault: { problem: 'is-too-large', mostMb: MAX_MB } }
  // Drawings are read as text by their own rules, whatever their name says.
  if (/^\uFEFF?\s*<(?:\?xml|svg|!)/i.test(head.toString('utf8'))) return { fault: { problem: 'is-markup' } }
  if (isOfTelephone(head)) return { fault: { problem: 'is-of-telephones' } }
  const { default: sharp } = await import('sharp')
  const {
    format,
    pages = 1,
    width = 0,
    height = 0,
    orientation = 1,
    space = '',
    icc,
  } = await sharp(path, { limitInputPixels: false }).metadata()
  if (!FORMATS.has(format ?? ''))
    return { fault: format ? { problem: 'is-of-another-kind', kind: format } : { problem: 'cannot-be-read' } }
  if (width > MAX_SIDE || height > MAX_SIDE || width * height > MAX_PIXELS) {
    const most = { mostASide: MAX_SIDE, mostMillions: MAX_MILLIONS }
    return { fault: { problem: 'has-too-many-pixels', width, height, ...most } }
  }
  if (!isWhole(format ?? '', head, tail, size)) return { fault: { problem: 'is-cut-off' } }
  const profileFault = await faultInProfile(icc, space)
  const [widthPx, heightPx] = orientation >= 5 ? [height, width] : [width, height]
  return { widthPx, heightPx, profileFault, ...(pages > 1 ? { pages } : {}) }
}

/** A profile that cannot be used is passed over in silence by whatever decodes the picture. */
async function faultInProfile(
  icc: Buffer | undefined,
  space: string,
): Promise<PictureProfileFault | undefined> {
  if (icc === undefined) return space === 'cmyk' ? { problem: 'missing' } : undefined
  const profile = await readProfile(icc)
  if ('problem' in profile) return profile
  const expected = PROFILE_SPACES[space]
  if (expected === undefined || profile.space === expected) return undefined
  return { problem: 'of-other-colours', space: profile.space, of: expected }
}

/** By what sharp calls the colours of a picture: the space that its profile must be for. */
const PROFILE_SPACES: Readonly<Record<string, string>> = {
  srgb: 'RGB',
  rgb16: 'RGB',
  'b-w': 'GRAY',
  grey16: 'GRAY',
  cmyk: 'CMYK',
}

async function ends(path: string): Promise<{ head: Buffer; tail: Buffer; size: number; isFile: boolean }> {
  const handle = await open(path, 'r')
  try {
    const stat = await handle.stat()
    const size = stat.size
    const read = async (position: number, length: number): Promise<Buffer> => {
      const buffer = Buffer.alloc(Math.max(0, length))
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, position)
      return buffer.subarray(0, bytesRead)
    }
    if (!stat.isFile()) return { head: Buffer.alloc(0), tail: Buffer.alloc(0), size, isFile: false }
    const head = await read(0, Math.min(size, 64))
    const tail = await read(Math.max(0, size - TAIL_BYTES), Math.min(size, TAIL_BYTES))
    return { head, tail, size, isFile: true }
  } finally {
    await handle.close()
  }
}

/** ISO/IEC 23008-12: what stands in the first box of the file, its kinds among it. */
function isOfTelephone(head: Buffer): boolean {
  if (head.toString('latin1', 4, 8) !== 'ftyp') return false
  const kinds = head.toString('latin1', 8, Math.min(head.length, head.readUInt32BE(0)))
  return /hei[cxms]|hev[cxms]/.test(kinds) && !kinds.includes('avif')
}

/** JPEG ends with FF D9, PNG with its IEND chunk (cameras and editors may add bytes behind); WebP tells its length. */
function isWhole(format: string, head: Buffer, tail: Buffer, size: number): boolean {
  if (format === 'jpeg') return tail.lastIndexOf(Buffer.from([0xff, 0xd9])) >= 0
  if (format === 'gif') return tail.includes(0x3b)
  if (format === 'tiff' || format === 'heif') return true // It tells where its parts are: the library misses them.
  if (format === 'png') return tail.lastIndexOf('IEND', undefined, 'latin1') >= 0
  return head.length >= 8 && head.readUInt32LE(4) + 8 <= size
}
