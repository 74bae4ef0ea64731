// Posts → the files of draft moments. One at a time: pictures are large, and there can be thousands.
import { join } from 'node:path'
import { slug } from 'github-slugger'
import { stringify } from 'yaml'
import type { ArchiveFiles } from '../ground/archives/archive-files.ts'
import { readTime } from '../ground/time/zoned-time.ts'
import type { Finding } from '../model/finding.ts'
import { finding } from '../rules/finding.ts'
import type { ArchivedPicture, ArchivedPost } from './archived-post.ts'
import { MOST_PICTURE_BYTES, pictureOf } from './picture-of.ts'

export interface DraftFile {
  /** Absolute. */
  readonly path: string
  readonly content: Uint8Array | string
}

interface DraftWishes {
  readonly root: string
  readonly zone: string
  readonly withLocation: boolean
  /** The archive's name in findings. */
  readonly shown: string
  readonly findings: Finding[]
}

/** For each post its moment and its picture. Names are taken that no file of the folder has. */
export async function* draftFiles(
  posts: readonly ArchivedPost[],
  files: ArchiveFiles,
  names: ReadonlySet<string>,
  wishes: DraftWishes,
): AsyncGenerator<readonly DraftFile[]> {
  const folder = join(wishes.root, 'launch', 'moments')
  const taken = new Set(names)
  for (const post of posts) {
    const name = freeName(post, wishes.zone, taken)
    const pictures = await readPictures(post, name, files, wishes)
    if (pictures.length === 0 && post.markdown === '') {
      // Of a picture that could not be had, a finding has said so.
      if (post.pictures.length === 0) wishes.findings.push(nothingOf(post, wishes.shown))
      continue
    }
    yield [
      ...pictures.map(({ file, bytes }) => ({ path: join(folder, file), content: bytes })),
      { path: join(folder, `${name}.md`), content: draftText(post, pictures, wishes) },
    ]
  }
}

interface DraftPicture extends ArchivedPicture {
  /** As the moment names it. */
  readonly file: string
  readonly bytes: Uint8Array
}

/** Those that can be had: `pictures/NAME.jpg`, `pictures/NAME_2.jpg`. */
async function readPictures(
  post: ArchivedPost,
  name: string,
  files: ArchiveFiles,
  wishes: DraftWishes,
): Promise<DraftPicture[]> {
  const pictures: DraftPicture[] = []
  for (const one of post.pictures) {
    const read = await readPicture(one, post, files, wishes)
    const number = pictures.length > 0 ? `_${pictures.length + 1}` : ''
    if (read) pictures.push({ ...one, file: `pictures/${name}${number}.${read.type}`, bytes: read.bytes })
  }
  return pictures
}

const nothingOf = ({ id, kind }: ArchivedPost, shown: string): Finding => {
  const problem = kind === 'video' ? 'video-without-words' : 'nothing-in-it'
  return finding('archived-post-is-read', { file: shown }, { problem, post: id })
}

/** `2013-07-26-1032-danslee`, and a number behind it when that is taken. */
function freeName({ time, handle, author, service }: ArchivedPost, zone: string, taken: Set<string>): string {
  const read = readTime(time, zone)
  const when = read ? [read.day, read.clock.replace(':', '')] : ['undated']
  const who = ascii(handle.split('@').find((part) => part !== '') ?? author) || service
  const wanted = [...when, who].filter((part) => part !== '').join('-')
  let name = wanted
  for (let turn = 2; taken.has(name); turn += 1) name = `${wanted}-${turn}`
  taken.add(name)
  return name
}

const ascii = (name: string): string =>
  slug(name.normalize('NFKD').replace(/[^\x20-\x7e]/g, ''))
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40)

async function readPicture(
  { name }: ArchivedPicture,
  { id }: ArchivedPost,
  files: ArchiveFiles,
  { shown, findings }: DraftWishes,
): ReturnType<typeof pictureOf> {
  const place = { file: shown }
  if (name === '') {
    findings.push(finding('archived-post-is-read', place, { problem: 'picture-not-there', post: id }))
    return undefined
  }
  const bytes = await files.read(name, MOST_PICTURE_BYTES).catch((): undefined => undefined)
  const picture = bytes && (await pictureOf(bytes))
  if (!picture)
    findings.push(finding('archived-post-is-read', place, { problem: 'picture-unread', file: name }))
  return picture
}

/** As an author would write it. What must be asked of a person is left open, and `check` points at it. */
function draftText(
  post: ArchivedPost,
  drawn: readonly DraftPicture[],
  { zone, withLocation }: DraftWishes,
): string {
  const time = readTime(post.time, zone)?.iso
  const pictures = drawn.map(({ file, alt, credit }) => ({ file, ...only({ alt, credit }) }))
  const matter = {
    ...(time ? { time } : {}),
    kind: post.kind,
    ...only({ author: post.author, handle: post.handle, url: post.url }),
    ...(withLocation ? only({ place: post.place }) : {}),
    ...(pictures.length === 1 ? { picture: pictures[0] } : {}),
    ...(pictures.length > 1 ? { pictures } : {}),
    consent: post.isPublic ? 'public-post' : 'unknown',
    import: { service: post.service, id: post.id },
  }
  return `---\n${stringify(matter, { lineWidth: 0 })}---\n\n${post.markdown}\n`
}

const only = (values: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''))
