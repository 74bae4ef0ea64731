// Mastodon: saved answers of a server's API, as JSON: one status, a list of them (a timeline of a hashtag, of an
// account), the context of one (`ancestors`, `descendants`), a search (`statuses`).
import { posix } from 'node:path'
import { z } from 'zod'
import { damagedArchive } from '../../ground/archives/archive-fault.ts'
import type { ArchiveFiles } from '../../ground/archives/archive-files.ts'
import type { Finding } from '../../model/finding.ts'
import { finding } from '../../rules/finding.ts'
import type { ArchivedPicture, ArchivedPost, Around, ReadArchive, Service } from '../archived-post.ts'
import { jsonThatHolds } from '../json-that-holds.ts'
import { pictureIn } from '../picture-in.ts'
import { markdownOfHtml, markdownOfText } from '../post-markdown.ts'
import { maybe, readJson, some, text } from '../read-json.ts'

export const mastodonAnswers: Service = {
  name: 'mastodon-answers',
  recognise: (files, names) => jsonThatHolds(files, names, /"(?:acct|ancestors)"\s*:/),
  read: readAnswers,
}

const MEDIA = z.object({ type: text, url: text, preview_url: text, remote_url: text, description: text })
const STATUS = z.object({
  id: z.string().min(1),
  created_at: z.string().min(10),
  content: text,
  spoiler_text: text,
  visibility: text,
  uri: text,
  url: text,
  account: z.object({ acct: text, username: text, display_name: text, url: text }),
  media_attachments: some(MEDIA),
  tags: some(z.object({ name: text })),
  reblog: maybe(z.unknown()),
})
type Status = z.output<typeof STATUS>
const ANSWER = z.object({
  ancestors: maybe(z.array(z.unknown())),
  descendants: maybe(z.array(z.unknown())),
  statuses: maybe(z.array(z.unknown())),
})

async function readAnswers(
  files: ArchiveFiles,
  found: readonly string[],
  { shown }: Around,
): Promise<ReadArchive> {
  const posts = new Map<string, ArchivedPost>()
  const findings: Finding[] = []
  let leftOut = 0
  for (const name of found) {
    const statuses = statusesIn(await readJson(files, name))
    if (!statuses) throw damagedArchive({ problem: 'no-posts', file: name })
    for (const [index, given] of statuses.entries()) {
      const outer = STATUS.safeParse(given)
      // Of what was passed on, the post itself was said on the day.
      const status = outer.data?.reblog ? STATUS.safeParse(outer.data.reblog) : outer
      if (!status.success) {
        const facts = { problem: 'post-of-file-unread', number: index + 1, file: name } as const
        findings.push(finding('archived-post-is-read', { file: shown }, facts))
      } else if (['private', 'direct'].includes(status.data.visibility)) leftOut += 1
      else {
        const post = postOf(status.data, files)
        posts.set(post.id, post)
      }
    }
  }
  return { posts: [...posts.values()], leftOut, findings }
}

function statusesIn(answer: unknown): readonly unknown[] | undefined {
  if (Array.isArray(answer)) return answer
  if (STATUS.safeParse(answer).success) return [answer]
  const read = ANSWER.safeParse(answer).data
  const { ancestors, descendants, statuses } = read ?? {}
  if (!ancestors && !descendants && !statuses) return undefined
  return [...(ancestors ?? []), ...(descendants ?? []), ...(statuses ?? [])]
}

const isWeb = (address: string): boolean => /^https?:\/\//i.test(address) && URL.canParse(address)

function postOf(status: Status, files: ArchiveFiles): ArchivedPost {
  const { account, media_attachments: media, spoiler_text: warning } = status
  const words = [warning && markdownOfText([{ text: warning }]), markdownOfHtml(status.content)]
  return {
    service: 'mastodon',
    // As an account archive has it, so that the two know each other.
    id: status.uri || status.url || status.id,
    time: status.created_at,
    place: '',
    isPublic: true,
    kind: media.some(({ type }) => type === 'video' || type === 'gifv') ? 'video' : 'post',
    author: account.display_name || account.username,
    handle: handleOf(account),
    url: [status.url, status.uri].find(isWeb) ?? '',
    markdown: words.filter((part) => part !== '').join('\n\n'),
    hashtags: status.tags.map(({ name }) => name),
    pictures: media.flatMap((one) => picturesOf(one, files)),
  }
}

/** `@name@host`, as people of other servers write it. */
function handleOf({ acct, url }: Status['account']): string {
  if (acct === '' || acct.includes('@')) return acct && `@${acct}`
  return URL.canParse(url) ? `@${acct}@${new URL(url).host}` : `@${acct}`
}

/** A picture; of a film its still, where it was saved. */
function picturesOf(
  { type, url, preview_url, remote_url, description }: Status['media_attachments'][number],
  files: ArchiveFiles,
): ArchivedPicture[] {
  const isPicture = type === 'image'
  const addresses = (isPicture ? [url, remote_url, preview_url] : [preview_url]).filter(isWeb)
  const own = addresses.map((address) => posix.basename(new URL(address).pathname))
  const name = files.names.find((one) => own.includes(posix.basename(one))) ?? ''
  const picture = pictureIn(files, name, { alt: description, address: addresses[0] })
  return isPicture || picture.read ? [picture] : []
}
