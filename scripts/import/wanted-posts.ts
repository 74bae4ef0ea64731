// Which posts of an archive belong to the day.
import { readTime } from '../ground/time/zoned-time.ts'
import type { ArchivedPost } from './archived-post.ts'

export interface Wanted {
  /** With or without `#`; '' for all. */
  readonly hashtag: string
  /** Milliseconds since 1970, both included; undefined for no bound. */
  readonly from?: number | undefined
  readonly to?: number | undefined
  readonly zone: string
}

/** What does not tell its time is not known to lie between two others. */
export function isWanted({ hashtags, time }: ArchivedPost, { hashtag, from, to, zone }: Wanted): boolean {
  const tag = fold(hashtag)
  if (tag !== '' && !hashtags.some((one) => fold(one) === tag)) return false
  if (from === undefined && to === undefined) return true
  const instant = readTime(time, zone)?.instant
  return instant !== undefined && instant >= (from ?? -Infinity) && instant <= (to ?? Infinity)
}

const fold = (tag: string): string => tag.trim().replace(/^#/, '').normalize('NFKC').toLowerCase()

const MINUTE = 60_000

/** `--from` and `--to` as instants: a day is meant from its beginning to its end, a minute to its end. */
export function boundOf(text: string, side: 'from' | 'to', zone: string): number | undefined {
  const time = readTime(text, zone)
  if (!time) return undefined
  if (side === 'from') return time.instant
  if (time.clock !== '') return time.instant + MINUTE - 1
  const next = new Date(Date.parse(`${time.day}T00:00Z`) + 24 * 60 * MINUTE).toISOString().slice(0, 10)
  return (readTime(next, zone)?.instant ?? time.instant) - 1
}
