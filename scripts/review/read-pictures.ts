// What the pictures of a Word file look like, so that one that was put in the place of another is noticed.
import { createHash } from 'node:crypto'
import { posix } from 'node:path'
import sharp from 'sharp'
import type { Element } from 'xast'
import type { ArchiveFiles } from '../ground/archives/archive-files.ts'
import { attributeOf, elementsOf } from './word-xml.ts'

export interface Look {
  readonly digest: string
  /** Eight rows of eight dots, red, green and blue; undefined for what is not drawn here. */
  readonly dots?: Uint8Array
}

/** A picture where it stands. */
export interface ShownPicture {
  readonly alternative: string
  /** Undefined for one that is not in the file. */
  readonly look: Look | undefined
}

const MOST_BYTES = 48_000_000
const MOST_PIXELS = 100_000_000
const SIDE = 8
/** Of 255, on average: what saving it smaller or in another kind of file changes is less. */
const MOST_APART = 12

/** By the ids of their relations. A picture that lies elsewhere is not fetched. */
export async function readPictures(
  files: ArchiveFiles,
  relations: Element | undefined,
): Promise<ReadonlyMap<string, Look>> {
  const looks = new Map<string, Look>()
  for (const one of relations ? elementsOf(relations) : []) {
    const name = posix.join('word', attributeOf(one, 'Target') ?? '')
    const isPicture = /\/image$/.test(attributeOf(one, 'Type') ?? '') && files.names.includes(name)
    if (isPicture) looks.set(attributeOf(one, 'Id') ?? '', await lookOf(await files.read(name, MOST_BYTES)))
  }
  return looks
}

/** Drawings of lines and of Windows are not drawn: they come from strangers. */
const OF_DOTS = /^(?:\x89PNG|\xff\xd8\xff|GIF8|RIFF....WEBP|II\*\0|MM\0\*)/s

async function lookOf(bytes: Buffer): Promise<Look> {
  const digest = createHash('sha256').update(bytes).digest('hex')
  if (!OF_DOTS.test(bytes.subarray(0, 12).toString('latin1'))) return { digest }
  const dots = await sharp(bytes, { limitInputPixels: MOST_PIXELS })
    .resize(SIDE, SIDE, { fit: 'fill' })
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
    .raw()
    .toBuffer()
    .catch(() => undefined)
  return { digest, ...(dots ? { dots } : {}) }
}

export function looksAlike(one: Look | undefined, other: Look | undefined): boolean {
  if (one?.digest === other?.digest) return true
  const [a, b] = [one?.dots, other?.dots]
  if (!a || !b || a.length !== b.length) return false
  const apart = a.reduce((sum, dot, index) => sum + Math.abs(dot - (b[index] ?? 0)), 0)
  return apart / a.length < MOST_APART
}
