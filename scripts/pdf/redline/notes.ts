// What the margins say, and where it stands in them.
import type { RedlineChange, RedlineWords } from '../../model/redline.ts'
import { type Glyphs, type Pen, widthOf } from './pens.ts'

/** Words of a note that stand together in a line. */
export interface NotePart {
  readonly glyphs: readonly Glyphs[]
  readonly style: 'number' | 'label' | 'struck' | 'plain'
  /** From the left edge of the note, at a size of 1; the space behind the word is no part of its width. */
  readonly at: number
  readonly width: number
}

export type NoteLine = readonly NotePart[]

export interface Note {
  readonly change: RedlineChange
  readonly lines: readonly NoteLine[]
  /** All that it says, for who hears it. */
  readonly says: string
}

export interface PlacedNote extends Note {
  /** Of its upper edge, from the top of the page. */
  readonly top: number
  readonly shown: readonly NoteLine[]
}

export interface NoteSizes {
  readonly size: number
  readonly leading: number
}

interface Word {
  readonly text: string
  readonly style: NotePart['style']
}

/** Longer deletions stand whole in the list. */
const MAX_WORDS = 40

/** `width`: of the margin, in sizes of its type. */
export function noteOf(change: RedlineChange, words: RedlineWords, pen: Pen, width: number): Note {
  const { label, text, isStruck } = saidOf(change, words)
  const all = text.split(' ').filter((word) => word !== '')
  const short = all.length > MAX_WORDS ? [...all.slice(0, MAX_WORDS), '…'] : all
  const says = [label, ...(short.length > 0 ? [`“${short.join(' ')}”`] : [])].join(' ')
  const styled = (style: NotePart['style'], ...texts: readonly string[]): Word[] =>
    texts.map((one) => ({ text: one, style }))
  const head = [...styled('number', String(change.number)), ...styled('label', ...label.split(' '))]
  const whole = [...head, ...styled(isStruck ? 'struck' : 'plain', ...short)]
  // Letters that no font of the list has, or that would have to be joined: then the list alone says them.
  const drawable = [whole, [...head, ...styled('label', '…')], head].find((said) =>
    said.every(({ text: word, style }) => pen(word, weightOf(style)) !== undefined),
  )
  return { change, lines: inLines(drawable ?? head.slice(0, 1), pen, width), says }
}

function saidOf({ kind, pieces, otherLabel }: RedlineChange, words: RedlineWords) {
  const removed = pieces.filter(({ state }) => state === 'removed').map(({ text }) => text)
  const isReplaced = pieces.some(({ state }) => state === 'added')
  const to = (label: string): string => label.replace('{page}', () => otherLabel)
  switch (kind) {
    case 'text':
      return removed.length > 0
        ? { label: `${isReplaced ? words.was : words.takenOut}:`, text: removed.join(' … '), isStruck: true }
        : { label: words.putIn, text: '', isStruck: false }
    case 'moved-away':
      return { label: `${to(words.movedAway)}:`, text: pieces[0]?.text ?? '', isStruck: true }
    case 'moved-here':
      return { label: to(words.movedHere), text: '', isStruck: false }
    case 'look':
      return { label: words.looks, text: '', isStruck: false }
    case 'page-added':
      return { label: words.pageAdded, text: '', isStruck: false }
    case 'page-removed':
      return { label: to(words.pageRemoved), text: '', isStruck: false }
  }
}

/** As the list has them. */
const weightOf = (style: NotePart['style']): 'regular' | 'bold' =>
  style === 'number' || style === 'label' ? 'bold' : 'regular'

function inLines(words: readonly Word[], pen: Pen, width: number): NoteLine[] {
  const blank = pen(' ', 'regular') ?? []
  const space = widthOf(blank) || 0.25
  const lines: NotePart[][] = [[]]
  let at = 0
  for (const { text, style } of words.flatMap((word) => broken(word, pen, width))) {
    const glyphs = pen(text, weightOf(style)) ?? []
    const own = widthOf(glyphs)
    if (at > 0 && at + own > width) {
      lines.push([])
      at = 0
    }
    // The space is drawn: who hears the note hears words.
    lines.at(-1)!.push({ glyphs: [...glyphs, ...blank], style, at, width: own })
    at += own + space
  }
  return lines
}

/** A word that is wider than the margin goes over several lines. */
function broken(word: Word, pen: Pen, width: number): Word[] {
  const own = widthOf(pen(word.text, weightOf(word.style)) ?? [])
  if (own <= width) return [word]
  const letters = Array.from(word.text)
  const most = Math.max(1, Math.floor((letters.length * width) / own) - 1)
  const parts: Word[] = []
  for (let at = 0; at < letters.length; at += most)
    parts.push({ text: letters.slice(at, at + most).join(''), style: word.style })
  return parts
}

const USUAL: NoteSizes = { size: 8, leading: 9.6 }
/** Between two notes. */
const GAP = 3
/** Lines of a note at most: the fewer, the more notes stand on the page. */
const MOST_LINES = [10, 5, 3, 2, 1] as const

/**
 * Each beside its change, or as near below or above it as the others leave room. Where there are very many, each is
 * cut to fewer lines, and where they are too many even then, set smaller.
 */
export function placeNotes(
  notes: readonly Note[],
  heightPt: number,
): { readonly placed: readonly PlacedNote[]; readonly sizes: NoteSizes } {
  const [from, to] = [GAP * 2, heightPt - GAP * 2]
  const need = (most: number): number =>
    notes.reduce((sum, { lines }) => sum + Math.min(lines.length, most) * USUAL.leading + GAP, 0)
  const most = MOST_LINES.find((lines) => need(lines) <= to - from) ?? 1
  const share = Math.min(1, (to - from) / need(most))
  const sizes = { size: USUAL.size * share, leading: USUAL.leading * share }
  const heights = notes.map(({ lines }) => Math.min(lines.length, most) * sizes.leading + GAP * share)
  const tops: number[] = []
  let free = from
  for (const [index, { change }] of notes.entries()) {
    tops.push(Math.max(change.place.box.top, free))
    free = tops[index]! + heights[index]!
  }
  let end = to
  for (let index = notes.length - 1; index >= 0; index--) {
    tops[index] = Math.min(tops[index]!, end - heights[index]!)
    end = tops[index]!
  }
  const placed = notes.map((note, index) => ({
    ...note,
    top: tops[index]!,
    shown: note.lines.slice(0, most),
  }))
  return { placed, sizes }
}
