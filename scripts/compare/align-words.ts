import { diffArrays } from 'diff'

/** Where words stand in the one paper and in the other; the ends are behind the last of them. */
export interface Stretch {
  readonly isSame: boolean
  readonly oldFrom: number
  readonly oldTo: number
  readonly newFrom: number
  readonly newTo: number
}

type Range = Omit<Stretch, 'isSame'>

/** Up to so many words, of both papers together, are compared word by word at once. */
const SMALL = 4000
/** So many words alike, and nowhere else, hold two places together. */
const ANCHOR = 4
/**
 * Of more differences than these, all is called another text; fewer are looked for in long texts with nothing to hold
 * on to.
 */
const MAX_EDITS = { small: 2000, long: 200 } as const

/**
 * Aligns two texts of any length. Word by word (Myers) costs the product of length and differences, minutes for a
 * long book; so the texts are first held together where four words in a row stand once in each (Bram Cohen's patience
 * diff), and only what is left between is compared word by word.
 */
export function alignWords(before: readonly string[], after: readonly string[]): readonly Stretch[] {
  const numbers = new Map<string, number>()
  const numbered = (words: readonly string[]): number[] =>
    words.map((word) => {
      const number = numbers.get(word) ?? numbers.size
      numbers.set(word, number)
      return number
    })
  const [olds, news] = [numbered(before), numbered(after)]
  const partner = new Int32Array(olds.length).fill(-1)
  align({ olds, news, partner }, { oldFrom: 0, oldTo: olds.length, newFrom: 0, newTo: news.length })
  return stretchesOf(partner, news.length).reduce<Stretch[]>((stretches, stretch) => {
    slide(stretches, stretch, before, after)
    return stretches
  }, [])
}

/**
 * Adds a stretch. What was only put in, or only taken out, could as well begin some words earlier where the words
 * before it are those at its end; then it begins with a sentence.
 */
function slide(
  stretches: Stretch[],
  stretch: Stretch,
  before: readonly string[],
  after: readonly string[],
): void {
  const [same, changed] = [stretches.at(-2), stretches.at(-1)]
  const isPure =
    changed && !changed.isSame && (changed.oldFrom === changed.oldTo) !== (changed.newFrom === changed.newTo)
  if (!stretch.isSame || !isPure || !same?.isSame) {
    stretches.push(stretch)
    return
  }
  const by = distance(same, changed, changed.newTo > changed.newFrom ? after : before)
  const moved = (one: Stretch, from: number, to: number): Stretch => ({
    isSame: one.isSame,
    oldFrom: one.oldFrom - from,
    oldTo: one.oldTo - to,
    newFrom: one.newFrom - from,
    newTo: one.newTo - to,
  })
  stretches.splice(-2, 2, moved(same, 0, by), moved(changed, by, by), moved(stretch, by, 0))
}

/** How many words earlier the next beginning of a sentence is, 0 when it is not within reach. */
function distance(same: Stretch, changed: Stretch, words: readonly string[]): number {
  const isNew = changed.newTo > changed.newFrom
  const [from, to] = isNew ? [changed.newFrom, changed.newTo] : [changed.oldFrom, changed.oldTo]
  const most = same.newTo - same.newFrom - 1
  for (let by = 0; by <= most; by++) {
    if (/[.!?:]["”’)]?\d*$/.test(words[from - by - 1] ?? '')) return by
    if (words[from - by - 1] !== words[to - by - 1]) return 0
  }
  return 0
}

interface Alignment {
  readonly olds: readonly number[]
  readonly news: readonly number[]
  /** Index of the new word that an old one is, -1 for none. Never goes back. */
  readonly partner: Int32Array
}

function align(work: Alignment, whole: Range): void {
  const range = trimmed(work, whole)
  const [count, other] = [range.oldTo - range.oldFrom, range.newTo - range.newFrom]
  if (count === 0 || other === 0) return
  const anchors = count + other <= SMALL ? [] : anchorsOf(work, range)
  if (anchors.length === 0) {
    alignSmall(work, range)
    return
  }
  let { oldFrom, newFrom } = range
  for (const [oldAt, newAt] of anchors) {
    if (oldAt < oldFrom || newAt < newFrom) continue // inside of what the anchor before it has grown to
    align(work, { oldFrom, oldTo: oldAt, newFrom, newTo: newAt })
    ;[oldFrom, newFrom] = [oldAt, newAt]
    while (oldFrom < range.oldTo && newFrom < range.newTo && work.olds[oldFrom] === work.news[newFrom])
      work.partner[oldFrom++] = newFrom++
  }
  align(work, { oldFrom, oldTo: range.oldTo, newFrom, newTo: range.newTo })
}

/** Pairs what is alike at both ends, and gives what is left between. */
function trimmed({ olds, news, partner }: Alignment, range: Range): Range {
  let { oldFrom, oldTo, newFrom, newTo } = range
  while (oldFrom < oldTo && newFrom < newTo && olds[oldFrom] === news[newFrom]) partner[oldFrom++] = newFrom++
  while (oldFrom < oldTo && newFrom < newTo && olds[oldTo - 1] === news[newTo - 1]) partner[--oldTo] = --newTo
  return { oldFrom, oldTo, newFrom, newTo }
}

function alignSmall({ olds, news, partner }: Alignment, { oldFrom, oldTo, newFrom, newTo }: Range): void {
  const parts = diffArrays(olds.slice(oldFrom, oldTo), news.slice(newFrom, newTo), {
    maxEditLength: oldTo - oldFrom + newTo - newFrom <= SMALL ? MAX_EDITS.small : MAX_EDITS.long,
  })
  let [oldAt, newAt] = [oldFrom, newFrom]
  for (const { added, removed, value } of parts ?? []) {
    if (removed) oldAt += value.length
    else if (added) newAt += value.length
    else for (let index = 0; index < value.length; index++) partner[oldAt++] = newAt++
  }
}

/** Places at which the same words stand, once in each text, in the order of both. */
function anchorsOf({ olds, news }: Alignment, range: Range): readonly (readonly [number, number])[] {
  const once = placesOnce(olds, range.oldFrom, range.oldTo)
  const pairs: [number, number][] = []
  for (const [key, newAt] of placesOnce(news, range.newFrom, range.newTo)) {
    const oldAt = once.get(key) ?? -1
    if (newAt >= 0 && oldAt >= 0) pairs.push([oldAt, newAt])
  }
  return longestRise(pairs.sort((a, b) => a[1] - b[1]))
}

/** Each run of words → its place, -1 when it has several. */
function placesOnce(words: readonly number[], from: number, to: number): Map<string, number> {
  const places = new Map<string, number>()
  for (let at = from; at + ANCHOR <= to; at++) {
    const key = words.slice(at, at + ANCHOR).join()
    places.set(key, places.has(key) ? -1 : at)
  }
  return places
}

/** The longest part of the pairs in which the old places rise too (patience sorting). */
function longestRise(pairs: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const piles: number[] = []
  const below: number[] = []
  for (const [index, [oldAt]] of pairs.entries()) {
    let [low, high] = [0, piles.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (pairs[piles[middle]!]![0] < oldAt) low = middle + 1
      else high = middle
    }
    below.push(low > 0 ? piles[low - 1]! : -1)
    piles[low] = index
  }
  const rise: (readonly [number, number])[] = []
  for (let index = piles.at(-1) ?? -1; index >= 0; index = below[index]!) rise.push(pairs[index]!)
  return rise.reverse()
}

function stretchesOf(partner: Int32Array, news: number): readonly Stretch[] {
  const stretches: Stretch[] = []
  let [oldAt, newAt] = [0, 0]
  while (oldAt < partner.length || newAt < news) {
    const [oldFrom, newFrom] = [oldAt, newAt]
    while (oldAt < partner.length && partner[oldAt] === newAt) {
      oldAt++
      newAt++
    }
    const isSame = oldAt > oldFrom
    if (!isSame) {
      while (oldAt < partner.length && partner[oldAt] === -1) oldAt++
      newAt = oldAt < partner.length ? partner[oldAt]! : news
    }
    stretches.push({ isSame, oldFrom, oldTo: oldAt, newFrom, newTo: newAt })
  }
  return stretches
}
