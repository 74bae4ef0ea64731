// One stretch of a file against what is printed for its lines: the words of the file, in order, must be among the
// printed ones.
import { decodeHTMLStrict } from 'entities'
import { commonSigns } from './common-signs.ts'
import { type Atom, atomsOf, letters } from './letters.ts'
import type { Reading, Span, Use } from './reading.ts'

/** Words that are not printed. */
export interface Loss extends Span {
  /** As they are compared. */
  readonly signs: string
  /** Whether nothing printed stands between these words, which begin a line, and the loss before. */
  readonly follows: boolean
}

/** A stretch of the file, read by the lexer; `told` says whether a finding stands for a place of it. */
export interface Stretch extends Span {
  readonly text: string
  readonly reading: Reading
  readonly told: (use: Use) => boolean
}

type Spell = (reference: string, at: number) => string

/** The words of a stretch that must be printed: those that stand in their order, and those that stand apart. */
interface Wanted {
  /** What is used, and what stands apart, is masked by `\0`. */
  readonly main: string
  readonly units: readonly Loss[]
  readonly start: number
  readonly spell: Spell
}

/** Whether all of the stretch is in `said`. A printed extra is no fault. */
export const isIn = (stretch: Stretch, said: string): boolean =>
  waysToRead(stretch, said).some((wanted) => isWhole(wanted, said))

/** What of the stretch is not in `said`. */
export function lossesOf(stretch: Stretch, said: string): Loss[] {
  const found = waysToRead(stretch, said).map((wanted) => losses(wanted, said))
  return found.sort((a, b) => weight(a) - weight(b))[0] ?? []
}

const weight = (found: readonly Loss[]): number => found.reduce((sum, { signs }) => sum + signs.length, 0)

/** In code that the lexer takes for text a reference is what it is: `&amp;` is read in both ways. */
function waysToRead(stretch: Stretch, said: string): Wanted[] {
  const { text, start, end, reading } = stretch
  const uses = within(reading.uses, start, end).filter((use) => !use.told || stretch.told(use))
  const codes = /\p{Extended_Pictographic}/u.test(said) ? within(reading.codes, start, end) : []
  const plain = blanked(text.slice(start, end), [...uses, ...codes], start)
  const units = within(reading.units, start, end)
  const main = blanked(plain, units, start)
  const literal = within(reading.literal, start, end)
  const isCode = (at: number): boolean => literal.some((span) => at >= span.start && at < span.end)
  const read = (spell: Spell, said = plain, apart: readonly Span[] = units): Wanted => ({
    main,
    start,
    spell,
    units: apart.map((unit) => {
      const from = Math.max(unit.start, start)
      const words = said.slice(from - start, unit.end - start)
      return {
        start: from + 1,
        end: from + words.length - 1,
        signs: signsOf(words, from, spell),
        follows: false,
      }
    }),
  })
  const decoded = read((reference, at) => (isCode(at) ? reference : decodeHTMLStrict(reference)))
  const ways = plain.includes('&') ? [decoded, read((reference) => reference)] : [decoded]
  const isUsed = units.some((unit) => uses.some((use) => use.start >= unit.start && use.end <= unit.end))
  if (!isUsed) return ways
  const parts = units.flatMap((unit) => partsOf(unit, plain, start))
  return [
    ...ways,
    read(decodeHTMLStrict, asTyped(text.slice(start, end))),
    read(decodeHTMLStrict, plain, parts),
  ]
}

/** What is printed for a value or a citation stands between the words around it. */
function partsOf(unit: Span, plain: string, offset: number): Span[] {
  const from = Math.max(unit.start - offset, 0)
  return [...plain.slice(from, unit.end - offset).matchAll(/[^\0]+/g)].map(({ 0: words, index }) => ({
    start: offset + from + index,
    end: offset + from + index + words.length,
  }))
}

/** A value is plain text, where nothing but the call of a note is more than its words. */
const asTyped = (text: string): string => text.replace(/\[\^[^\]\s]+\]/g, (call) => '\0'.repeat(call.length))

/** What stands apart may have words of the rest: `![A yellow field](a.jpg "Yellow")`. Every place of it is tried. */
function isWhole({ main, units, start, spell }: Wanted, said: string): boolean {
  const signs = signsOf(main, start, spell)
  const words = atoms(main, start, spell)
  let tries = MOST_TRIES
  const fits = (index: number, rest: string): boolean => {
    const unit = units[index]?.signs
    if (unit === undefined) return signs === rest.replaceAll('\0', '') || wordsStandIn(words, rest)
    if (unit === '') return fits(index + 1, rest)
    for (let at = rest.indexOf(unit); at >= 0 && tries > 0; at = rest.indexOf(unit, at + 1)) {
      tries -= 1
      if (fits(index + 1, without(rest, at, unit))) return true
    }
    return false
  }
  return fits(0, said)
}

const MOST_TRIES = 200

const without = (text: string, at: number, words: string): string =>
  at < 0 ? text : `${text.slice(0, at)}\0${text.slice(at + words.length)}`

function losses({ main, units, start, spell }: Wanted, said: string): Loss[] {
  const lost = units.filter(({ signs }) => !said.includes(signs))
  const words = atoms(main, start, spell)
  const apart = units.filter(({ signs }) => signs !== '')
  const ways = [
    apart.reduce((left, { signs }) => without(left, left.indexOf(signs), signs), said),
    apart.reduce((left, { signs }) => without(left, left.lastIndexOf(signs), signs), said),
  ].map((rest) => (wordsStandIn(words, rest) ? [] : stretchesOf(leftOut(words, rest), main, start)))
  const fewest = ways.sort((a, b) => weight(a) - weight(b))[0] ?? []
  return [...lost, ...fewest]
}

const atoms = (text: string, start: number, spell: Spell): Atom[] =>
  atomsOf(text, (reference, at) => spell(reference, start + at)).map((atom) => ({
    ...atom,
    at: atom.at + start,
  }))

const REFERENCE = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z][a-zA-Z\d]*);/g

const signsOf = (text: string, start: number, spell: Spell): string =>
  letters(
    text.includes('&')
      ? text.replace(REFERENCE, (reference, at: number) => spell(reference, start + at))
      : text,
  )

/** Spans that reach into the stretch; they come in the order of their beginnings, and hardly overlap. */
function within<T extends Span>(spans: readonly T[], start: number, end: number): T[] {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle] as T).start < start) low = middle + 1
    else high = middle
  }
  const found: T[] = []
  for (let index = low - 1; index >= 0 && index >= low - OVERLAPPING; index -= 1)
    if ((spans[index] as T).end > start) found.unshift(spans[index] as T)
  for (let index = low; index < spans.length && (spans[index] as T).start < end; index += 1)
    found.push(spans[index] as T)
  return found
}

const OVERLAPPING = 4

function blanked(text: string, spans: readonly Span[], offset: number): string {
  let result = ''
  let done = 0
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const from = Math.max(done, span.start - offset)
    const to = Math.min(text.length, span.end - offset)
    if (to <= from) continue
    result += text.slice(done, from) + '\0'.repeat(to - from)
    done = to
  }
  return result + text.slice(done)
}

/** Whether every word is there, whole and in its order. */
function wordsStandIn(atoms: readonly Atom[], said: string): boolean {
  let from = 0
  for (let index = 0; index < atoms.length; ) {
    let word = atoms[index]?.sign ?? ''
    index += 1
    while (index < atoms.length && !atoms[index]?.begins) word += atoms[index++]?.sign
    const at = said.indexOf(word, from)
    if (at < 0) return false
    from = at + word.length
  }
  return true
}

/** The fewest signs without which the rest stands in `said`, in its order. Neighbours of one word go together. */
function leftOut(atoms: readonly Atom[], said: string): { atom: Atom; index: number }[] {
  let head = 0
  while (head < atoms.length && atoms[head]?.sign === said[head]) head += 1
  let tail = 0
  const most = Math.min(atoms.length, said.length) - head
  while (tail < most && atoms.at(-1 - tail)?.sign === said.at(-1 - tail)) tail += 1
  const middle = atoms.slice(head, atoms.length - tail)
  const rest = said.slice(head, said.length - tail)
  const kept = commonSigns(middle.map((atom) => atom.sign).join(''), rest) ?? wordByWord(middle, rest)
  const gone = middle.flatMap((atom, index) => (kept[index] ? [] : [{ atom, index: head + index }]))
  return slid(gone, atoms)
}

/** For texts that differ in too much to be searched for the least difference. */
function wordByWord(atoms: readonly Atom[], said: string): boolean[] {
  const kept: boolean[] = []
  let from = 0
  for (let index = 0; index < atoms.length; ) {
    const begin = index
    let word = atoms[index++]?.sign ?? ''
    while (index < atoms.length && !atoms[index]?.begins) word += atoms[index++]?.sign
    const at = said.indexOf(word, from)
    if (at >= 0 && at - from < NEAR) from = at + word.length
    for (let sign = begin; sign < index; sign += 1) kept.push(at >= 0 && from === at + word.length)
  }
  return kept
}

/** How far ahead a word may stand that is not the next. */
const NEAR = 400

/** What is left out begins with a word where it can: of `the cat the dog` it is `the dog` and not `cat the`. */
function slid(
  gone: { atom: Atom; index: number }[],
  atoms: readonly Atom[],
): { atom: Atom; index: number }[] {
  const result: { atom: Atom; index: number }[] = []
  for (let first = 0; first < gone.length; ) {
    let last = first
    while (last + 1 < gone.length && gone[last + 1]?.index === (gone[last]?.index ?? 0) + 1) last += 1
    let from = gone[first]?.index ?? 0
    let to = gone[last]?.index ?? 0
    const floor = result.at(-1)?.index ?? -1
    let back = from
    while (!atoms[from]?.begins && from - 1 > floor && atoms[from - 1]?.sign === atoms[to]?.sign) {
      from -= 1
      to -= 1
    }
    if (!atoms[from]?.begins) {
      to += back - from
      from = back
    }
    back = from
    for (let index = from; index <= to; index += 1) {
      const atom = atoms[index]
      if (atom) result.push({ atom, index })
    }
    first = last + 1
  }
  return result
}

/** Neighbours are one loss; so are those with a sign or two between them, which are there by chance. */
const CHANCE = 3

function stretchesOf(gone: readonly { atom: Atom; index: number }[], text: string, offset: number): Loss[] {
  const losses: { start: number; end: number; signs: string; index: number; follows: boolean }[] = []
  for (const { atom, index } of gone) {
    const last = losses.at(-1)
    const isNear = last !== undefined && index - last.index <= CHANCE
    if (isNear && !text.slice(last.end - offset, atom.at - offset).includes('\n')) {
      last.end = atom.at + 1
      last.signs += atom.sign
      last.index = index
    } else {
      losses.push({ start: atom.at, end: atom.at + 1, signs: atom.sign, index, follows: isNear })
    }
  }
  return losses.map(({ index: _, ...loss }) => loss)
}
