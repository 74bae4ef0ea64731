// Bluesky: saved answers of its public API, as JSON. A thread (app.bsky.feed.getPostThread), a search
// (app.bsky.feed.searchPosts), what one account posted (app.bsky.feed.getAuthorFeed), posts by number (getPosts).
import { z } from 'zod'
import { damagedArchive } from '../../ground/archives/archive-fault.ts'
import type { ArchiveFiles } from '../../ground/archives/archive-files.ts'
import type { Finding } from '../../model/finding.ts'
import { finding } from '../../rules/finding.ts'
import type { ArchivedPost, Around, ReadArchive, Service } from '../archived-post.ts'
import { jsonThatHolds } from '../json-that-holds.ts'
import { maybe, readJson, some, text } from '../read-json.ts'
import { postOfRecord, RECORD } from './bluesky-record.ts'

export const blueskyAnswers: Service = {
  name: 'bluesky-answers',
  recognise: (files, names) => jsonThatHolds(files, names, /"(?:uri|did)"\s*:\s*"(?:at:\/\/)?did:/),
  read: readAnswers,
}

const LABELS = some(z.object({ val: text }))
const VIEW = z.object({
  uri: z.string().regex(/^at:\/\/did:[^/]+\/app\.bsky\.feed\.post\/[\w.:~-]+$/),
  author: z.object({ did: z.string(), handle: text, displayName: text, labels: LABELS }),
  record: RECORD,
  embed: maybe(
    z.object({
      images: some(z.object({ fullsize: text })),
      media: maybe(z.object({ images: some(z.object({ fullsize: text })) })),
    }),
  ),
})
type View = z.output<typeof VIEW>
/** Deeper than people talk; what an answer nests without end is no thread. */
const DEEPEST = 2000

async function readAnswers(
  files: ArchiveFiles,
  found: readonly string[],
  { shown }: Around,
): Promise<ReadArchive> {
  const posts = new Map<string, ArchivedPost>()
  const findings: Finding[] = []
  let leftOut = 0
  for (const name of found) {
    const views = viewsIn(await readJson(files, name))
    if (!views) throw damagedArchive({ problem: 'no-posts', file: name })
    leftOut += views.hidden
    for (const [index, given] of views.posts.entries()) {
      const view = VIEW.safeParse(given)
      if (view.success) {
        const post = postOf(view.data, files)
        posts.set(post.id, post)
      } else {
        const facts = { problem: 'post-of-file-unread', number: index + 1, file: name } as const
        findings.push(finding('archived-post-is-read', { file: shown }, facts))
      }
    }
  }
  return { posts: [...posts.values()], leftOut, findings }
}

const ANSWER = z.object({
  thread: z.unknown().optional(),
  posts: maybe(z.array(z.unknown())),
  feed: maybe(z.array(z.unknown())),
})
const NODE = z.object({
  post: z.unknown().optional(),
  parent: z.unknown().optional(),
  replies: z.array(z.unknown()).catch([]),
})

/** `hidden`: posts in a thread that are gone, or whose authors are blocked. Undefined for an answer of another kind. */
function viewsIn(answer: unknown): { posts: unknown[]; hidden: number } | undefined {
  const read = ANSWER.safeParse(answer).data
  if (read?.posts) return { posts: read.posts, hidden: 0 }
  if (read?.feed) return { posts: read.feed.map((item) => NODE.safeParse(item).data?.post), hidden: 0 }
  if (read?.thread === undefined) return undefined
  const posts: unknown[] = []
  let hidden = 0
  const waiting = [{ given: read.thread, depth: 0 }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { given, depth } = next
    const node = NODE.safeParse(given).data
    if (node?.post === undefined || depth > DEEPEST) hidden += 1
    else {
      posts.push(node.post)
      for (const one of [node.parent, ...node.replies])
        if (one !== undefined) waiting.push({ given: one, depth: depth + 1 })
    }
  }
  return { posts, hidden }
}

function postOf({ uri, author, record, embed }: View, files: ArchiveFiles): ArchivedPost {
  const { did, displayName: name } = author
  const handle = author.handle && author.handle !== 'handle.invalid' ? `@${author.handle}` : ''
  const addresses = [...(embed?.images ?? []), ...(embed?.media?.images ?? [])].map(
    ({ fullsize }) => fullsize,
  )
  const key = uri.slice(uri.lastIndexOf('/') + 1)
  const post = postOfRecord(record, key, { did, name, handle }, files, addresses)
  // Whoever sets this asks not to be shown to people without an account there.
  return { ...post, isPublic: !author.labels.some(({ val }) => val === '!no-unauthenticated') }
}
