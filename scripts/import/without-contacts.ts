// Telephone numbers, addresses of e-mail and places on maps stand in what people write to friends. None of them gets
// into a moment unless it is asked for; `[…]` says where one stood.
import type { ArchivedPicture, ArchivedPost } from './archived-post.ts'

/** The mark of an omission, as it stands in Markdown. */
const MARK = String.raw`\[…]`

/** Not the name of an account on another server, `@ann@social.example`, which is public. Markdown escapes some signs. */
const EMAIL =
  /(?<![\w.@/\\-])[\w.+%\\-]{1,64}@(?:[\p{L}\d](?:[\p{L}\d-]{0,61}[\p{L}\d])?\\?\.){1,8}\p{L}{2,24}(?![\w@])/gu
const WRITTEN_TO = /\[([^\]\n]{0,500})\]\((?:mailto|tel|sms|geo)\\?:[^)\s]{0,500}\)/gi
const WRITES_TO = /<?(?:mailto|tel|sms|geo)\\?:[^\s<>()]{1,500}>?/gi
const CHAT =
  /https?\\?:\/\/(?:wa\.me|api\.whatsapp\.com|chat\.whatsapp\.com|t\.me\/\+)\/?[^\s<>()\]]{1,500}/gi
const MAP =
  /https?\\?:\/\/(?:maps\.(?:google|apple)\.[a-z.]{2,8}|(?:www\.)?google\.[a-z.]{2,8}\/maps|goo\.gl\/maps|maps\.app\.goo\.gl|osm\.org|(?:www\.)?openstreetmap\.org|what3words\.com|w3w\.co)[^\s<>()\]]{0,500}/gi
/** With the sign of a country, with a zero before it, or in three groups. Dates and numbers of posts are none. */
const TELEPHONE =
  /(?<![\w/=&%#.-])(?!\d{1,2}[./-]\d{1,2}[./-]\d{2,4}(?!\d))(?:\\?\+[(\d]|\(?0\d)(?:[ \u00a0\u202f().\\/-]{0,3}\d){5,14}(?![\d\w])|(?<![\w/=&%#.-])\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}(?![\d\w])/g
/** Of a telephone number, in all countries (E.164), and at least what a local one has. */
const [FEWEST_DIGITS, MOST_DIGITS] = [9, 15]

export interface Wishes {
  readonly withContacts: boolean
  readonly withLocation: boolean
}

/** `count`: how many were left out. */
export function withoutContacts<
  Post extends ArchivedPost & { readonly pictures: readonly ArchivedPicture[] },
>(post: Post, wishes: Wishes): { post: Post; count: number } {
  let count = 0
  const leave = (): string => {
    count += 1
    return MARK
  }
  const inWords = (words: string): string => masked(words, wishes, leave)
  const plain = (words: string): string => inWords(words).replaceAll(MARK, '[…]')
  // A name that is a number is no name.
  const name = (words: string): string => {
    const left = plain(words)
    return left === words
      ? words
      : left
          .replaceAll('[…]', '')
          .replace(/[\s<>()"']+/g, ' ')
          .trim()
  }
  const told = {
    ...post,
    markdown: inWords(post.markdown),
    author: name(post.author),
    handle: name(post.handle),
    pictures: post.pictures.map((one) => ({ ...one, alt: plain(one.alt), credit: name(one.credit) })),
  }
  return { post: told, count }
}

function masked(words: string, { withContacts, withLocation }: Wishes, leave: () => string): string {
  const without = (text: string, pattern: RegExp): string => text.replace(pattern, leave)
  let left = words
  if (!withLocation) left = without(left, MAP)
  if (withContacts) return left
  left = left.replace(WRITTEN_TO, (_, inner: string) => {
    const plain = masked(inner, { withContacts, withLocation }, leave)
    if (plain === inner) leave()
    return plain
  })
  left = without(without(without(left, WRITES_TO), CHAT), EMAIL)
  return left.replace(TELEPHONE, (number) => {
    const digits = number.replace(/\D/g, '').length
    return digits >= FEWEST_DIGITS && digits <= MOST_DIGITS ? leave() : number
  })
}
