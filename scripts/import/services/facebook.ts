// Facebook: the export of an account or a page as JSON. `posts/your_posts_1.json` and what that was called before and
// since; who it is in `profile_information.json`.
import { posix } from 'node:path'
import { z } from 'zod'
import type { ArchiveFiles } from '../../ground/archives/archive-files.ts'
import type { Finding } from '../../model/finding.ts'
import { finding } from '../../rules/finding.ts'
import type { ArchivedPost, Around, ReadArchive, Service } from '../archived-post.ts'
import { MEDIA, type MetaAccount, metaText, postOfMeta } from '../meta-export.ts'
import { maybe, readJson, some } from '../read-json.ts'

export const facebook: Service = {
  name: 'facebook',
  isWhole: true,
  recognise: (_, names) => names.filter((name) => /(?:^|\/)posts\/[\w-]*posts[\w-]*\.json$/.test(name)),
  read: readFacebook,
}

const POST = z.object({
  timestamp: z.number().positive(),
  data: some(z.object({ post: metaText })),
  attachments: some(
    z.object({
      data: some(
        z.object({
          media: maybe(MEDIA),
          external_context: maybe(z.object({ url: metaText })),
          place: maybe(z.object({ name: metaText })),
        }),
      ),
    }),
  ),
})
type Post = z.output<typeof POST>
const NAME = maybe(z.object({ name: z.object({ full_name: metaText }) }))
const PROFILE = z.object({ profile_v2: NAME, profile: NAME })

async function readFacebook(
  files: ArchiveFiles,
  found: readonly string[],
  { shown }: Around,
): Promise<ReadArchive> {
  const account = await readAccount(files)
  const posts: ArchivedPost[] = []
  const findings: Finding[] = []
  let leftOut = 0
  for (const name of found) {
    const given = await readJson(files, name)
    for (const [index, item] of (Array.isArray(given) ? given : [given]).entries()) {
      const read = POST.safeParse(item)
      if (!read.success) {
        const facts = { problem: 'post-of-file-unread', number: index + 1, file: name } as const
        findings.push(finding('archived-post-is-read', { file: shown }, facts))
        continue
      }
      const post = postOf(read.data, account, files)
      // “Ann was with Bob”: told by the service, and nothing that anybody wrote or showed.
      if (post.markdown === '' && post.pictures.length === 0 && post.kind !== 'video') leftOut += 1
      else posts.push(post)
    }
  }
  return { posts, leftOut, findings }
}

function postOf(
  { timestamp: seconds, data, attachments }: Post,
  account: MetaAccount,
  files: ArchiveFiles,
): ArchivedPost {
  const attached = attachments.flatMap((one) => one.data)
  const media = attached.flatMap((one) => one.media ?? [])
  const said = data
    .map(({ post }) => post)
    .filter(Boolean)
    .join('\n\n')
  const words = said || [...new Set(media.map(({ description }) => description))].filter(Boolean).join('\n\n')
  const links = attached.flatMap(({ external_context }) =>
    external_context?.url ? [external_context.url] : [],
  )
  const stretches = [
    { text: words },
    ...links.filter((url) => !words.includes(url)).flatMap((url) => [{ text: '\n\n' }, { text: url, url }]),
  ]
  const place = attached.find((one) => one.place)?.place?.name ?? ''
  return postOfMeta('facebook', { seconds, stretches, media, place }, account, files)
}

async function readAccount(files: ArchiveFiles): Promise<MetaAccount> {
  const name = files.names.find((one) => posix.basename(one) === 'profile_information.json')
  const profile = name ? PROFILE.safeParse(await readJson(files, name)).data : undefined
  return { author: (profile?.profile_v2 ?? profile?.profile)?.name.full_name ?? '', handle: '' }
}
