// Mastodon: `outbox.json` of an account archive, a collection of ActivityPub; who it is in `actor.json`.
import { posix } from 'node:path'
import { z } from 'zod'
import { damagedArchive } from '../../ground/archives/archive-fault.ts'
import type { ArchiveFiles } from '../../ground/archives/archive-files.ts'
import type { Finding } from '../../model/finding.ts'
import { finding } from '../../rules/finding.ts'
import type { ArchivedPicture, ArchivedPost, Around, ReadArchive, Service } from '../archived-post.ts'
import { pictureIn } from '../picture-in.ts'
import { markdownOfHtml, markdownOfText } from '../post-markdown.ts'
import { readJson, some, text } from '../read-json.ts'

export const mastodon: Service = {
  name: 'mastodon',
  isWhole: true,
  recognise: (_, names) => names.filter((name) => /(?:^|\/)outbox\.json$/.test(name)).slice(0, 1),
  read: readMastodon,
}

const PUBLIC = ['https://www.w3.org/ns/activitystreams#Public', 'as:Public', 'Public']
const addressees = z.union([z.string().transform((one) => [one]), z.array(z.string())]).catch([])
const NOTE = z.object({
  id: z.string().min(1),
  url: text,
  published: z.string().min(10),
  content: text,
  summary: text,
  to: addressees,
  cc: addressees,
  attachment: some(z.object({ mediaType: text, url: text, name: text })),
  tag: some(z.object({ type: text, name: text })),
})
type Note = z.output<typeof NOTE>
const OUTBOX = z.object({ orderedItems: z.array(z.unknown()) })
const ACTIVITY = z.object({ type: z.string(), object: z.unknown() })
const ACTOR = z.object({ id: text, name: text, preferredUsername: text })
type Actor = z.output<typeof ACTOR>

async function readMastodon(
  files: ArchiveFiles,
  found: readonly string[],
  { shown }: Around,
): Promise<ReadArchive> {
  const name = found[0] ?? ''
  const outbox = OUTBOX.safeParse(await readJson(files, name))
  if (!outbox.success) throw damagedArchive({ problem: 'no-posts', file: name })
  const actor = await readActor(files, posix.dirname(name))
  const posts: ArchivedPost[] = []
  const findings: Finding[] = []
  let leftOut = 0
  for (const [index, item] of outbox.data.orderedItems.entries()) {
    const activity = ACTIVITY.safeParse(item)
    const note = NOTE.safeParse(activity.data?.object)
    // Passing on what others wrote is an Announce, and it names them only by an address.
    if (activity.success && activity.data.type !== 'Create') leftOut += 1
    else if (!note.success)
      findings.push(
        finding(
          'archived-post-is-read',
          { file: shown },
          { problem: 'post-of-file-unread', number: index + 1, file: name },
        ),
      )
    else if (![...note.data.to, ...note.data.cc].some((one) => PUBLIC.includes(one))) leftOut += 1
    else {
      const pictures = picturesOf(note.data, files)
      posts.push(postOf(note.data, actor, pictures))
    }
  }
  return { posts, leftOut, findings }
}

async function readActor(files: ArchiveFiles, folder: string): Promise<Actor> {
  const name = posix.join(folder, 'actor.json')
  const nobody = { id: '', name: '', preferredUsername: '' }
  if (!files.names.includes(name)) return nobody
  return ACTOR.catch(nobody).parse(await readJson(files, name))
}

function postOf(note: Note, actor: Actor, pictures: readonly ArchivedPicture[]): ArchivedPost {
  const hasVideo = note.attachment.some(({ mediaType }) => mediaType.startsWith('video/'))
  const warning = note.summary ? `${markdownOfText([{ text: note.summary }])}\n\n` : ''
  return {
    service: 'mastodon',
    id: note.id,
    time: note.published,
    place: '',
    isPublic: true,
    kind: hasVideo ? 'video' : 'post',
    author: actor.name || actor.preferredUsername,
    handle: handleOf(actor),
    url: /^https?:/i.test(note.url) ? note.url : /^https?:/i.test(note.id) ? note.id : '',
    markdown: `${warning}${markdownOfHtml(note.content)}`.trim(),
    hashtags: note.tag.filter(({ type }) => type === 'Hashtag').map(({ name }) => name.replace(/^#/, '')),
    pictures,
  }
}

/** `@name@host`, as people of other servers write it. */
function handleOf({ id, preferredUsername }: Actor): string {
  if (!preferredUsername) return ''
  const host = URL.canParse(id) ? `@${new URL(id).host}` : ''
  return `@${preferredUsername}${host}`
}

/** An address there is a path in the archive: `/media_attachments/files/…/original/a.png`. */
function picturesOf(note: Note, files: ArchiveFiles): ArchivedPicture[] {
  return note.attachment
    .filter(({ mediaType }) => mediaType.startsWith('image/'))
    .map(({ url, name: alt }) => {
      const path = url.replace(/^https?:\/\/[^/]+/i, '').replace(/^\/+/, '')
      const name = files.names.find((one) => path !== '' && (one === path || one.endsWith(`/${path}`))) ?? ''
      return pictureIn(files, name, { alt, address: /^https?:/i.test(url) ? url : undefined })
    })
}
