// Web archives of a story: .warc, .warc.gz, or a .wacz that holds such. The posts of its pages, and the pictures that
// were archived with them.
import type { ArchiveFiles } from '../../ground/archives/archive-files.ts'
import { decodeText } from '../../ground/files/decode-text.ts'
import { readHtml } from '../../ground/html/html-text.ts'
import { MEGABYTE } from '../../ground/limits.ts'
import type { Finding } from '../../model/finding.ts'
import { finding } from '../../rules/finding.ts'
import type { ArchivedPost, Around, ReadArchive, Service } from '../archived-post.ts'
import { type PagePost, postsInPage } from '../posts-in-page.ts'
import { responsesIn } from '../warc-responses.ts'
import { postOfPage } from './web-pages.ts'

export const webArchives: Service = {
  name: 'web-archives',
  recognise: (_, names) => names.filter((name) => /\.warc(?:\.gz)?$/i.test(name)),
  read: readArchives,
}

/** Of all pictures that are kept until their posts are known. */
const MOST_BYTES = 512 * MEGABYTE

async function readArchives(
  files: ArchiveFiles,
  found: readonly string[],
  { shown }: Around,
): Promise<ReadArchive> {
  const read: PagePost[] = []
  const pictures = new Map<string, Buffer>()
  const findings: Finding[] = []
  let bytes = 0
  for (const name of found) {
    for await (const { url, type, body } of responsesIn(await files.stream(name), name)) {
      if (/^image\/(?:jpeg|png|webp|gif|tiff)$/.test(type)) {
        bytes += body.length
        if (bytes <= MOST_BYTES) pictures.set(keyOf(url), body)
      }
      if (!/^(?:text\/html|application\/xhtml\+xml)$/.test(type)) continue
      const posts = postsOf(body)
      if (posts) read.push(...posts)
      else
        findings.push(
          finding('archived-post-is-read', { file: shown }, { problem: 'file-unread', file: url }),
        )
    }
  }
  const posts = read.map((post) =>
    postOfPage(post, ({ src, alt }) => {
      const picture = pictures.get(keyOf(src))
      return { name: src, alt, credit: '', ...(picture ? { read: async () => picture } : { address: src }) }
    }),
  )
  if (bytes > MOST_BYTES) {
    const mostMb = MOST_BYTES / MEGABYTE
    findings.push(
      finding('archived-post-is-read', { file: shown }, { problem: 'pictures-too-large', mostMb }),
    )
  }
  return { posts: onceEach(posts), leftOut: 0, findings }
}

/** Sizes of a picture are told behind its address. */
const keyOf = (url: string): string => url.replace(/^https?:/i, '').split(/[?#]/)[0] ?? ''

/** A page that was archived twice shows its posts twice. */
const onceEach = (posts: readonly ArchivedPost[]): ArchivedPost[] => [
  ...new Map(posts.map((post) => [`${post.service} ${post.id}`, post])).values(),
]

/** Undefined for what is no text, or nests deeper than can be read. */
function postsOf(body: Buffer): PagePost[] | undefined {
  try {
    const decoded = decodeText(body)
    return 'text' in decoded ? postsInPage(readHtml(decoded.text)) : undefined
  } catch {
    return undefined
  }
}
