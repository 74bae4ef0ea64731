// What the exports of Instagram and Facebook have in common: JSON in which each byte of UTF-8 is written as a letter of
// its own, seconds for times, and paths of media from the top of the export.
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { ArchiveFiles } from '../ground/archives/archive-files.ts'
import type { ArchivedPicture, ArchivedPost, Service } from './archived-post.ts'
import { pictureIn } from './picture-in.ts'
import { hashtagsIn, markdownOfText, type Stretch } from './post-markdown.ts'
import { maybe, some } from './read-json.ts'

/** `Ã©` → é. What is no UTF-8 after all stays as it is. */
export function withoutMojibake(text: string): string {
  if (!/[\u0080-\u00ff]/.test(text) || /[\u0100-\uffff]/.test(text)) return text
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(text, 'latin1'))
  } catch {
    return text
  }
}

export const metaText = z.string().catch('').transform(withoutMojibake)

const degree = z.number().catch(Number.NaN)
export const MEDIA = z.object({
  uri: z.string().min(1),
  creation_timestamp: z.number().catch(0),
  title: metaText,
  description: metaText,
  media_metadata: maybe(
    z.object({
      photo_metadata: maybe(z.object({ exif_data: some(z.object({ latitude: degree, longitude: degree })) })),
    }),
  ),
})
export type Media = z.output<typeof MEDIA>

export interface MetaPost {
  /** Seconds since 1970. */
  readonly seconds: number
  readonly stretches: readonly Stretch[]
  readonly media: readonly Media[]
  readonly place: string
}

export interface MetaAccount {
  readonly author: string
  readonly handle: string
}

/** An export does not say who could see a post. */
export function postOfMeta(
  service: Service['name'],
  { seconds, stretches, media, place }: MetaPost,
  { author, handle }: MetaAccount,
  files: ArchiveFiles,
): ArchivedPost {
  const text = stretches.map((one) => one.text).join('')
  const id = createHash('sha256')
    .update([seconds, text, ...media.map(({ uri }) => uri)].join('\n'))
    .digest('hex')
  const time = new Date(seconds * 1000).toISOString()
  return {
    service,
    id: id.slice(0, 32),
    time,
    author,
    handle,
    url: '',
    isPublic: false,
    shownAs: `of ${time.slice(0, 16).replace('T', ' ')}`,
    kind: media.some(isFilm) ? 'video' : 'post',
    markdown: markdownOfText(stretches),
    hashtags: hashtagsIn(text),
    place: place || placeOf(media),
    pictures: media.filter((one) => !isFilm(one)).map((one) => pictureAt(one, author, files)),
  }
}

const isFilm = ({ uri }: Media): boolean => /\.(?:mp4|mov|webm)$/i.test(uri)

/** Paths begin at the top of the export, which may lie in a folder of its own. */
function pictureAt({ uri }: Media, credit: string, files: ArchiveFiles): ArchivedPicture {
  const name = files.names.find((one) => one === uri || one.endsWith(`/${uri}`))
  return name === undefined ? { name: uri, alt: '', credit } : pictureIn(files, name, { credit })
}

function placeOf(media: readonly Media[]): string {
  const places = media.flatMap((one) => one.media_metadata?.photo_metadata?.exif_data ?? [])
  const found = places.find(
    ({ latitude, longitude }) => Number.isFinite(latitude) && Number.isFinite(longitude),
  )
  return found ? `${found.latitude.toFixed(5)}, ${found.longitude.toFixed(5)}` : ''
}
