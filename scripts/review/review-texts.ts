// A Word file that came back, held against the one that would go out now → changes of the texts, and what to tell.
import type { Finding, Mend } from '../model/finding.ts'
import { finding } from '../rules/finding.ts'
import { addParagraph, addRow, lineAt } from './add-paragraphs.ts'
import type { Change, Reviewed, Told } from './change.ts'
import { changePassage } from './change-passage.ts'
import { collectWork, type PlaceInText, type WorkToDo } from './collect-work.ts'
import { findBlock, findValues, knownBlocks } from './find-block.ts'
import { moveBlocks } from './move-blocks.ts'
import { asThings, type NamedNotes, nameNotes, notesIn, withCalls, withNotes } from './new-notes.ts'
import type { Depths } from './new-paragraph.ts'
import { pairMoved } from './pair-moved.ts'
import { type Paired, pairStretches } from './pair-stretches.ts'
import type { Passage } from './passage.ts'
import { proveFiles } from './prove-files.ts'
import type { Known } from './prove-texts.ts'
import { short } from './short-words.ts'
import type { ReadMarkdown, SourceBlock, SourceText } from './source-block.ts'
import { sourceBlocks } from './source-blocks.ts'
import { takeOut } from './take-out.ts'
import { tellComments } from './tell-comments.ts'
import { tellPictures } from './tell-pictures.ts'
import { tellPlaces } from './tell-places.ts'
import { WordFault } from './word-fault.ts'
import { PARAGRAPH, type WordFile } from './word-file.ts'

export interface ToReview {
  readonly back: WordFile
  /** Of the texts as they are now. */
  readonly sent: WordFile
  readonly texts: readonly SourceText[]
  readonly read: ReadMarkdown
}

/** Nothing is written. Throws WordFault for a file that came from elsewhere. */
export function reviewTexts({ back, sent, texts, read }: ToReview): Reviewed {
  const known = new Map(
    texts.map(({ file, text }) => [file, { file, text, read, blocks: sourceBlocks({ file, text }, read) }]),
  )
  const paired = pairMoved(back.stretches, sent.stretches, pairStretches(back.stretches, sent.stretches))
  if (paired.sentOf.size === 0 && !back.stretches.some(({ mark }) => mark))
    throw new WordFault({ problem: 'no-marks' })
  const { blocks, further } = blocksOf(sent, known)
  const work = collectWork({
    back: back.stretches,
    sent: sent.stretches,
    paired,
    blocks,
    further,
    wentOut: back.wentOut,
  })
  const depths = depthsOf(back, paired, blocks)
  const { changes, findings } = changesOf(work, known, depths, paired)
  const proven = proveFiles(changes, known)
  return {
    texts: proven.texts,
    told: proven.made.flatMap(({ file, told }) => told.map((one) => mendOf(file, one))),
    findings: [
      ...tellPlaces(back, sent, paired, { files: [...known.keys()], blocks }),
      ...findings,
      ...tellPictures(back, sent, paired, [...known.keys()]),
      ...proven.failed.flatMap(({ file, told }) =>
        told.map(({ line, was, becomes }) =>
          finding(
            'review-change-is-carried',
            { file, line },
            { problem: 'unsure', was: short(was), becomes: short(becomes) },
          ),
        ),
      ),
      ...tellComments(back, sent, paired, [...known.keys()]),
    ],
  }
}

const mendOf = (file: string, { line, was, becomes }: Told): Mend => ({
  rule: 'review-change-is-looked-at',
  place: { file, line },
  was: short(was),
  becomes: short(becomes),
})

interface Sources {
  readonly blocks: ReadonlyMap<number, SourceBlock>
  /** Further values that stand in the same paragraph. */
  readonly further: ReadonlyMap<number, readonly SourceBlock[]>
}

function blocksOf(sent: WordFile, known: ReadonlyMap<string, Known>): Sources {
  const all = knownBlocks(new Map([...known].map(([file, { blocks }]) => [file, blocks])))
  const taken = new Set<SourceBlock>()
  const blocks = new Map<number, SourceBlock>()
  const further = new Map<number, readonly SourceBlock[]>()
  for (const [place, { mark, text }] of sent.stretches.entries()) {
    if (!mark) continue
    const [value, ...more] = findValues(mark, text, all, taken)
    const block = value ?? findBlock(mark, text, all, taken)
    if (!block) continue
    for (const one of [block, ...more]) taken.add(one)
    blocks.set(place, block)
    if (more.length > 0) further.set(place, more)
  }
  return { blocks, further }
}

function depthsOf(
  { stretches }: WordFile,
  { sentOf }: Paired,
  blocks: ReadonlyMap<number, SourceBlock>,
): Depths {
  const depths = new Map<number, number>()
  for (const [own, other] of sentOf) {
    const { heading = 0 } = stretches[own]?.paragraph ?? {}
    const depth = blocks.get(other)?.depth
    if (heading > 0 && depth !== undefined && !depths.has(heading)) depths.set(heading, depth)
  }
  return depths
}

interface Found {
  readonly changes: Change[]
  readonly findings: Finding[]
}

function changesOf(
  work: WorkToDo,
  known: ReadonlyMap<string, Known>,
  depths: Depths,
  { isPoor, sentOf }: Paired,
): Found {
  const all: Found = { changes: [], findings: [] }
  const notes = nameNotes(work.notes, known)
  for (const passage of work.passages) takePassage(passage, known, depths, notes, all)
  for (const one of work.fresh) {
    const names = one.isAmongMade ? [] : [one.after?.file, one.before?.file]
    const files = names.flatMap((file) => (file ? [known.get(file)] : []))
    const change = files.map((file) => file && addParagraph(one, file, depths, notes)).find((made) => made)
    if (change) all.changes.push(change)
    else refuse(one.after ?? one.before, { problem: 'new-paragraph', becomes: short(one.text) }, all)
  }
  for (const row of work.rows) {
    const file = row.after && known.get(row.after.file)
    const change = file && addRow(row, file)
    if (change) all.changes.push(change)
    else refuse(row.after, { problem: 'row', becomes: short(row.cells.join(' | ')) }, all)
  }
  tellNotes(work, notes, all)
  for (const { was, becomes, at } of work.made)
    refuse(at, { problem: 'made', was: short(was), becomes: short(becomes) }, all)
  for (const { was, at } of work.dropped) drop(at, was, all)
  takeGone(isPoor ? [] : work.gone, known, all)
  // Of a file of which nothing is known, nothing is missing either.
  const absent = sentOf.size === 0 ? [] : work.absent
  for (const block of [...absent, ...(isPoor ? work.gone : [])])
    refuse(block, { problem: 'absent', was: short(block.signs.text) }, all)
  if (sentOf.size > 0)
    for (const { was, at } of work.pictures) refuse(at, { problem: 'absent', was: short(was) }, all)
  const moved = moveBlocks(work, known, all.changes)
  for (const block of moved.refused) refuse(block, { problem: 'moved', was: short(block.signs.text) }, all)
  const words = all.changes.filter((change) => !moved.used.has(change))
  return { changes: [...words, ...moved.changes], findings: all.findings }
}

function tellNotes(work: WorkToDo, notes: NamedNotes, all: Found): void {
  const written = new Set(all.changes.flatMap((change) => change.notes ?? []))
  for (const { id, paragraphs, caller } of work.notes) {
    const note = notes.get(id)
    if (!note || !written.has(note))
      refuse(caller, { problem: 'note', becomes: short(paragraphs.join(PARAGRAPH)) }, all)
  }
}

function takePassage(
  passage: Passage,
  known: ReadonlyMap<string, Known>,
  depths: Depths,
  notes: NamedNotes,
  all: Found,
): void {
  const [first] = passage.blocks
  const file = known.get(first.file)
  if (!file) return
  const { sent, back } = passage
  if (passage.blocks.some((block) => block.file !== first.file)) {
    refuse(first, { problem: 'unsure', was: short(sent), becomes: short(back) }, all)
    return
  }
  const { operations, effect, carried, refused, dropped } = changePassage(passage, file, depths, notes)
  if (carried.length > 0) {
    const called = carried.flatMap(({ becomes }) => notesIn(becomes, notes))
    const told = carried.map(({ from, to, becomes }, index) => ({
      line: lineAt(operations[index]?.start ?? first.start, file.text),
      was: sent.slice(from, to),
      becomes: withCalls(becomes, notes),
    }))
    all.changes.push(withNotes({ file: first.file, operations, effect, told }, called, file))
  }
  for (const { edit, why } of refused) {
    const words = { was: short(sent.slice(edit.from, edit.to)), becomes: short(asThings(edit.becomes)) }
    if (why === 'thing') refuse(first, { problem: why, becomes: words.becomes }, all)
    else refuse(first, { problem: why, ...words }, all)
  }
  if (dropped.length > 0) drop(first, around(dropped[0] ?? 0, sent), all)
}

const AROUND = 30

const around = (place: number, text: string): string =>
  text.slice(Math.max(0, place - AROUND), place + AROUND)

const drop = (block: PlaceInText | undefined, words: string, all: Found): void =>
  refuse(block, { problem: 'dropped', was: short(words) }, all)

function takeGone(gone: readonly SourceBlock[], known: ReadonlyMap<string, Known>, all: Found): void {
  for (const [file, own] of known) {
    const { changes, refused } = takeOut(
      gone.filter((block) => block.file === file),
      own,
    )
    all.changes.push(...changes)
    for (const block of refused) refuse(block, { problem: 'taken', was: short(block.signs.text) }, all)
  }
}

type Refusal = Parameters<typeof finding<'review-change-is-carried'>>[2]

function refuse(block: PlaceInText | undefined, facts: Refusal, all: Found): void {
  const place = block ? { file: block.file, line: block.line } : {}
  all.findings.push(finding('review-change-is-carried', place, facts))
}
