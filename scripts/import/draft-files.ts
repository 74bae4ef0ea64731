// Posts → the files of draft moments. One at a time: pictures are large, and there can be thousands.
import { join } from 'node:path'
import { slug } from 'github-slugger'
import { stringify } from 'yaml'
import { MOST_LETTERS_OF_MOMENT } from '../ground/limits.ts'
import { readTime, type ZonedTime } from '../ground/time/zoned-time.ts'
import type { Finding } from '../model/finding.ts'
import { finding } from '../rules/finding.ts'
import type { FactsOf } from '../rules/rules.ts'
import type { ArchivedPicture, ArchivedPost } from './archived-post.ts'
import { type Double, type Likeness, openDoubles } from './doubles.ts'
import type { KnownMoments } from './known-moments.ts'
import { pictureHash } from './picture-hash.ts'
import { type MadePicture, pictureOf } from './picture-of.ts'
import { withoutContacts } from './without-contacts.ts'

export interface DraftFile {
  /** Absolute. */
  readonly path: string
  readonly content: Uint8Array | string
}

export interface PostOfArchive extends ArchivedPost {
  /** The archive's name in findings. */
  readonly shown: string
}

/** What is written of a post, which may be nothing, and what is to be said of it. */
export interface Draft {
  readonly files: readonly DraftFile[]
  readonly findings: readonly Finding[]
}

export interface DraftWishes {
  readonly root: string
  readonly zone: string
  readonly withLocation: boolean
  readonly withContacts: boolean
  /** Whether a post that may be told already is a draft of its own. Left out where nobody can be asked. */
  readonly ask?: (post: ArchivedPost, file: string, double: Double) => Promise<'write' | 'leave'>
}

const FOLDER = 'launch/moments'

/** For each post its moment and its pictures. Names are taken that no file of the folder has. */
export async function* draftFiles(
  posts: readonly PostOfArchive[],
  known: KnownMoments,
  wishes: DraftWishes,
): AsyncGenerator<Draft> {
  const taken = new Set(known.names)
  const doubles = openDoubles()
  const hasPictures = posts.some(({ pictures }) => pictures.length > 0)
  if (posts.length > 0) for await (const one of known.likenesses(hasPictures)) doubles.add(one)
  for (const post of posts) {
    const { pictures, findings: lost } = await readPictures(post)
    if (pictures.length === 0 && post.markdown === '' && !isFilm(post)) {
      // Of a picture that could not be had, a finding has said so.
      yield { files: [], findings: post.pictures.length === 0 ? [nothingOf(post)] : lost }
      continue
    }
    const time = readTime(post.time, wishes.zone)
    const told = withoutContacts({ ...post, pictures }, wishes)
    const name = freeName(told.post, time, taken)
    const place = { file: `${FOLDER}/${name}.md` }
    const likeness = await likenessOf(told.post, place.file, time)
    const double = doubles.of(likeness)
    if (double && (await wishes.ask?.(told.post, place.file, double)) === 'leave') {
      yield { files: [], findings: lost }
      continue
    }
    doubles.add(likeness)
    const files = filesOf(told.post, name, { root: wishes.root, time, withLocation: wishes.withLocation })
    const findings = [
      ...lost,
      ...(double && !wishes.ask ? [finding('moment-may-be-told-twice', place, { ...double })] : []),
      ...toldOf(told, { hasPicture: pictures.length > 0, hasTime: time !== undefined }, place),
      ...toldOfLength(files, place),
    ]
    yield { files, findings }
  }
}

interface Place {
  readonly file: string
}

/** What is said of a draft. */
function toldOf(
  { post, count }: { readonly post: ArchivedPost; readonly count: number },
  { hasPicture, hasTime }: { readonly hasPicture: boolean; readonly hasTime: boolean },
  place: Place,
): Finding[] {
  const tell = (facts: FactsOf<'archived-post-is-read'>): Finding =>
    finding('archived-post-is-read', place, facts)
  return [
    ...(count > 0 ? [tell({ problem: 'contacts-left-out', count })] : []),
    ...(isFilm(post) && !hasPicture ? [tell({ problem: 'film-without-still' })] : []),
    ...(hasTime ? [] : [tell(timeLost(post))]),
  ]
}

const timeLost = ({ typedTime }: ArchivedPost): FactsOf<'archived-post-is-read'> =>
  typedTime ? { problem: 'time-unread', time: typedTime.slice(0, 80) } : { problem: 'time-missing' }

/** A build refuses what is longer: whoever imports it hears of it first. */
function toldOfLength(files: readonly DraftFile[], place: Place): Finding[] {
  const isLong = files.some(
    ({ content }) => content.length > MOST_LETTERS_OF_MOMENT && typeof content === 'string',
  )
  const facts = {
    problem: 'longer-than-a-moment',
    most: MOST_LETTERS_OF_MOMENT.toLocaleString('en-GB'),
  } as const
  return isLong ? [finding('archived-post-is-read', place, facts)] : []
}

type ReadPost = Omit<ArchivedPost, 'pictures'> & {
  readonly pictures: readonly (ArchivedPicture & MadePicture)[]
}

interface DraftPlace {
  readonly root: string
  readonly time: ZonedTime | undefined
  readonly withLocation: boolean
}

function filesOf(post: ReadPost, name: string, place: DraftPlace): DraftFile[] {
  const drawn = post.pictures.map((picture, index) => {
    const number = index > 0 ? `_${index + 1}` : ''
    return { ...picture, file: `pictures/${name}${number}.${picture.type}` }
  })
  const folder = join(place.root, FOLDER)
  return [
    ...drawn.map(({ file, bytes }) => ({ path: join(folder, file), content: bytes })),
    { path: join(folder, `${name}.md`), content: draftText(post, drawn, place) },
  ]
}

async function likenessOf(
  {
    markdown,
    author,
    handle,
    pictures,
  }: Omit<ArchivedPost, 'pictures'> & { readonly pictures: readonly MadePicture[] },
  file: string,
  read: ZonedTime | undefined,
): Promise<Likeness> {
  const hashes = await Promise.all(pictures.map(({ bytes }) => pictureHash(bytes)))
  return {
    file,
    words: markdown,
    instant: read?.clock ? read.instant : undefined,
    who: [author, handle].filter((one) => one !== ''),
    pictures: hashes.filter((one) => one !== undefined),
  }
}

/** One that can be looked at where it stands says so by its address. */
const isFilm = ({ kind, url }: ArchivedPost): boolean => kind === 'video' && url !== ''

const nothingOf = ({ id, shownAs = id, kind, shown }: PostOfArchive): Finding => {
  const problem = kind === 'video' ? 'video-without-words' : 'nothing-in-it'
  return finding('archived-post-is-read', { file: shown }, { problem, post: shownAs })
}

/** `2013-07-26-1032-danslee`, and a number behind it when that is taken. */
function freeName(
  { handle, author, service }: ArchivedPost,
  read: ZonedTime | undefined,
  taken: Set<string>,
): string {
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

/** Those that can be had; of the others a finding says why not. */
async function readPictures({ pictures, id, shownAs = id, shown }: PostOfArchive) {
  const findings: Finding[] = []
  const read: (ArchivedPicture & MadePicture)[] = []
  const place = { file: shown }
  for (const picture of pictures) {
    const { name, address } = picture
    const bytes = await picture.read?.().catch((): undefined => undefined)
    const made = bytes && (await pictureOf(bytes))
    if (made) read.push({ ...picture, ...made })
    else if (picture.read)
      findings.push(finding('archived-post-is-read', place, { problem: 'picture-unread', file: name }))
    else
      findings.push(
        finding('archived-post-is-read', place, {
          problem: 'picture-not-there',
          post: shownAs,
          ...(name ? { file: name } : {}),
          ...(address ? { address } : {}),
        }),
      )
  }
  return { pictures: read, findings }
}

/** As an author would write it. What must be asked of a person is left open, and `check` points at it. */
function draftText(
  post: ReadPost,
  drawn: readonly (ArchivedPicture & { readonly file: string })[],
  { time, withLocation }: DraftPlace,
): string {
  const pictures = drawn.map(({ file, alt, credit }) => ({ file, ...only({ alt, credit }) }))
  const matter = {
    ...(time ? { time: time.iso } : {}),
    kind: post.kind,
    ...only({ author: post.author, handle: post.handle, url: post.url }),
    ...(withLocation ? only({ place: post.place }) : {}),
    ...(pictures.length === 1 ? { picture: pictures[0] } : {}),
    ...(pictures.length > 1 ? { pictures } : {}),
    consent: post.isPublic ? 'public-post' : 'unknown',
    import: { service: post.service, id: post.id },
  }
  const words = post.markdown || (drawn.length === 0 ? `<${post.url}>` : '')
  return `---\n${stringify(matter, { lineWidth: 0 })}---\n\n${words}\n`
}

const only = (values: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''))
