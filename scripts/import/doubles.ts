// What may be one and the same, told twice by two services: the same words within a minute by the same or an unknown
// author, or the same picture. Which of it is so, a person knows.
import { looksAlike, openAlike } from './picture-hash.ts'

/** A moment, as far as it can be told from others. */
export interface Likeness {
  /** For a person to find it: `launch/moments/2013-07-26-1032-ann.md`. */
  readonly file: string
  /** As Markdown. */
  readonly words: string
  /** Milliseconds since 1970, where the hour is known. */
  readonly instant: number | undefined
  /** Names and handles; none where it is not known who it was. */
  readonly who: readonly string[]
  readonly pictures: readonly bigint[]
}

export interface Double {
  readonly other: string
  readonly same: 'words' | 'picture'
}

export interface Doubles {
  /** What was added before that it may be the same as. */
  readonly of: (one: Likeness) => Double | undefined
  readonly add: (one: Likeness) => void
}

const MINUTE = 60_000
/** “Good morning!” is said by many in one minute. */
const LEAST_LETTERS = 16

export function openDoubles(): Doubles {
  const byWords = new Map<string, Likeness[]>()
  const pictures = openAlike<Likeness>()
  return {
    of: (one) => {
      const words = folded(one.words)
      const said = words.length >= LEAST_LETTERS ? byWords.get(words) : undefined
      const same = said?.find(
        (other) => isNear(one, other) && mayBeOne(one, other) && !showOthers(one, other),
      )
      if (same) return { other: same.file, same: 'words' }
      const shown = one.pictures.map(pictures.of).find((other) => other !== undefined)
      return shown && { other: shown.file, same: 'picture' }
    },
    add: (one) => {
      const words = folded(one.words)
      const known = byWords.get(words)
      if (known) known.push(one)
      else byWords.set(words, [one])
      for (const hash of one.pictures) pictures.add(hash, one)
    },
  }
}

const isNear = ({ instant }: Likeness, other: Likeness): boolean =>
  instant !== undefined && other.instant !== undefined && Math.abs(instant - other.instant) <= MINUTE

/** A photographer gives one caption to many pictures. */
const showOthers = ({ pictures }: Likeness, other: Likeness): boolean =>
  pictures.length > 0 &&
  other.pictures.length > 0 &&
  !pictures.some((hash) => other.pictures.some((one) => looksAlike(hash, one)))

/** By the same person, or by somebody who is not known. */
const mayBeOne = ({ who }: Likeness, other: Likeness): boolean =>
  who.length === 0 ||
  other.who.length === 0 ||
  who.some((name) => other.who.some((one) => nameOf(one) === nameOf(name)))

/** `@ann@social.example` and `@ann.example` may be one person, `ann`. */
const nameOf = (name: string): string => folded(name.replace(/^@/, '').split(/[@.]/)[0] ?? '')

/** Letters and digits alone: services shorten addresses and mark names each in their own way. */
const folded = (words: string): string =>
  words
    .replace(/\]\([^)\s]*\)|<?https?\\?:\/\/\S+/gi, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
