// A folder of photographs: what the camera and the photographer wrote into them (EXIF, IPTC, XMP).
import { createHash } from 'node:crypto'
import exifr from 'exifr'
import sharp from 'sharp'
import { z } from 'zod'
import type { ArchiveFiles } from '../../ground/archives/archive-files.ts'
import type { Finding } from '../../model/finding.ts'
import { finding } from '../../rules/finding.ts'
import type { ArchivedPost, Around, ReadArchive, Service } from '../archived-post.ts'
import { pictureIn } from '../picture-in.ts'
import { MOST_PICTURE_BYTES } from '../picture-of.ts'
import { hashtagsIn, markdownOfText } from '../post-markdown.ts'
import { maybe } from '../read-json.ts'

export const photographs: Service = {
  name: 'photographs',
  isLast: true,
  recognise: (_, names) =>
    names.some((name) => READ.test(name)) ? names.filter((name) => READ.test(name) || UNREAD.test(name)) : [],
  read: readPhotographs,
}

const READ = /\.(?:jpe?g|png|webp|tiff?)$/i
/** Pictures of telephones and cameras that are named, and left out. */
const UNREAD = /\.(?:hei[cf]|avif|jxl|gif|bmp|dng|cr[23]|nef|arw|raf|orf|rw2)$/i

/** Text, a list of which the first counts, or a text with its language. */
const words = z
  .union([
    z.string(),
    z.number().transform(String),
    z
      .array(z.union([z.string(), z.object({ value: z.string() }).transform(({ value }) => value)]))
      .transform((all) => all[0] ?? ''),
    z.object({ value: z.string() }).transform(({ value }) => value),
  ])
  .transform((text) => text.trim())
  .catch('')
const list = z.union([z.string().transform((one) => [one]), z.array(z.string())]).catch([])
const block = <Shape extends z.ZodRawShape>(shape: Shape) => maybe(z.object(shape))
const DATA = z.object({
  ifd0: block({ ImageDescription: words, Artist: words }),
  exif: block({ DateTimeOriginal: words, CreateDate: words, OffsetTimeOriginal: words, OffsetTime: words }),
  gps: block({ latitude: z.number(), longitude: z.number() }),
  iptc: block({
    Caption: words,
    Byline: words,
    Credit: words,
    City: words,
    Sublocation: words,
    Keywords: list,
  }),
  dc: block({ description: words, creator: words, subject: list }),
  photoshop: block({ City: words, Credit: words, DateCreated: words }),
  Iptc4xmpCore: block({ Location: words, AltTextAccessibility: words }),
})
type Data = z.output<typeof DATA>

const OPTIONS = {
  tiff: true,
  ifd0: {},
  exif: true,
  gps: true,
  iptc: true,
  xmp: true,
  icc: false,
  jfif: false,
  ihdr: false,
  mergeOutput: false,
  reviveValues: false,
  translateValues: false,
}

async function readPhotographs(
  files: ArchiveFiles,
  found: readonly string[],
  { shown }: Around,
): Promise<ReadArchive> {
  const posts: ArchivedPost[] = []
  const findings: Finding[] = []
  for (const name of found) {
    if (UNREAD.test(name)) {
      findings.push(unread(name, shown))
      continue
    }
    const bytes = await files.read(name, MOST_PICTURE_BYTES).catch((): undefined => undefined)
    if (!bytes) {
      findings.push(
        finding('archived-post-is-read', { file: shown }, { problem: 'photograph-unread', file: name }),
      )
      continue
    }
    const read = await exifr.parse((await exifOfWebp(bytes)) ?? bytes, OPTIONS).catch(() => undefined)
    posts.push(postOf(files, name, bytes, DATA.parse(read ?? {})))
  }
  return { posts, leftOut: 0, findings }
}

const unread = (name: string, shown: string): Finding =>
  finding('archived-post-is-read', { file: shown }, { problem: 'photograph-of-another-kind', file: name })

/** Of WebP exifr knows nothing: its EXIF is a small TIFF of its own. */
async function exifOfWebp(bytes: Buffer): Promise<Buffer | undefined> {
  if (bytes.toString('latin1', 8, 12) !== 'WEBP') return undefined
  const { exif } = await sharp(bytes)
    .metadata()
    .catch(() => ({ exif: undefined }))
  const start =
    exif
      ?.subarray(0, 16)
      .toString('latin1')
      .search(/II\*\0|MM\0\*/) ?? -1
  return start < 0 ? undefined : exif?.subarray(start)
}

function postOf(files: ArchiveFiles, name: string, bytes: Buffer, data: Data): ArchivedPost {
  const { ifd0, iptc, dc, photoshop, Iptc4xmpCore: core } = data
  const said = dc?.description || iptc?.Caption || ifd0?.ImageDescription || ''
  const credit = iptc?.Byline || dc?.creator || ifd0?.Artist || iptc?.Credit || photoshop?.Credit || ''
  return {
    service: 'photographs',
    kind: 'photograph',
    handle: '',
    url: '',
    isPublic: false,
    id: createHash('sha256').update(bytes).digest('hex').slice(0, 32),
    time: timeOf(data),
    author: credit,
    markdown: markdownOfText([{ text: said }]),
    hashtags: [...(iptc?.Keywords ?? []), ...(dc?.subject ?? []), ...hashtagsIn(said)],
    place: placeOf(data),
    pictures: [pictureIn(files, name, { alt: core?.AltTextAccessibility ?? '', credit })],
  }
}

/** `2013:07:26 10:32:00`, with the offset where the camera knew it. */
function timeOf({ exif, photoshop }: Data): string {
  const taken = exif?.DateTimeOriginal || exif?.CreateDate || ''
  const parts = /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)/.exec(taken)
  if (!parts) return photoshop?.DateCreated ?? ''
  const [, year, month, day, clock] = parts
  const offset = exif?.OffsetTimeOriginal || exif?.OffsetTime || ''
  return `${year}-${month}-${day}T${clock}${/^(?:Z|[+-]\d\d:\d\d)$/.test(offset) ? offset : ''}`
}

function placeOf({ gps, iptc, photoshop, Iptc4xmpCore: core }: Data): string {
  const named = [core?.Location || iptc?.Sublocation, iptc?.City || photoshop?.City]
    .filter(Boolean)
    .join(', ')
  return named || (gps ? `${gps.latitude.toFixed(5)}, ${gps.longitude.toFixed(5)}` : '')
}
