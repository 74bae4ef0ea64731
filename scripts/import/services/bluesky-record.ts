// A post of Bluesky as its record says it (app.bsky.feed.post), in a repository and in answers of the API alike.
import { posix } from 'node:path'
import { z } from 'zod'
import type { ArchiveFiles } from '../../ground/archives/archive-files.ts'
import type { ArchivedPicture, ArchivedPost } from '../archived-post.ts'
import { pictureIn } from '../picture-in.ts'
import { hashtagsIn, markdownOfText, type Stretch } from '../post-markdown.ts'
import { maybe, some, text } from '../read-json.ts'

/** Of bytes: in a repository a content identifier, in JSON `{ "$link": "bafkrei…" }`. */
const link = z
  .unknown()
  .transform((ref) => z.object({ $link: z.string() }).safeParse(ref).data?.$link ?? String(ref))

const IMAGES = z.object({
  images: some(z.object({ alt: text, image: z.object({ ref: link }) })),
  video: z.unknown().optional(),
})
export const RECORD = z.object({
  text: z.string(),
  createdAt: z.string().min(10),
  tags: some(z.string()),
  facets: some(
    z.object({
      index: z.object({ byteStart: z.int().nonnegative(), byteEnd: z.int().nonnegative() }),
      features: some(z.object({ $type: z.string(), uri: text, tag: text })),
    }),
  ),
  embed: maybe(IMAGES.extend({ media: maybe(IMAGES) })),
})
type PostRecord = z.output<typeof RECORD>

export interface BlueskyAuthor {
  readonly did: string
  readonly name: string
  readonly handle: string
}

/** `key`: its own in the repository of its author. `addresses`: where its pictures can be seen. */
export function postOfRecord(
  record: PostRecord,
  key: string,
  { did, name, handle }: BlueskyAuthor,
  files: ArchiveFiles,
  addresses: readonly string[] = [],
): ArchivedPost {
  const features = record.facets.flatMap((facet) => facet.features)
  const hashtags = [...record.tags, ...features.map(({ tag }) => tag), ...hashtagsIn(record.text)]
  return {
    service: 'bluesky',
    id: `${did}/${key}`,
    time: record.createdAt,
    place: '',
    isPublic: true,
    kind: record.embed?.video || record.embed?.media?.video ? 'video' : 'post',
    author: name,
    handle,
    // Handles can change: only this is who it is for good.
    url: `https://bsky.app/profile/${did}/post/${key}`,
    markdown: markdownOfText(stretchesOf(record)),
    hashtags: hashtags.filter((tag) => tag !== ''),
    pictures: picturesOf(record, files, addresses),
  }
}

/** Facets tell bytes of UTF-8. What overlaps or lies outside is text. */
function stretchesOf({ text: words, facets }: PostRecord): Stretch[] {
  const bytes = Buffer.from(words, 'utf8')
  const links = facets
    .flatMap(({ index, features }) => {
      const url = features.find(({ $type }) => $type.endsWith('#link'))?.uri
      return url && index.byteEnd > index.byteStart && index.byteEnd <= bytes.length
        ? [{ ...index, url }]
        : []
    })
    .sort((a, b) => a.byteStart - b.byteStart)
  const stretches: Stretch[] = []
  let done = 0
  for (const { byteStart, byteEnd, url } of links) {
    if (byteStart < done) continue
    stretches.push(
      { text: bytes.toString('utf8', done, byteStart) },
      { text: bytes.toString('utf8', byteStart, byteEnd), url },
    )
    done = byteEnd
  }
  return [...stretches, { text: bytes.toString('utf8', done) }]
}

function picturesOf(
  { embed }: PostRecord,
  files: ArchiveFiles,
  addresses: readonly string[],
): ArchivedPicture[] {
  const images = [...(embed?.images ?? []), ...(embed?.media?.images ?? [])]
  return images.map(({ alt, image }, index) => {
    const name = files.names.find((one) => posix.basename(one).split('.')[0] === image.ref) ?? ''
    return pictureIn(files, name, { alt, address: addresses[index] })
  })
}
