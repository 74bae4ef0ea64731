// Twitter, X: the account archive. `data/tweets.js` (before 2022 `tweet.js`), more in `tweets-part1.js`, pictures in
// `tweets_media/`, named after the post and the picture's own name; who it is in `account.js`; the whole of a long
// post, which stands cut short among the others, in `note-tweet.js`.
import { posix } from 'node:path'
import { z } from 'zod'
import { damagedArchive } from '../../ground/archives/archive-fault.ts'
import type { ArchiveFiles } from '../../ground/archives/archive-files.ts'
import type { Finding } from '../../model/finding.ts'
import { finding } from '../../rules/finding.ts'
import type { ArchivedPicture, ArchivedPost, Around, ReadArchive, Service } from '../archived-post.ts'
import { pictureIn } from '../picture-in.ts'
import { hashtagsIn, markdownOfText, type Stretch } from '../post-markdown.ts'
import { maybe, readJson, some, text } from '../read-json.ts'

export const twitter: Service = {
  name: 'twitter',
  isWhole: true,
  recognise: (_, names) => names.filter((name) => /(?:^|\/)(?:tweets?|tweets?-part\d+)\.js$/.test(name)),
  partsOf: (name, names) => {
    const [, stem] = /^(tweets?)\.js$/.exec(name) ?? []
    return names.filter((one) => stem && /^(tweets?)-part\d+\.js$/.exec(one)?.[1] === stem)
  },
  read: readTwitter,
}

const MEDIA = z.object({
  url: text,
  media_url_https: text,
  media_url: text,
  type: text,
  alt_text: text,
  ext_alt_text: text,
})
const ENTITIES = z.object({
  hashtags: some(z.object({ text })),
  urls: some(z.object({ url: z.string().min(1), expanded_url: text, display_url: text })),
  media: some(MEDIA),
})
const TWEET = z.object({
  id_str: z.string().regex(/^\d{1,25}$/),
  created_at: z.string(),
  full_text: maybe(z.string()),
  text: maybe(z.string()),
  entities: maybe(ENTITIES),
  extended_entities: maybe(z.object({ media: some(MEDIA) })),
})
type Tweet = z.output<typeof TWEET>
const ACCOUNT = some(z.object({ account: z.object({ username: text, accountDisplayName: text }) }))
type Account = z.output<typeof ACCOUNT>[number]['account']

async function readTwitter(
  files: ArchiveFiles,
  found: readonly string[],
  { shown }: Around,
): Promise<ReadArchive> {
  const account = await readAccount(files, posix.dirname(found[0] ?? ''))
  const posts: ArchivedPost[] = []
  const findings: Finding[] = []
  let leftOut = 0
  const media = mediaByName(files)
  const notes = await longPosts(files, posix.dirname(found[0] ?? ''))
  for (const name of found) {
    const items = await readJson(files, name)
    if (!Array.isArray(items)) throw damagedArchive({ problem: 'no-posts', file: name })
    for (const [index, item] of (items as unknown[]).entries()) {
      const inner = z.object({ tweet: z.unknown() }).safeParse(item)
      const tweet = TWEET.safeParse(inner.success ? inner.data.tweet : item)
      const time = tweet.success ? timeOf(tweet.data.created_at) : undefined
      if (!tweet.success || !time) {
        const facts = { problem: 'post-of-file-unread', number: index + 1, file: name } as const
        findings.push(finding('archived-post-is-read', { file: shown }, facts))
      } else if (wordsOf(tweet.data).startsWith('RT @')) leftOut += 1
      else {
        const pictures = picturesOf(tweet.data, files, media)
        posts.push(postOf(notes(tweet.data, time), time, account, pictures))
      }
    }
  }
  return { posts, leftOut, findings }
}

async function readAccount(files: ArchiveFiles, folder: string): Promise<Account> {
  const name = posix.join(folder, 'account.js')
  if (!files.names.includes(name)) return { username: '', accountDisplayName: '' }
  return ACCOUNT.parse(await readJson(files, name))[0]?.account ?? { username: '', accountDisplayName: '' }
}

const mediaByName = ({ names }: ArchiveFiles): ReadonlyMap<string, string> =>
  new Map(
    names.filter((name) => /(?:^|\/)tweets?_media\//.test(name)).map((name) => [posix.basename(name), name]),
  )

const NOTE = z.object({
  createdAt: z.string(),
  core: z.object({
    text: z.string().min(1),
    urls: some(z.object({ shortUrl: text, expandedUrl: text, displayUrl: text })),
    hashtags: some(z.object({ text })),
  }),
})
/** Between a long post and the post that begins it. */
const MOST_SECONDS_APART = 10

/** A post → the same with all its words. The two lists share no numbers: they are told by time and beginning. */
async function longPosts(
  files: ArchiveFiles,
  folder: string,
): Promise<(tweet: Tweet, time: string) => Tweet> {
  const name = posix.join(folder, 'note-tweet.js')
  if (!files.names.includes(name)) return (tweet) => tweet
  const notes = some(z.object({ noteTweet: NOTE })).parse(await readJson(files, name))
  return (tweet, time) => {
    const begun = beginningOf(wordsOf(tweet))
    const note = notes.find(
      ({ noteTweet: { createdAt, core } }) =>
        Math.abs(Date.parse(createdAt) - Date.parse(time)) <= MOST_SECONDS_APART * 1000 &&
        begun !== '' &&
        core.text.startsWith(begun),
    )?.noteTweet.core
    if (!note) return tweet
    const urls = note.urls.map(({ shortUrl: url, expandedUrl, displayUrl }) => {
      return { url, expanded_url: expandedUrl, display_url: displayUrl }
    })
    const { entities } = tweet
    const all = {
      hashtags: [...(entities?.hashtags ?? []), ...note.hashtags],
      urls: [...(entities?.urls ?? []), ...urls.filter(({ url }) => url !== '')],
      media: entities?.media ?? [],
    }
    return { ...tweet, full_text: note.text, entities: all }
  }
}

/** Without the sign that it was cut, and the address of the rest. */
const beginningOf = (words: string): string =>
  decode(words)
    .replace(/(?<!\s)\s*https?:\/\/t\.co\/\w+\s*$/, '')
    .replace(/…$/, '')
    .trimEnd()

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/** `Fri Jul 26 09:32:00 +0000 2013` */
function timeOf(created: string): string | undefined {
  const parts = /^\w{3} (\w{3}) (\d\d) (\d\d:\d\d:\d\d) ([+-]\d{4}) (\d{4})$/.exec(created)
  const [, month = '', day, clock, offset = '', year] = parts ?? []
  const number = MONTHS.indexOf(month) + 1
  if (!parts || number === 0) return undefined
  return `${year}-${String(number).padStart(2, '0')}-${day}T${clock}${offset.slice(0, 3)}:${offset.slice(3)}`
}

const wordsOf = ({ full_text, text: short }: Tweet): string => full_text ?? short ?? ''

function postOf(
  tweet: Tweet,
  time: string,
  { username, accountDisplayName }: Account,
  pictures: readonly ArchivedPicture[],
): ArchivedPost {
  const isVideo = mediaOf(tweet).some(({ type }) => type === 'video' || type === 'animated_gif')
  return {
    service: 'twitter',
    id: tweet.id_str,
    time,
    place: '',
    isPublic: true,
    kind: isVideo ? 'video' : 'post',
    author: accountDisplayName,
    handle: username && `@${username}`,
    url: `https://twitter.com/${username || 'i/web'}/status/${tweet.id_str}`,
    markdown: markdownOfText(stretchesOf(tweet)),
    hashtags: [...(tweet.entities?.hashtags.map((tag) => tag.text) ?? []), ...hashtagsIn(wordsOf(tweet))],
    pictures,
  }
}

const mediaOf = ({ entities, extended_entities }: Tweet) => extended_entities?.media ?? entities?.media ?? []

/** Short addresses become what they stood for; that of a picture goes, for the picture is there. */
function stretchesOf(tweet: Tweet): Stretch[] {
  const urls = new Map(tweet.entities?.urls.map((one) => [one.url, one]))
  const gone = new Set(mediaOf(tweet).map(({ url }) => url))
  return decode(wordsOf(tweet))
    .split(/(https?:\/\/t\.co\/\w+)/)
    .filter((part) => !gone.has(part))
    .map((part) => {
      const known = urls.get(part)
      return known
        ? { text: known.display_url || known.expanded_url, url: known.expanded_url }
        : { text: part }
    })
}

/** The three signs that Twitter writes in another way. */
const decode = (words: string): string =>
  words.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&').trimEnd()

/** Of a film its still, where it is there. */
function picturesOf(
  tweet: Tweet,
  files: ArchiveFiles,
  names: ReadonlyMap<string, string>,
): ArchivedPicture[] {
  return mediaOf(tweet).flatMap((media) => {
    const address = media.media_url_https || media.media_url
    const name = names.get(`${tweet.id_str}-${posix.basename(address.split('?')[0] ?? '')}`) ?? ''
    const picture = pictureIn(files, name, { alt: media.ext_alt_text || media.alt_text, address })
    return media.type === 'photo' || picture.read ? [picture] : []
  })
}
