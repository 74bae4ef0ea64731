// What a reviewer did to a passage → changes of its source, each one proven to say just that, and what cannot be done.
import { alignSigns } from './align-signs.ts'
import { asThings, type NamedNotes, notesIn, withCalls, withSigns } from './new-notes.ts'
import { type Depths, paragraphBreak } from './new-paragraph.ts'
import { type Operation, withOperations } from './operation.ts'
import type { Passage } from './passage.ts'
import { passageEdits, thingsIn } from './passage-edits.ts'
import { type Placed, placeEdit, type Side } from './place-edit.ts'
import { type Effect, type Known, provesInPart } from './prove-texts.ts'
import type { WordEdit } from './word-edits.ts'
import { PARAGRAPH } from './word-file.ts'
import { beginsCallout, type Care, isTooMuch, safeStart, writeWords } from './write-words.ts'

export interface PassageChange {
  readonly operations: readonly Operation[]
  readonly effect: Effect
  readonly carried: readonly WordEdit[]
  /** Where in `sent` things were left out that are left as they are. */
  readonly dropped: readonly number[]
  readonly refused: readonly {
    readonly edit: WordEdit
    readonly why: 'made' | 'thing' | 'unsure'
  }[]
}

/** A way to write an edit. */
interface Way {
  readonly side: Side
  readonly care: Care
  /** Blanks may be taken out before a word or behind it. */
  readonly slide: 'none' | 'left' | 'right'
}

const WAYS: readonly Way[] = [
  { side: 'plain', care: 0, slide: 'none' },
  { side: 'plain', care: 1, slide: 'none' },
  { side: 'plain', care: 1, slide: 'left' },
  { side: 'plain', care: 1, slide: 'right' },
  { side: 'left', care: 1, slide: 'none' },
  { side: 'right', care: 1, slide: 'none' },
  { side: 'plain', care: 2, slide: 'none' },
  { side: 'left', care: 2, slide: 'left' },
  { side: 'right', care: 2, slide: 'right' },
]
const MOST_BY_ONES = 60

interface Work {
  readonly passage: Passage
  readonly places: Int32Array
  readonly known: Known
  readonly depths: Depths
  readonly notes: NamedNotes
}

export function changePassage(
  passage: Passage,
  known: Known,
  depths: Depths,
  notes: NamedNotes,
): PassageChange {
  const places = alignSigns(passage.sent, passage.signs.text)
  const work: Work = { passage, places, known, depths, notes }
  const { edits: found, dropped: lost } = passageEdits(passage)
  const edits = lost.length > 0 ? found : withNewNotes(found, work)
  const things = edits.filter((edit) => found.includes(edit) && /[\uFFFC\ue000-\uf8ff]/.test(edit.becomes))
  const large = edits.filter((edit) => !things.includes(edit) && isTooMuch(edit.becomes))
  const dropped = edits.filter((edit) => isDropped(edit, passage, lost))
  const set = new Set([...things, ...large, ...dropped])
  const wanted = edits.filter((edit) => !set.has(edit))
  const placeable = wanted.filter((edit) => place(work, edit, WAYS[0]!) !== undefined)
  const refused: PassageChange['refused'] = [
    ...things.map((edit) => ({ edit, why: 'thing' as const })),
    ...large.map((edit) => ({ edit, why: 'unsure' as const })),
    ...dropped.map((edit) => ({ edit, why: 'unsure' as const })),
    ...wanted.filter((edit) => !placeable.includes(edit)).map((edit) => ({ edit, why: 'made' as const })),
  ]
  for (const way of WAYS) {
    const made = attempt(
      work,
      placeable.map((edit) => ({ edit, way })),
    )
    if (made) return { ...made, carried: placeable, refused, dropped: leftIn(lost, placeable) }
  }
  const some = oneByOne(work, placeable, refused)
  return { ...some, dropped: leftIn(lost, some.carried) }
}

/** Where all things that an edit brings are calls of new notes, these are named. */
function withNewNotes(edits: readonly WordEdit[], { passage, known, notes }: Work): WordEdit[] {
  const { back, calls } = passage
  let shift = 0
  return edits.map((edit) => {
    const { from, to, becomes } = edit
    const before = thingsIn(back.slice(0, from + shift))
    shift += becomes.length - (to - from)
    const count = thingsIn(becomes)
    const named = withSigns(becomes, calls.slice(before, before + count), notes, known.file)
    return count === 0 || named === undefined ? edit : { from, to, becomes: named }
  })
}

/** Whether it would take out, with some words, what a program has left out: of a whole sentence it may. */
function isDropped({ from, to, becomes }: WordEdit, { sent }: Passage, lost: readonly number[]): boolean {
  const count = lost.filter((place) => from <= place && place < to).length
  if (count === 0) return false
  const words = sent.slice(from, to).match(/[\p{L}\p{N}]+/gu)?.length ?? 0
  return becomes.trim() !== '' || words < WORDS_OF_SENTENCE * count
}

const WORDS_OF_SENTENCE = 4

const leftIn = (lost: readonly number[], carried: readonly WordEdit[]): number[] =>
  lost.filter((place) => !carried.some(({ from, to }) => from <= place && place < to))

interface Chosen {
  readonly edit: WordEdit
  readonly way: Way
}

/** Where they cannot all be made, those that can. */
function oneByOne(
  work: Work,
  edits: readonly WordEdit[],
  before: PassageChange['refused'],
): Omit<PassageChange, 'dropped'> {
  const chosen: Chosen[] = []
  const refused = [...before]
  for (const [index, edit] of edits.entries()) {
    const way =
      index < MOST_BY_ONES ? WAYS.find((one) => attempt(work, [...chosen, { edit, way: one }])) : undefined
    if (way) chosen.push({ edit, way })
    else refused.push({ edit, why: 'unsure' })
  }
  const made = attempt(work, chosen) ?? { operations: [], effect: { removes: [], adds: [] } }
  return { ...made, carried: chosen.map(({ edit }) => edit), refused }
}

function attempt(
  work: Work,
  chosen: readonly Chosen[],
): Pick<PassageChange, 'operations' | 'effect'> | undefined {
  const { passage, known, notes } = work
  const placed = chosen.map(({ edit, way }) => place(work, edit, way))
  if (!placed.every((one) => one !== undefined)) return undefined
  const [block] = passage.blocks
  const direct = placed.flatMap((one) => one.operations)
  const effect = effectOf(passage, placed)
  const ways = block.writing === 'plain' ? [direct, quoted(block, direct, known.text)] : [direct]
  const names = chosen.flatMap(({ edit }) => notesIn(edit.becomes, notes)).map(({ name }) => name)
  const operations = ways.find((one) => provesInPart(known, one, effect, names))
  return operations && { operations, effect }
}

/** A value that would be another one without quotation marks. */
function quoted(
  { start, end }: { readonly start: number; readonly end: number },
  operations: readonly Operation[],
  text: string,
): Operation[] {
  const inside = operations.map((one) => ({ ...one, start: one.start - start, end: one.end - start }))
  const value = withOperations(text.slice(start, end), inside)
  return [{ start, end, becomes: `'${value.replaceAll("'", "''")}'` }]
}

interface PlacedWords extends Placed {
  readonly says: string
}

function effectOf({ signs, blocks, paragraphs }: Passage, placed: readonly PlacedWords[]): Effect {
  let text = ''
  let at = 0
  for (const { first, behind, says } of placed) {
    text += signs.text.slice(at, first) + says
    at = behind
  }
  text += signs.text.slice(at)
  const [{ start, kind }] = blocks
  const kindAt = (index: number) =>
    index === 0 || blocks.length > 1 ? kind : paragraphs[index]?.heading ? 'heading' : 'paragraph'
  const adds = text.split(PARAGRAPH).map((one, index) => ({ at: start, kind: kindAt(index), text: one }))
  return { removes: blocks, adds }
}

function place(work: Work, given: WordEdit, way: Way): PlacedWords | undefined {
  const edit = slid(given, work, way.slide)
  const written = write(work, edit, way.care)
  if (written === undefined) return undefined
  const placed = placeEdit(work.passage, work.places, edit, withCalls(written, work.notes), way.side)
  return placed && { ...placed, says: asThings(edit.becomes) }
}

/** The same change, told one blank further on or back: of `a b c`, ` b` is taken out, or `b `. */
function slid(edit: WordEdit, { passage, places, known }: Work, slide: Way['slide']): WordEdit {
  const { from, to, becomes } = edit
  const { sent, signs } = passage
  if (becomes !== '' || from === to) return edit
  const last = places[to - 1] ?? -1
  const endsLine = last >= 0 && known.text.slice(signs.from[last], signs.to[last]).includes('\n')
  const isLeft = slide === 'left' || (slide === 'none' && endsLine)
  if (isLeft && sent[from - 1] === ' ' && sent[to - 1] === ' ') return { ...edit, from: from - 1, to: to - 1 }
  if (slide === 'right' && sent[from] === ' ' && sent[to] === ' ')
    return { ...edit, from: from + 1, to: to + 1 }
  return edit
}

function write(
  { passage, known, depths }: Work,
  { from, to, becomes }: WordEdit,
  care: Care,
): string | undefined {
  const block = passage.blocks[0]
  const [first = '', ...more] = becomes.split(PARAGRAPH)
  const isStart = from === 0 || passage.sent[from - 1] === PARAGRAPH
  const head = writeWords(first, block.writing, care)
  const written = [
    isStart && (care > 0 || beginsCallout(head)) && block.writing === 'markdown' ? safeStart(head) : head,
  ]
  const index = countOf(passage.sent.slice(0, from)) + paragraphsBefore(passage, { from, to, becomes })
  for (const [turn, words] of more.entries()) {
    const paragraph = passage.paragraphs[index + turn + 1]
    const isFit = (block.kind === 'heading') === (passage.paragraphs[0]?.heading !== 0)
    const separator = paragraph && isFit && paragraphBreak(block, known.text, paragraph, depths)
    if (!separator) return undefined
    written.push(separator, safeStart(writeWords(words.trimStart(), block.writing, care)))
  }
  const isLast = to === passage.sent.length && more.length > 0
  return written.join('') + (isLast ? blankBehind(block, written.join(''), known.text) : '')
}

/** A list does not go on in the line below a paragraph that ended it. */
const blankBehind = ({ end }: { readonly end: number }, written: string, text: string): string =>
  written.includes('\n\n') && text[end] === '\n' && /\S/.test(text.slice(end + 1, end + 2)) ? '\n' : ''

const countOf = (text: string): number => text.split(PARAGRAPH).length - 1

/** How many new paragraphs stand in what came back before this edit. */
function paragraphsBefore(passage: Passage, edit: WordEdit): number {
  let count = 0
  for (const one of passageEdits(passage).edits) {
    if (one.from >= edit.from) break
    count += countOf(one.becomes) - countOf(passage.sent.slice(one.from, one.to))
  }
  return count
}
