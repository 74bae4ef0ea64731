import { alignWords, type Stretch } from './align-words.ts'
import { compareOutlines } from './compare-outlines.ts'
import type { Comparison, MovedText, PagePair, PageState } from './comparison.ts'
import { type FoundBreak, movedBreaks } from './moved-breaks.ts'
import { isGivenNumber } from './page-references.ts'
import { pairPages } from './pair-pages.ts'
import type { Paper } from './paper.ts'
import { referenceChanges } from './reference-changes.ts'
import { textChanges } from './text-changes.ts'
import { pageName, textOf, type WordStream, wordStream } from './word-stream.ts'

/** What became of each stretch of the words. */
export interface FoundChange {
  readonly stretch: Stretch
  readonly kind: 'text' | 'moved' | 'reference'
}

export interface ComparedPapers {
  readonly comparison: Omit<Comparison, 'old' | 'new' | 'same' | 'undrawn'>
  readonly before: WordStream
  readonly after: WordStream
  /** For marking on the pages. */
  readonly found: readonly FoundChange[]
  readonly breaks: readonly FoundBreak[]
}

/**
 * Compares two papers by their words. Numbers of pages are all one word to it, and compared apart. Whether pages of
 * the same words look alike, their words do not say.
 */
export function comparePapers(old: Paper, now: Paper): ComparedPapers {
  const [before, after] = [wordStream(old), wordStream(now)]
  const isNumber = [before, after].map((stream) =>
    stream.words.map((_, index) => isGivenNumber(stream, index)),
  )
  const [oldNumbers = [], newNumbers = []] = isNumber
  const aligned = alignWords(keys(before, oldNumbers), keys(after, newNumbers)).map((stretch) =>
    stretch.isSame || !isRebroken(before, after, stretch) ? stretch : { ...stretch, isSame: true },
  )
  const references = referenceChanges(before, after, { aligned, oldNumbers, newNumbers })
  const changed = aligned.filter(
    ({ isSame, oldFrom, oldTo, newFrom, newTo }) =>
      !isSame && !(isAll(oldNumbers, oldFrom, oldTo) && isAll(newNumbers, newFrom, newTo)),
  )
  const moves = movesAmong(before, after, changed)
  const inPlace = changed.filter((one) => !moves.some(({ from, to }) => from === one || to === one))
  const found = foundChanges(inPlace, moves, references)
  const breaks = movedBreaks(before, after, aligned)
  const states = statesOf(before, after, found, breaks)
  const pairs = pairPages(before, after, aligned)
  return {
    comparison: {
      text: textChanges(before, after, inPlace),
      moved: moves.map(({ from, to }) => movedText(before, after, from, to)),
      breaks: breaks.map(({ change }) => change),
      references: references.map(({ change }) => change),
      headings: compareOutlines(old, now, pairs),
      pages: pairs.map((pair) => named(pair, old, now, states)),
      fonts: { added: fontsBeyond(old, now), removed: fontsBeyond(now, old) },
    },
    before,
    after,
    found,
    breaks,
  }
}

const foundChanges = (
  inPlace: ReturnType<typeof alignWords>,
  moves: ReturnType<typeof movesAmong>,
  references: ReturnType<typeof referenceChanges>,
): FoundChange[] => [
  ...inPlace.map((stretch): FoundChange => ({ stretch, kind: 'text' })),
  ...moves.flatMap(({ from, to }) => [from, to].map((stretch): FoundChange => ({ stretch, kind: 'moved' }))),
  ...references.map(({ stretch }): FoundChange => ({ stretch, kind: 'reference' })),
]

/** Of one paper, those that the other has not. */
const fontsBeyond = (other: Paper, { fonts }: Paper): string[] =>
  fonts.filter((font) => !other.fonts.includes(font))

/** By which words are the same. No word of a PDF has a null in it. */
const keys = ({ words }: WordStream, isNumber: readonly boolean[]): string[] =>
  words.map(({ text }, index) => (isNumber[index] ? 'a page\0' : text))

const isAll = (isNumber: readonly boolean[], from: number, to: number): boolean => {
  for (let at = from; at < to; at++) if (!isNumber[at]) return false
  return true
}

/**
 * The same letters, broken into lines elsewhere: inside of a word, behind its hyphen, or with a hyphen that came with
 * the line.
 */
function isRebroken(
  before: WordStream,
  after: WordStream,
  { oldFrom, oldTo, newFrom, newTo }: Stretch,
): boolean {
  const olds = spellings(before, oldFrom, oldTo)
  return spellings(after, newFrom, newTo).some((one) => one !== '' && olds.includes(one))
}

function spellings({ words }: WordStream, from: number, to: number): readonly string[] {
  const range = words.slice(from, to)
  const whole = range.map(({ text }) => text).join('')
  return [
    whole,
    range.map(({ text, endsLine }) => (endsLine ? text.replace(/[-\u2010]$/, '') : text)).join(''),
  ]
}

interface Move {
  readonly from: Stretch
  readonly to: Stretch
}

/** Fewer words than these stand in many places by chance. */
const MOVED_WORDS = 3

/** What was taken out in one place and stands, word for word, in another. */
function movesAmong(before: WordStream, after: WordStream, changed: readonly Stretch[]): readonly Move[] {
  const gone = new Map<string, Stretch[]>()
  for (const one of changed) {
    if (one.newFrom < one.newTo || one.oldTo - one.oldFrom < MOVED_WORDS) continue
    const text = textOf(before, one.oldFrom, one.oldTo)
    gone.set(text, [...(gone.get(text) ?? []), one])
  }
  return changed.flatMap((to) => {
    if (to.oldFrom < to.oldTo || to.newTo - to.newFrom < MOVED_WORDS) return []
    const from = gone.get(textOf(after, to.newFrom, to.newTo))?.shift()
    return from ? [{ from, to }] : []
  })
}

const movedText = (before: WordStream, after: WordStream, from: Stretch, to: Stretch): MovedText => ({
  oldPage: pageName(before.paper, before.pageOf[from.oldFrom] ?? 0),
  newPage: pageName(after.paper, after.pageOf[to.newFrom] ?? 0),
  text: textOf(after, to.newFrom, to.newTo),
})

interface States {
  readonly old: ReadonlyMap<number, PageState>
  readonly now: ReadonlyMap<number, PageState>
}

/** What changed on which page, the least of it first, so that what weighs more takes its place. */
function statesOf(
  before: WordStream,
  after: WordStream,
  found: readonly FoundChange[],
  breaks: readonly FoundBreak[],
): States {
  const states = { old: new Map<number, PageState>(), now: new Map<number, PageState>() }
  const set = (state: PageState, stretches: readonly FoundChange[]): void => {
    for (const { stretch } of stretches) {
      for (let at = stretch.oldFrom; at < stretch.oldTo; at++) states.old.set(before.pageOf[at] ?? 0, state)
      for (let at = stretch.newFrom; at < stretch.newTo; at++) states.now.set(after.pageOf[at] ?? 0, state)
    }
  }
  set(
    'references',
    found.filter(({ kind }) => kind === 'reference'),
  )
  for (const { change } of breaks) states.now.set(change.page.number - 1, 'break')
  set(
    'text',
    found.filter(({ kind }) => kind !== 'reference'),
  )
  return states
}

function named(
  [oldIndex, newIndex]: readonly [number, number],
  old: Paper,
  now: Paper,
  states: States,
): PagePair {
  const state = worse(states.old.get(oldIndex), states.now.get(newIndex))
  if (newIndex < 0) return { oldPage: pageName(old, oldIndex), state: 'removed' }
  if (oldIndex < 0) return { newPage: pageName(now, newIndex), state: 'added' }
  return { oldPage: pageName(old, oldIndex), newPage: pageName(now, newIndex), state }
}

const WEIGHT: readonly PageState[] = ['same', 'references', 'break', 'text']

const worse = (one: PageState = 'same', other: PageState = 'same'): PageState =>
  WEIGHT.indexOf(one) > WEIGHT.indexOf(other) ? one : other
