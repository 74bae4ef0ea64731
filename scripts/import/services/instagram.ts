// Instagram: the export of an account as JSON. `posts_1.json`, `stories.json`, `reels.json` below `content/` or
// `media/`; who it is in `personal_information.json`.
import { posix } from 'node:path'
import { z } from 'zod'
import type { ArchiveFiles } from '../../ground/archives/archive-files.ts'
import type { Finding } from '../../model/finding.ts'
import { finding } from '../../rules/finding.ts'
import type { ArchivedPost, Around, ReadArchive, Service } from '../archived-post.ts'
import { MEDIA, type MetaAccount, metaText, postOfMeta } from '../meta-export.ts'
import { readJson, some } from '../read-json.ts'

export const instagram: Service = {
  name: 'instagram',
  isWhole: true,
  recognise: (_, names) =>
    names.filter((name) => /(?:^|\/)(?:content|media)\/(?:posts|stories|reels)(?:_\d+)?\.json$/.test(name)),
  read: readInstagram,
}

/** A post of one picture has its words beside the picture; a story is a picture and nothing around it. */
const POST = z.object({
  media: some(MEDIA).refine((media) => media.length > 0),
  title: metaText,
  creation_timestamp: z.number().catch(0),
})
const ONE = MEDIA.transform((media) => ({ media: [media], title: '', creation_timestamp: 0 }))
const LISTS = z.object({
  ig_stories: z.array(z.unknown()).catch([]),
  ig_reels_media: z.array(z.unknown()).catch([]),
})
const PROFILE = z.object({
  profile_user: some(z.object({ string_map_data: z.record(z.string(), z.object({ value: metaText })) })),
})

async function readInstagram(
  files: ArchiveFiles,
  found: readonly string[],
  { shown }: Around,
): Promise<ReadArchive> {
  const account = await readAccount(files)
  const posts: ArchivedPost[] = []
  const findings: Finding[] = []
  for (const name of found) {
    const given = await readJson(files, name)
    const lists = LISTS.safeParse(given).data
    const items = Array.isArray(given)
      ? given
      : [...(lists?.ig_stories ?? []), ...(lists?.ig_reels_media ?? [])]
    for (const [index, item] of items.entries()) {
      const post = z.union([POST, ONE]).safeParse(item)
      const seconds = post.data?.creation_timestamp || post.data?.media[0]?.creation_timestamp
      if (!post.success || !seconds) {
        const facts = { problem: 'post-of-file-unread', number: index + 1, file: name } as const
        findings.push(finding('archived-post-is-read', { file: shown }, facts))
        continue
      }
      const { media, title } = post.data
      const words = title || [...new Set(media.map((one) => one.title))].filter(Boolean).join('\n\n')
      posts.push(
        postOfMeta('instagram', { seconds, stretches: [{ text: words }], media, place: '' }, account, files),
      )
    }
  }
  return { posts, leftOut: 0, findings }
}

/** The names of what is told follow the language of the account; the two that matter are known in some. */
async function readAccount(files: ArchiveFiles): Promise<MetaAccount> {
  const name = files.names.find((one) => posix.basename(one) === 'personal_information.json')
  const told = name
    ? PROFILE.safeParse(await readJson(files, name)).data?.profile_user[0]?.string_map_data
    : undefined
  const of = (...keys: readonly string[]): string => keys.map((key) => told?.[key]?.value).find(Boolean) ?? ''
  const handle = of('Username', 'Benutzername', 'Nom d’utilisateur', 'Nombre de usuario', 'Nome utente')
  return { author: of('Name', 'Nom', 'Nombre', 'Nome') || handle, handle: handle && `@${handle}` }
}
