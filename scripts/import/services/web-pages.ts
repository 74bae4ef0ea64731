// Saved web pages: `page.html` with the folder beside it, or one `page.mhtml`. Nothing of them is run or fetched; the
// pictures are those that the browser saved.

import { createHash } from 'node:crypto'
import { posix } from 'node:path'
import PostalMime from 'postal-mime'
import type { ArchiveFiles } from '../../ground/archives/archive-files.ts'
import { headOf } from '../../ground/archives/head-of.ts'
import { decoded } from '../../ground/decoded.ts'
import { decodeText, withWindowsLetters } from '../../ground/files/decode-text.ts'
import { readHtml } from '../../ground/html/html-text.ts'
import { MEGABYTE } from '../../ground/limits.ts'
import type { Finding } from '../../model/finding.ts'
import { finding } from '../../rules/finding.ts'
import type { ArchivedPicture, ArchivedPost, Around, ReadArchive, Service } from '../archived-post.ts'
import { mhtmlPicture, mhtmlPictures } from '../mhtml-pictures.ts'
import { pictureIn } from '../picture-in.ts'
import { hashtagsIn, markdownOfText } from '../post-markdown.ts'
import { type PagePost, postsInPage } from '../posts-in-page.ts'
import { isOfPublicPost } from '../public-posts.ts'
import { typedTime } from '../typed-time.ts'

export const webPages: Service = {
  name: 'web-pages',
  recognise: async (files, names) => {
    const found: string[] = []
    for (const name of names)
      if (PAGE.test(name) && MARKED.test(await headOf(files, name, MOST_BYTES))) found.push(name)
    return found
  },
  read: readPages,
}

const PAGE = /\.(?:x?html?|mht|mhtml)$/i
const MOST_BYTES = 20 * MEGABYTE
/** With its pictures. */
const MOST_BYTES_OF_MHTML = 100 * MEGABYTE
/** In Latin-1 and in quoted-printable alike. */
const MARKED =
  /data-testid=(?:3D)?"tweet"|data-tweet-id=|twitter-tweet|twitter-video|bluesky-embed|instagram-media|\bh-entry\b/

async function readPages(
  files: ArchiveFiles,
  found: readonly string[],
  { shown }: Around,
): Promise<ReadArchive> {
  const posts: ArchivedPost[] = []
  const findings: Finding[] = []
  for (const name of found) {
    const read = await pageOf(files, name)
    if (read === undefined)
      findings.push(finding('archived-post-is-read', { file: shown }, { problem: 'file-unread', file: name }))
    else posts.push(...read.posts.map((post) => postOfPage(post, read.pictureOf)))
  }
  return { posts, leftOut: 0, findings }
}

type PictureOf = (picture: PagePost['pictures'][number]) => ArchivedPicture

/** Undefined for what is no page, or nests deeper than can be read. */
async function pageOf(
  files: ArchiveFiles,
  name: string,
): Promise<{ posts: PagePost[]; pictureOf: PictureOf } | undefined> {
  const isMhtml = /\.mht(?:ml)?$/i.test(name)
  const bytes = await files.read(name, isMhtml ? MOST_BYTES_OF_MHTML : MOST_BYTES)
  try {
    if (isMhtml) {
      const { html = '' } = await PostalMime.parse(bytes)
      return { posts: postsInPage(readHtml(withWindowsLetters(html))), pictureOf: within(bytes, name, files) }
    }
    const decoded = decodeText(bytes)
    if (!('text' in decoded)) return undefined
    return { posts: postsInPage(readHtml(decoded.text)), pictureOf: (one) => pictureAt(one, name, files) }
  } catch {
    return undefined
  }
}

/** Read again when it is wanted: not all saved pages fit into memory. */
function within(page: Buffer, name: string, files: ArchiveFiles): PictureOf {
  const parts = mhtmlPictures(page)
  return (picture) => {
    const part = parts.get(picture.src)
    if (!part) return pictureAt(picture, name, files)
    const read = async (): Promise<Buffer> => mhtmlPicture(await files.read(name, MOST_BYTES_OF_MHTML), part)
    return { name: picture.src, alt: picture.alt, credit: '', read }
  }
}

export function postOfPage(post: PagePost, pictureOf: PictureOf): ArchivedPost {
  const { service, url, author, handle, text, isFilm } = post
  const [, number] = /\/status\/(\d+)/.exec(url) ?? []
  const key = url || [author, handle, post.time, text].join('\n')
  return {
    service,
    author,
    handle,
    url,
    place: '',
    id: number ?? createHash('sha256').update(key).digest('hex').slice(0, 32),
    shownAs: url || `“${text.slice(0, 40)}”`,
    time: /^\d{4}-\d\d-\d\dT.*(?:Z|[+-]\d\d:?\d\d)$/.test(post.time)
      ? post.time
      : typedTime(post.time, 'day'),
    kind: isFilm ? 'video' : 'post',
    isPublic: isOfPublicPost(url),
    markdown: markdownOfText([{ text }]),
    hashtags: hashtagsIn(text),
    pictures: post.pictures.map(pictureOf),
  }
}

/** `page_files/a.jpg`, as the browser wrote it into the page; of an address, the file of that name. */
function pictureAt(
  { src, alt }: PagePost['pictures'][number],
  page: string,
  files: ArchiveFiles,
): ArchivedPicture {
  const isWeb = /^https?:\/\//i.test(src)
  const path = decoded(src.split(/[?#]/)[0] ?? '')
  const near = isWeb ? '' : posix.normalize(posix.join(posix.dirname(page), path))
  const stem = posix.basename(path).replace(/\.\w+$/, '')
  const name =
    files.names.find((one) => one === near) ??
    files.names.find((one) => isWeb && stem.length > 6 && posix.basename(one).startsWith(stem))
  if (name === undefined)
    return { name: isWeb ? '' : path, alt, credit: '', ...(isWeb ? { address: src } : {}) }
  return pictureIn(files, name, { alt })
}
