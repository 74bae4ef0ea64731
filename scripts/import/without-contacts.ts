// Telephone numbers, addresses of e-mail and places on maps stand in what people write to friends. None of them gets
// into a moment unless it is asked for; `[…]` says where one stood.
import type { ArchivedPicture, ArchivedPost } from './archived-post.ts'

/** The mark of an omission, as it stands in Markdown. */
const MARK = String.raw`\[…]`

/**
 * Not the name of an account on another server, `@ann@social.example`, which is public. Markdown escapes some signs.
 */
const EMAIL =
  /(?<![\w.@/\\-])[\w.+%\\-]{1,64}[@＠](?:[\p{L}\d](?:[\p{L}\d-]{0,61}[\p{L}\d])?\\?\.){1,8}\p{L}{2,24}(?![\w@])/gu
const WRITTEN_TO = /\[([^\]\n]{0,500})\]\((?:mailto|tel|sms|geo)\\?:[^)\s]{0,500}\)/gi
const WRITES_TO = /<?(?:mailto|tel|sms|geo)\\?:[^\s<>()]{1,500}>?/gi
const CHAT =
  /https?\\?:\/\/(?:wa\.me|api\.whatsapp\.com|chat\.whatsapp\.com|t\.me\/\+)\/?[^\s<>()\]]{1,500}/gi
const MAP =
  /https?\\?:\/\/(?:maps\.(?:google|apple)\.[a-z.]{2,8}|(?:www\\?\.)?google\.[a-z.]{2,8}\/maps|goo\.gl\/maps|maps\.app\.goo\.gl|osm\.org|(?:www\\?\.)?openstreetmap\.org|what3words\.com|w3w\.co|(?:www\\?\.)?waze\.com|ul\.waze\.com|(?:www\\?\.)?bing\.com\/maps|(?:www\\?\.)?foursquare\.com\/v\/|plus\.codes)[^\s<>()\]]{0,500}/gi
/** 51.5074, -0.1278, and 51°30'26"N 0°7'40"W. */
const COORDINATES =
  /(?<![\d.])[-−]?\d{1,3}\.\d{4,15}°?\s?[NS]?\s?[,;/ ]\s?[-−]?\d{1,3}\.\d{4,15}(?!\d)(?:°?\s?[EW]\b)?|(?<!\d)\d{1,2}°\s?\d{1,2}['′’]\s?(?:\d{1,2}(?:\.\d{1,6})?["″”]\s?)?[NS][,;/ ]{0,3}\d{1,3}°\s?\d{1,2}['′’]\s?(?:\d{1,2}(?:\.\d{1,6})?["″”]\s?)?[EW]\b/g
/** As WhatsApp writes somebody who is in nobody's list of contacts: `@447700900123`. */
const MENTION = /(?<![\w.@/])@\\?\+?\d{10,15}(?![\w@.])/g
/**
 * With the sign of a country, with a zero before it, or in three groups; in the digits of any script. Dates and numbers
 * of posts are none.
 */
const TELEPHONE =
  /(?:(?<![\w\p{Nd}/=&%#.-])|(?<=(?<!\p{L})(?:tel|tél|ph|mob|fax|fon|no|nr)\\?\.))(?!\d{1,2}[./-]\d{1,2}[./-]\d{2,4}(?!\d))(?:\\?\+[(\p{Nd}]|\(?[0٠۰०০]\p{Nd})(?:[ \u00a0\u202f().\\/-]{0,3}\p{Nd}){5,60}(?![\p{Nd}\w])|(?<![\w/=&%#.-])\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}(?![\d\w])/giu
/** Whatever a word before it calls one: “call me on 612 345 678”, `Tel: 496 0123`. */
const CALLED =
  /(?<=(?<!\p{L})(?:tel|tél|tlf|phone|telephone|mobile?|móvil|cell|handy|whatsapp|signal|call|ring|ffôn|telefon|teléfono|téléphone)\\?[.:]?(?: (?:me|us|him|her|them|mich|uns))?(?: (?:on|at|unter|au|al|ar))?(?: is)?\\?:? {0,2})\(?\p{Nd}(?:[ \u00a0\u202f().\\/-]{0,2}\p{Nd}){5,14}(?![ ,.-]?\p{Nd}|\w)/giu
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
  if (!withLocation) left = without(without(left, MAP), COORDINATES)
  if (withContacts) return left
  left = left.replace(WRITTEN_TO, (_, inner: string) => {
    const plain = masked(inner, { withContacts, withLocation }, leave)
    if (plain === inner) leave()
    return plain
  })
  left = [WRITES_TO, CHAT, EMAIL, MENTION].reduce(without, left)
  return left.replace(CALLED, leave).replace(TELEPHONE, (number) => {
    const digits = number.replace(/\P{Nd}/gu, '').length
    // More, with blanks or strokes between, are several numbers.
    const isOne = digits <= MOST_DIGITS || /\p{Nd}\P{Nd}+\p{Nd}/u.test(number)
    return digits >= FEWEST_DIGITS && isOne ? leave() : number
  })
}
