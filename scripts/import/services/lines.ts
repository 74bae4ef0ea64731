// Lines that somebody pastes: `10:32 Ann Example (@ann): The room is full https://…`. Each is a post; where blank lines
// part them, each part is one.
import { createHash } from 'node:crypto'
import { decodeText } from '../../ground/files/decode-text.ts'
import { MEGABYTE } from '../../ground/limits.ts'
import { finding } from '../../rules/finding.ts'
import type { ArchivedPost, Service } from '../archived-post.ts'
import { hashtagsIn, markdownOfText } from '../post-markdown.ts'
import { isOfPublicPost } from '../public-posts.ts'
import { dayOrderOf, typedTime } from '../typed-time.ts'

export const PASTED_LINES = 'pasted.lines'

export const lines: Service = {
  name: 'lines',
  recognise: (_, names) => names.filter((name) => name === PASTED_LINES),
  read: async (files, [name = ''], { shown, day }) => {
    const decoded = decodeText(await files.read(name, 64 * MEGABYTE))
    if (!('text' in decoded)) {
      const unread = finding(
        'archived-post-is-read',
        { file: shown },
        { problem: 'file-unread', file: shown },
      )
      return { posts: [], leftOut: 0, findings: [unread] }
    }
    const parts = partsOf(decoded.text)
    const { order } = dayOrderOf(parts)
    return {
      posts: parts.map((part) => postOf(part, (time) => typedTime(time, order, day))),
      leftOut: 0,
      findings: [],
    }
  },
}

function partsOf(text: string): string[] {
  const plain = text.replace(/\r\n?/g, '\n').trim()
  const parts = /\n[ \t]*\n/.test(plain) ? plain.split(/\n[ \t]*\n+/) : plain.split('\n')
  return parts.map((part) => part.trim()).filter((part) => part !== '')
}

const TIME =
  /^(?:\[?(\d{1,4}[./-]\d{1,2}[./-]\d{1,4}(?:,? +|T)\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?: ?[ap]m)?(?:Z|[+-]\d\d:\d\d)?|\d{1,2}[:.]\d\d(?: ?[ap]m)?)\]?[,;]?\s*(?:[-–—·]\s*)?)/i
/** A name begins with a capital and is short; what else stands before a colon is a sentence. */
const AUTHOR =
  /^((?:\p{Lu}[\p{L}'’.-]*)(?: (?:(?:da|de|der|den|di|ap|la|van|von|y|zu) )?\p{Lu}[\p{L}'’.-]*){0,3})?\s*\(?(@[\w.@-]{2,80})?\)?:\s+/u
const ADDRESS = /(?<!\s)\s*(https?:\/\/\S+)$/i

function postOf(part: string, timeOf: (typed: string) => string): ArchivedPost {
  const typed = TIME.exec(part)
  const behind = typed ? part.slice(typed[0].length) : part
  const [said = '', author = '', handle = ''] = AUTHOR.exec(behind) ?? []
  const hasAuthor = author !== '' || handle !== ''
  const words = hasAuthor ? behind.slice(said.length) : behind
  const url = ADDRESS.exec(words)?.[1] ?? ''
  const isPost = isOfPublicPost(url)
  const text = isPost ? words.replace(ADDRESS, '') : words
  return {
    service: 'lines',
    time: timeOf(typed?.[1] ?? ''),
    place: '',
    pictures: [],
    id: createHash('sha256').update(part).digest('hex').slice(0, 32),
    shownAs: `“${part.slice(0, 40)}”`,
    ...(hasAuthor ? { author, handle } : { author: '', handle: '' }),
    url: isPost ? url : '',
    isPublic: isPost,
    kind: isPost || handle !== '' ? 'post' : 'note',
    markdown: markdownOfText([{ text }]),
    hashtags: hashtagsIn(text),
  }
}
