// Flickr: the data export. A `photo_ID.json` for each picture, and the pictures with the same number in their names,
// in the same folder or zip; who it is in `account_profile.json`.
import { posix } from 'node:path'
import { z } from 'zod'
import type { ArchiveFiles } from '../../ground/archives/archive-files.ts'
import type { Finding } from '../../model/finding.ts'
import { finding } from '../../rules/finding.ts'
import type { ArchivedPicture, ArchivedPost, Around, ReadArchive, Service } from '../archived-post.ts'
import { pictureIn } from '../picture-in.ts'
import { hashtagsIn, markdownOfHtml, markdownOfText } from '../post-markdown.ts'
import { readJson, some, text } from '../read-json.ts'

export const flickr: Service = {
  name: 'flickr',
  isWhole: true,
  recognise: (_, names) => names.filter((name) => /(?:^|\/)photo_\d+\.json$/.test(name)),
  read: readFlickr,
}

const number = z.union([z.string(), z.number()]).transform(Number).catch(Number.NaN)
const place = z.object({ latitude: number, longitude: number })
const PHOTO = z.object({
  id: z.union([z.string().regex(/^\d+$/), z.int().transform(String)]),
  name: text,
  description: text,
  date_taken: text,
  photopage: text,
  privacy: text,
  tags: some(z.object({ tag: text })),
  geo: z.union([place.transform((one) => [one]), z.array(place)]).catch([]),
})
type Photo = z.output<typeof PHOTO>
const PROFILE = z.object({ real_name: text, screen_name: text })

async function readFlickr(
  files: ArchiveFiles,
  found: readonly string[],
  { shown }: Around,
): Promise<ReadArchive> {
  const author = await readAuthor(files)
  const pictures = picturesByNumber(files)
  const posts: ArchivedPost[] = []
  const findings: Finding[] = []
  let leftOut = 0
  for (const name of found) {
    const photo = PHOTO.safeParse(await readJson(files, name))
    if (!photo.success)
      findings.push(finding('archived-post-is-read', { file: shown }, { problem: 'file-unread', file: name }))
    else if (photo.data.privacy !== '' && photo.data.privacy !== 'public') leftOut += 1
    else
      posts.push(
        postOf(
          photo.data,
          author,
          pictureIn(files, pictures.get(photo.data.id) ?? '', { credit: author.name }),
        ),
      )
  }
  return { posts, leftOut, findings }
}

async function readAuthor(files: ArchiveFiles): Promise<{ name: string; handle: string }> {
  const name = files.names.find((one) => posix.basename(one) === 'account_profile.json')
  const profile = name ? PROFILE.safeParse(await readJson(files, name)).data : undefined
  return { name: profile?.real_name || profile?.screen_name || '', handle: profile?.screen_name ?? '' }
}

const picturesByNumber = ({ names }: ArchiveFiles): ReadonlyMap<string, string> =>
  new Map(
    names
      .filter((name) => /\.(?:jpe?g|png|gif)$/i.test(name))
      .flatMap((name) => (posix.basename(name).match(/\d{6,}/g) ?? []).map((id) => [id, name] as const)),
  )

function postOf(
  photo: Photo,
  author: { name: string; handle: string },
  picture: ArchivedPicture,
): ArchivedPost {
  const title = markdownOfText([{ text: photo.name }])
  const said = markdownOfHtml(photo.description.replace(/\r?\n/g, '<br>'))
  return {
    service: 'flickr',
    id: photo.id,
    kind: 'photograph',
    time: timeOf(photo.date_taken),
    author: author.name,
    handle: author.handle,
    url: /^https?:/i.test(photo.photopage) ? photo.photopage : '',
    isPublic: photo.privacy === 'public',
    markdown: [title, said].filter((part) => part !== '').join('\n\n'),
    hashtags: [...photo.tags.map(({ tag }) => tag), ...hashtagsIn(`${photo.name} ${photo.description}`)],
    place: placeOf(photo),
    pictures: [picture],
  }
}

/** The clock of the camera, without an offset; zeros where it is not known. */
const timeOf = (taken: string): string => (/^0000/.test(taken) ? '' : taken.slice(0, 19))

/** Flickr writes millionths of a degree; older exports wrote degrees. */
function placeOf({ geo }: Photo): string {
  const [where] = geo
  if (!where || Number.isNaN(where.latitude) || Number.isNaN(where.longitude)) return ''
  const isSmall = Math.abs(where.latitude) <= 90 && Math.abs(where.longitude) <= 180
  const degrees = (value: number): string => (isSmall ? value : value / 1e6).toFixed(5)
  return `${degrees(where.latitude)}, ${degrees(where.longitude)}`
}
