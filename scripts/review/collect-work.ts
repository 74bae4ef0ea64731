// What came back, paragraph by paragraph → what there is to do: passages that changed, what is new, what is gone.
import { fileKey, type ReviewMark, readMark } from '../ground/review-marks.ts'
import { isTouched } from './is-touched.ts'
import { alike } from './likeness.ts'
import type { Paired } from './pair-stretches.ts'
import { type Passage, passageOf } from './passage.ts'
import { thingsIn } from './passage-edits.ts'
import type { SourceBlock } from './source-block.ts'
import { PARAGRAPH, type Stretch, THING, type WordParagraph } from './word-file.ts'

export interface WorkToDo {
  readonly passages: readonly Passage[]
  readonly fresh: readonly NewParagraph[]
  readonly rows: readonly NewRow[]
  readonly notes: readonly NewNote[]
  readonly gone: readonly SourceBlock[]
  /** What did not come back, and may have been written since. */
  readonly absent: readonly SourceBlock[]
  /** Pictures in paragraphs of their own, which did not come back either, with the words below them. */
  readonly pictures: readonly { readonly was: string; readonly at?: PlaceInText }[]
  /** In the order in which they came back; `place` is where each went out. */
  readonly order: readonly { readonly block: SourceBlock; readonly place: number }[]
  /** Words of the program's that came back as others, and the block before them. */
  readonly made: readonly { readonly was: string; readonly becomes: string; readonly at?: PlaceInText }[]
  /** Pictures, formulas and notes that are not in the file any more, though nothing says that they were taken out. */
  readonly dropped: readonly { readonly was: string; readonly at?: PlaceInText }[]
}

/** A block, or what a mark says. */
export type PlaceInText = Pick<SourceBlock, 'file' | 'line'>

/** A note that did not go out. */
export interface NewNote {
  readonly id: string
  readonly paragraphs: readonly string[]
  /** The block that calls it, or the one before. */
  readonly caller?: SourceBlock
}

/** A paragraph that no block can take up. */
export interface NewParagraph {
  readonly text: string
  /** Of each THING in it, see `Stretch`. */
  readonly calls: readonly string[]
  readonly paragraph: WordParagraph
  readonly after?: SourceBlock
  readonly before?: SourceBlock
  /** Words of the program's stand before and behind it: it is in no text, as on the title page. */
  isAmongMade?: boolean
}

export interface NewRow {
  readonly cells: readonly string[]
  /** A cell of the row before it. */
  readonly after?: SourceBlock
}

export interface Sides {
  readonly back: readonly Stretch[]
  readonly sent: readonly Stretch[]
  readonly wentOut?: ReadonlyMap<string, string> | undefined
  readonly paired: Paired
  /** By the place in `sent`. */
  readonly blocks: ReadonlyMap<number, SourceBlock>
  readonly further: ReadonlyMap<number, readonly SourceBlock[]>
}

interface Open {
  readonly blocks: [SourceBlock, ...SourceBlock[]]
  readonly paragraphs: WordParagraph[]
  readonly sentParagraph: number
  readonly calls: string[]
  sent: string
  back: string
  before: string
}

interface Collecting {
  readonly passages: Passage[]
  readonly fresh: (Omit<NewParagraph, 'before'> & { before?: SourceBlock })[]
  readonly rows: { key: string; cells: string[]; after?: SourceBlock }[]
  readonly notes: Map<string, string[]>
  /** The block at which each note is called. */
  readonly callers: Map<string, SourceBlock>
  readonly gone: Set<SourceBlock>
  readonly absent: SourceBlock[]
  readonly order: { block: SourceBlock; place: number }[]
  readonly made: WorkToDo['made'][number][]
  readonly dropped: WorkToDo['dropped'][number][]
  open: Open | undefined
  last: SourceBlock | undefined
  /** The last words that were met are of the program's. */
  isBehindMade: boolean
}

export function collectWork(sides: Sides): WorkToDo {
  const all: Collecting = {
    passages: [],
    fresh: [],
    rows: [],
    gone: new Set(),
    absent: [],
    order: [],
    made: [],
    dropped: [],
    notes: new Map(),
    callers: new Map(),
    open: undefined,
    last: undefined,
    isBehindMade: false,
  }
  const pairs: Pairs = { rows: pairedIn(sides, rowKey), notes: pairedIn(sides, ({ note }) => note) }
  for (const [place, stretch] of sides.back.entries()) {
    if (stretch.paragraph.isContents) continue
    const sent = sides.paired.sentOf.get(place)
    if (sent !== undefined) takeKnown(stretch, sent, sides, all)
    else if (stretch.mark) close(all)
    else if (stretch.text !== '') takeNew(stretch, pairs, all)
    for (const id of stretch.calls ?? []) if (all.last && !all.callers.has(id)) all.callers.set(id, all.last)
  }
  close(all)
  const wentOut = whatWentOut(sides)
  const there = new Set([...sides.paired.sentOf.values(), ...sides.paired.changed.values()])
  for (const [place, block] of sides.blocks) {
    if (there.has(place)) continue
    const known = wentOut(place)
    if (known) for (const one of [block, ...(sides.further.get(place) ?? [])]) all.gone.add(one)
    else if (known === undefined) all.absent.push(block)
  }
  const notes = [...all.notes].map(([id, paragraphs]): NewNote => {
    const caller = all.callers.get(id)
    return { id, paragraphs, ...(caller ? { caller } : {}) }
  })
  return { ...all, notes, pictures: lostPictures(sides), gone: [...all.gone] }
}

function lostPictures({ sent, blocks, paired }: Sides): WorkToDo['pictures'] {
  const there = new Set(paired.sentOf.values())
  return sent.flatMap(({ mark, text, paragraph }, place) => {
    if (mark || there.has(place) || paragraph.isContents || text === '' || !IS_THINGS.test(text)) return []
    const next = sent.findIndex((one, index) => index > place && one.mark)
    const at = blocks.get(next)
    return [{ was: `${text} ${sent[next]?.text ?? ''}`, ...(at ? { at } : {}) }]
  })
}

/**
 * Whether it went out, or was written since. A file that does not know says so of what stands before an unchanged
 * paragraph that has kept its line; of the rest it is undefined.
 */
function whatWentOut({ wentOut, sent, back, paired }: Sides): (place: number) => boolean | undefined {
  if (wentOut) {
    const keys = new Set([...wentOut.keys()].map((name) => keyOf(readMark(name))))
    return (place) => keys.has(keyOf(sent[place]?.mark))
  }
  const steady = new Set(
    [...paired.sentOf].flatMap(([own, other]) =>
      back[own]?.name && back[own]?.name === sent[other]?.name ? [other] : [],
    ),
  )
  const isShifted = new Set(
    [...paired.sentOf].flatMap(([own, other]) => {
      const mark = back[own]?.mark
      return mark && mark.line !== sent[other]?.mark?.line ? [mark.file] : []
    }),
  )
  return (place) => {
    const file = sent[place]?.mark?.file
    if (!file || isShifted.has(file)) return undefined
    for (let next = place + 1; next < sent.length && sent[next]?.mark?.file === file; next += 1)
      if (steady.has(next)) return true
    return undefined
  }
}

const keyOf = (mark: ReviewMark | undefined): string =>
  mark ? `${mark.file} ${mark.text} ${mark.part ?? ''}` : ''

const rowKey = ({ cell }: WordParagraph): string => (cell ? `${cell.table} ${cell.row}` : '')

/** Of which something went out. */
interface Pairs {
  readonly rows: ReadonlySet<string>
  readonly notes: ReadonlySet<string>
}

const pairedIn = ({ back, paired }: Sides, key: (paragraph: WordParagraph) => string): ReadonlySet<string> =>
  new Set([...paired.sentOf.keys()].map((place) => key(back[place]!.paragraph)))

function takeKnown(given: Stretch, place: number, sides: Sides, all: Collecting): void {
  const { sent, blocks, further } = sides
  const more = further.get(place) ?? []
  const was = sent[place]!
  const block = blocks.get(place)
  const isAlike = alike(given.text) === alike(was.text)
  // Of a text that has these words by now, blanks and quotation marks are its author's.
  const stretch = isAlike && given.mark?.text !== was.mark?.text ? { ...given, text: was.text } : given
  if (!block) {
    close(all)
    if (!was.mark && was.text !== '' && !IS_THINGS.test(was.text)) meetMade(all)
    if (!isAlike && !was.paragraph.isContents) takeMade(was, stretch, sides, all)
    return
  }
  for (const one of all.fresh) if (!one.before) one.before = block
  all.isBehindMade = false
  if (stretch.text === '' && was.text !== '' && block.kind !== 'cell') {
    if (stretch.before === '' && IS_THINGS.test(was.text)) all.dropped.push({ was: was.text, at: block })
    else for (const one of [block, ...more]) all.gone.add(one)
    return
  }
  all.order.push({ block, place })
  all.last = block
  if (all.open && wasBroken(all.open, stretch, was)) {
    goOn(all.open, block, stretch, was)
    return
  }
  close(all)
  all.open = {
    blocks: [block, ...more],
    paragraphs: [stretch.paragraph],
    sentParagraph: was.paragraph.id,
    sent: was.text,
    back: stretch.text,
    before: stretch.before,
    calls: [...(stretch.calls ?? [])],
  }
}

/** Whether what is one paragraph now was two. */
const wasBroken = ({ paragraphs, sentParagraph }: Open, stretch: Stretch, was: Stretch): boolean =>
  paragraphs.at(-1)?.id === stretch.paragraph.id && sentParagraph !== was.paragraph.id

function goOn(open: Open, block: SourceBlock, stretch: Stretch, was: Stretch): void {
  open.blocks.push(block)
  open.sent += PARAGRAPH + was.text
  open.back += (stretch.isSpaced ? ' ' : '') + stretch.text
  open.before += PARAGRAPH + stretch.before
  open.calls.push(...(stretch.calls ?? []))
}

/** Words of the program's, or a formula by itself: the block before them says in which text they stand. */
function takeMade({ text: was, mark }: Stretch, stretch: Stretch, sides: Sides, all: Collecting): void {
  const { last } = all
  const line = last && mark?.file === fileKey(last.file) ? mark.line : last?.line
  const at = last && line ? { at: { file: last.file, line } } : {}
  const isDropped = thingsIn(stretch.before) < thingsIn(was)
  if (isDropped && alike(stretch.text) === alike(was.replaceAll(THING, ''))) all.dropped.push({ was, ...at })
  else if (stretch.isTracked || isTouched(stretch, sides))
    all.made.push({ was, becomes: stretch.text, ...at })
}

const IS_THINGS = /^[\s\uFFFC]+$/

function takeNew({ text, paragraph, calls = [] }: Stretch, pairs: Pairs, all: Collecting): void {
  const { open } = all
  const own = open?.paragraphs[0]
  const isSameCell =
    own?.cell && rowKey(own) === rowKey(paragraph) && own.cell.column === paragraph.cell?.column
  const { note } = paragraph
  if (note !== '' && !pairs.notes.has(note)) all.notes.set(note, [...(all.notes.get(note) ?? []), text])
  else if (open && paragraph.cell && isSameCell) {
    open.back += `\n${text}`
    open.calls.push(...calls)
  } else if (paragraph.cell && !pairs.rows.has(rowKey(paragraph))) takeRow(text, paragraph, all)
  else if (open && !paragraph.cell && own?.note === paragraph.note && takesUp(open, paragraph)) {
    open.back += PARAGRAPH + text
    open.calls.push(...calls)
    open.paragraphs.push(paragraph)
  } else {
    const { last, isBehindMade } = all
    const isOpen = isBehindMade ? { isAmongMade: false } : {}
    all.fresh.push({ text, calls, paragraph, ...(last ? { after: last } : {}), ...isOpen })
  }
}

function meetMade(all: Collecting): void {
  for (const one of all.fresh) if (!one.before && one.isAmongMade === false) one.isAmongMade = true
  all.isBehindMade = true
}

/** A block that stands within another goes on in it only in the same style. */
function takesUp({ blocks, paragraphs }: Open, { style }: WordParagraph): boolean {
  const last = blocks.at(-1)
  if (last?.kind !== 'paragraph' && last?.kind !== 'heading') return false
  const isWithin = last.around.some(({ type }) => type !== 'list' && type !== 'item')
  return !isWithin || paragraphs.at(-1)?.style === style
}

function takeRow(text: string, paragraph: WordParagraph, all: Collecting): void {
  const key = rowKey(paragraph)
  let row = all.rows.find((one) => one.key === key)
  if (!row) {
    row = { key, cells: [], ...(all.last ? { after: all.last } : {}) }
    all.rows.push(row)
    close(all)
  }
  const column = (paragraph.cell?.column ?? 1) - 1
  while (row.cells.length < Math.min(column, 200)) row.cells.push('')
  row.cells[column] = row.cells[column] ? `${row.cells[column]}\n${text}` : text
}

function close(all: Collecting): void {
  const { open } = all
  all.open = undefined
  if (open && open.sent !== open.back) all.passages.push(passageOf(open.blocks, open))
}
