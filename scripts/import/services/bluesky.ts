// Bluesky: the repository of an account as a CAR file. Posts are records in it; pictures are not, and can lie beside
// it under the names of their content (`bafkrei….jpg`), as the tools of the service save them.
import { posix } from 'node:path'
import { z } from 'zod'
import type { ArchiveFiles } from '../../ground/archives/archive-files.ts'
import type { Finding } from '../../model/finding.ts'
import { finding } from '../../rules/finding.ts'
import type { ArchivedPicture, ArchivedPost, ReadArchive, Service } from '../archived-post.ts'
import { hashtagsIn, markdownOfText, type Stretch } from '../post-markdown.ts'
import { maybe, some, text } from '../read-json.ts'
import { readRepository } from './read-repository.ts'

export const bluesky: Service = {
  name: 'bluesky',
  recognise: (names) => names.filter((name) => /\.car$/i.test(name)).slice(0, 1),
  read: readBluesky,
}

const POSTS = 'app.bsky.feed.post/'
const PROFILE = 'app.bsky.actor.profile/self'

const IMAGES = z.object({
  images: some(z.object({ alt: text, image: z.object({ ref: z.unknown() }) })),
  video: z.unknown().optional(),
})
const POST = z.object({
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
type Post = z.output<typeof POST>
interface Account {
  readonly did: string
  readonly name: string
}

async function readBluesky(
  files: ArchiveFiles,
  found: readonly string[],
  shown: string,
): Promise<ReadArchive> {
  const { did, records } = await readRepository(await files.stream(found[0] ?? ''))
  const profile = z.object({ displayName: text }).safeParse(records.get(PROFILE))
  const account = { did, name: profile.data?.displayName ?? '' }
  const posts: ArchivedPost[] = []
  const findings: Finding[] = []
  for (const [key, record] of records) {
    if (!key.startsWith(POSTS)) continue
    const post = POST.safeParse(record)
    const id = key.slice(POSTS.length)
    if (!post.success) {
      findings.push(finding('archived-post-is-read', { file: shown }, { problem: 'post-unread', post: id }))
      continue
    }
    const pictures = picturesOf(post.data, files)
    posts.push(postOf(post.data, id, account, pictures))
  }
  return { posts, leftOut: 0, findings }
}

function postOf(
  post: Post,
  id: string,
  { did, name }: Account,
  pictures: readonly ArchivedPicture[],
): ArchivedPost {
  const features = post.facets.flatMap((facet) => facet.features)
  return {
    service: 'bluesky',
    id: `${did}/${id}`,
    time: post.createdAt,
    place: '',
    isPublic: true,
    kind: post.embed?.video || post.embed?.media?.video ? 'video' : 'post',
    author: name,
    // Handles can change, and the repository holds none: only who it is for good.
    handle: '',
    url: `https://bsky.app/profile/${did}/post/${id}`,
    markdown: markdownOfText(stretchesOf(post)),
    hashtags: [...post.tags, ...features.map(({ tag }) => tag), ...hashtagsIn(post.text)].filter(
      (tag) => tag !== '',
    ),
    pictures,
  }
}

/** Facets tell bytes of UTF-8. What overlaps or lies outside is text. */
function stretchesOf({ text: words, facets }: Post): Stretch[] {
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

function picturesOf({ embed }: Post, { names }: ArchiveFiles): ArchivedPicture[] {
  const images = [...(embed?.images ?? []), ...(embed?.media?.images ?? [])]
  return images.map(({ alt, image }) => {
    const content = String(image.ref)
    const name = names.find((one) => posix.basename(one).split('.')[0] === content) ?? ''
    return { name, alt, credit: '' }
  })
}
