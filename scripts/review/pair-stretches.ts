// Which paragraph of the file that came back is which of the file that went out: by their marks, then by what marks
// say of lines that moved, then by their words.
import { diffArrays } from 'diff'
import { alike, likeness } from './likeness.ts'
import type { Stretch } from './word-file.ts'

export interface Paired {
  /** Of each stretch that came back, the one that went out, by their places. */
  readonly sentOf: ReadonlyMap<number, number>
  /** Of each that has a mark of a text that is not what it was: what stands in its place now, where anything does. */
  readonly changed: ReadonlyMap<number, number | undefined>
  /** Those that lost their marks and were found by their words. */
  readonly byWords: ReadonlySet<number>
  /** Too many marks are gone to say of a paragraph that was not found that it was taken out. */
  readonly isPoor: boolean
}

interface Pairing {
  readonly back: readonly Stretch[]
  readonly sent: readonly Stretch[]
  readonly sentOf: Map<number, number>
  readonly backOf: Map<number, number>
}

export function pairStretches(back: readonly Stretch[], sent: readonly Stretch[]): Paired {
  const pairing: Pairing = { back, sent, sentOf: new Map(), backOf: new Map() }
  pairBy(({ name }) => name, pairing)
  pairBy(({ mark }) => mark && `${mark.file} ${mark.text} ${mark.part ?? ''}`, pairing)
  const lost = lostMarks(pairing)
  const marked = sent.filter(({ mark }) => mark).length
  const isPoor = lost > Math.max(3, marked / 5)
  for (const gap of gapsOf(pairing)) pairEqual(gap, pairing)
  const byWords = new Set<number>()
  for (const gap of gapsOf(pairing)) pairSimilar(gap, pairing, isPoor, byWords)
  for (const [own, other] of pairing.sentOf)
    if (!back[own]?.mark && sent[other]?.mark && isPoor) byWords.add(own)
  return { sentOf: pairing.sentOf, changed: changedOf(pairing), byWords, isPoor }
}

function join(own: number, other: number, { sentOf, backOf }: Pairing): void {
  sentOf.set(own, other)
  backOf.set(other, own)
}

/** The first to the first and so on, where there are as many on both sides. */
function pairBy(keyOf: (one: Stretch) => string | undefined, pairing: Pairing): void {
  const own = placesBy(pairing.back, keyOf, pairing.sentOf)
  const other = placesBy(pairing.sent, keyOf, pairing.backOf)
  for (const [key, places] of own) {
    const found = other.get(key)
    if (found?.length !== places.length) continue
    for (const [index, place] of places.entries()) join(place, found[index] ?? 0, pairing)
  }
}

function placesBy(
  all: readonly Stretch[],
  keyOf: (one: Stretch) => string | undefined,
  taken: ReadonlyMap<number, number>,
): Map<string, number[]> {
  const places = new Map<string, number[]>()
  for (const [place, one] of all.entries()) {
    const key = keyOf(one)
    if (key === undefined || taken.has(place)) continue
    const known = places.get(key)
    if (known) known.push(place)
    else places.set(key, [place])
  }
  return places
}

/** How many went out with a mark, and have none of that file and text any more. */
function lostMarks({ back, sent }: Pairing): number {
  const names = new Set(back.flatMap(({ mark }) => (mark ? [`${mark.file} ${mark.text}`] : [])))
  const marks = back.filter(({ mark }) => mark).length
  const gone = sent.filter(({ mark }) => mark && !names.has(`${mark.file} ${mark.text}`)).length
  // Of a text that was changed since, the marks are others and not gone.
  return Math.min(gone, Math.max(0, sent.filter(({ mark }) => mark).length - marks))
}

interface Gap {
  readonly own: readonly number[]
  readonly other: readonly number[]
}

/** What has no counterpart yet, between what has. */
function gapsOf({ back, sent, sentOf, backOf }: Pairing): Gap[] {
  const gaps: Gap[] = []
  let own: number[] = []
  let last = -1
  for (let at = 0; at <= back.length; at += 1) {
    const paired = sentOf.get(at)
    if (at < back.length && paired === undefined) {
      own.push(at)
      continue
    }
    const other: number[] = []
    for (let place = last + 1; place < sent.length && !backOf.has(place); place += 1) other.push(place)
    if (own.length > 0 && other.length > 0) gaps.push({ own, other })
    own = []
    last = paired ?? last
  }
  return gaps
}

const MOST_EDITS = 2000

function pairEqual({ own, other }: Gap, pairing: Pairing): void {
  const texts = (places: readonly number[], all: readonly Stretch[]): string[] =>
    places.map((place) => alike(all[place]?.text ?? ''))
  const parts = diffArrays(texts(own, pairing.back), texts(other, pairing.sent), {
    maxEditLength: MOST_EDITS,
  })
  let [a, b] = [0, 0]
  for (const { added, removed, value } of parts ?? []) {
    if (added) b += value.length
    else if (removed) a += value.length
    else
      for (const text of value) {
        if (text !== '') join(own[a] ?? 0, other[b] ?? 0, pairing)
        a += 1
        b += 1
      }
  }
}

const WINDOW = 60

/** In their order, each with the first that is like it: a paragraph without mark, or one that never had one. */
function pairSimilar({ own, other }: Gap, pairing: Pairing, isPoor: boolean, byWords: Set<number>): void {
  let from = 0
  for (const place of own) {
    const stretch = pairing.back[place]
    if (!stretch || stretch.mark || stretch.text === '') continue
    const isOnly = isPoor && own.length === 1 && other.length === 1
    for (let index = from; index < Math.min(other.length, from + WINDOW); index += 1) {
      const candidate = other[index] ?? 0
      const sent = pairing.sent[candidate]
      const least = isOnly ? 0.3 : sent?.mark ? 0.6 : 0.5
      if (!sent || pairing.backOf.has(candidate) || !isSameKind(stretch, sent)) continue
      if (Math.max(likeness(stretch.text, sent.text), likeness(stretch.before, sent.text)) < least) continue
      join(place, candidate, pairing)
      if (sent.mark) byWords.add(place)
      from = index + 1
      break
    }
  }
}

const isSameKind = (one: Stretch, other: Stretch): boolean =>
  (one.paragraph.cell === undefined) === (other.paragraph.cell === undefined) &&
  (one.paragraph.note === '') === (other.paragraph.note === '')

/** What stands now where a text went out that is not there any more. */
function changedOf(pairing: Pairing): Map<number, number | undefined> {
  const { back, sent, sentOf } = pairing
  const changed = new Map<number, number | undefined>()
  const taken = new Set<number>()
  for (const { own, other } of gapsOf(pairing)) {
    for (const place of own) {
      const mark = back[place]?.mark
      if (!mark) continue
      const free = other.filter((one) => sent[one]?.mark?.file === mark.file && !taken.has(one))
      const best = free
        .slice(0, WINDOW)
        .map((one) => ({ one, like: likeness(back[place]?.before ?? '', sent[one]?.text ?? '') }))
        .reduce<{ one: number; like: number } | undefined>(
          (a, b) => (a && a.like >= b.like ? a : b),
          undefined,
        )
      if (best) taken.add(best.one)
      changed.set(place, best?.one)
    }
  }
  for (const [place, { mark }] of back.entries())
    if (mark && !sentOf.has(place) && !changed.has(place)) changed.set(place, undefined)
  return changed
}
