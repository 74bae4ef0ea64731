// Bluesky: the repository of an account as a CAR file. Posts are records in it; pictures are not, and can lie beside
// it under the names of their content (`bafkrei….jpg`), as the tools of the service save them.
import { z } from 'zod'
import type { ArchiveFiles } from '../../ground/archives/archive-files.ts'
import type { Finding } from '../../model/finding.ts'
import { finding } from '../../rules/finding.ts'
import type { ArchivedPost, Around, ReadArchive, Service } from '../archived-post.ts'
import { text } from '../read-json.ts'
import { postOfRecord, RECORD } from './bluesky-record.ts'
import { readRepository } from './read-repository.ts'

export const bluesky: Service = {
  name: 'bluesky',
  isWhole: true,
  recognise: (_, names) => names.filter((name) => /\.car$/i.test(name)).slice(0, 1),
  read: readBluesky,
}

const POSTS = 'app.bsky.feed.post/'
const PROFILE = 'app.bsky.actor.profile/self'

async function readBluesky(
  files: ArchiveFiles,
  found: readonly string[],
  { shown }: Around,
): Promise<ReadArchive> {
  const { did, records } = await readRepository(await files.stream(found[0] ?? ''))
  const profile = z.object({ displayName: text }).safeParse(records.get(PROFILE))
  const account = { did, name: profile.data?.displayName ?? '', handle: '' }
  const posts: ArchivedPost[] = []
  const findings: Finding[] = []
  for (const [key, record] of records) {
    if (!key.startsWith(POSTS)) continue
    const post = RECORD.safeParse(record)
    const id = key.slice(POSTS.length)
    if (!post.success) {
      findings.push(finding('archived-post-is-read', { file: shown }, { problem: 'post-unread', post: id }))
      continue
    }
    posts.push(postOfRecord(post.data, id, account, files))
  }
  return { posts, leftOut: 0, findings }
}
