// New paragraphs and rows that stand in no block of the text → where they are written.
import type { Change } from './change.ts'
import type { NewParagraph, NewRow } from './collect-work.ts'
import { type NamedNotes, notesIn, withCalls, withNotes, withSigns } from './new-notes.ts'
import type { Depths } from './new-paragraph.ts'
import type { Known } from './prove-texts.ts'
import type { SourceBlock } from './source-block.ts'
import { isTooMuch, safeStart, writeWords } from './write-words.ts'

/** Undefined where there is no place for it. `at`: the block that says in which text. */
export function addParagraph(
  { text: words, calls, paragraph, after, before }: NewParagraph,
  known: Known,
  depths: Depths,
  notes: NamedNotes,
): Change | undefined {
  const signed = withSigns(words, calls, notes, known.file)
  if (paragraph.note !== '' || paragraph.cell || signed === undefined || isTooMuch(words)) return undefined
  const isBehind = after?.file === known.file && after.kind !== 'value'
  const next = isBehind ? after : before?.file === known.file && before.kind !== 'value' ? before : undefined
  if (!next || next.around.some(({ type }) => type === 'note')) return undefined
  const outer = next.around[0] ?? next
  const place = isBehind ? outer.end : known.text.lastIndexOf('\n', outer.start - 1) + 1
  const depth = depths.get(paragraph.heading) ?? Math.max(2, paragraph.heading)
  const mark = paragraph.heading > 0 ? `${'#'.repeat(Math.min(6, depth))} ` : paragraph.isItem ? '- ' : ''
  const written = mark + withCalls(safeStart(writeWords(signed, 'markdown', 1)), notes)
  const change: Change = {
    file: known.file,
    operations: [{ start: place, end: place, becomes: isBehind ? `\n\n${written}` : `${written}\n\n` }],
    effect: {
      removes: [],
      adds: [
        {
          at: isBehind ? place - 0.5 : place - 0.5,
          kind: paragraph.heading > 0 ? 'heading' : 'paragraph',
          text: words,
        },
      ],
    },
    told: [
      { line: lineAt(place, known.text) + (isBehind ? 1 : 0), was: '', becomes: withCalls(signed, notes) },
    ],
  }
  return withNotes(change, notesIn(signed, notes), known)
}

const canWrite = (words: string): boolean => !/[\uFFFC\ue000-\uf8ff]/.test(words) && !isTooMuch(words)

/** Behind the row of a block; undefined where it does not fit the table. */
export function addRow({ cells, after }: NewRow, known: Known): Change | undefined {
  const row = after?.around.at(-1)
  if (after?.kind !== 'cell' || row?.type !== 'row' || after.file !== known.file) return undefined
  const columns = known.blocks.filter(
    (one) => one.kind === 'cell' && one.around.at(-1)?.start === row.start,
  ).length
  if (cells.length > columns || !cells.every(canWrite)) return undefined
  const place = behindRow(row, known)
  const padded = Array.from({ length: columns }, (_, index) => cells[index] ?? '')
  const prefix = known.text.slice(known.text.lastIndexOf('\n', row.start - 1) + 1, row.start)
  const written = `\n${prefix}| ${padded.map((cell) => writeWords(cell, 'cell', 1)).join(' | ')} |`
  return {
    file: known.file,
    operations: [{ start: place, end: place, becomes: written }],
    effect: { removes: [], adds: padded.map((text) => ({ at: place - 0.5, kind: 'cell' as const, text })) },
    told: [{ line: lineAt(place, known.text) + 1, was: '', becomes: padded.join(' | ') }],
  }
}

/** Behind the header stands a line that says how columns are set. */
function behindRow(row: SourceBlock['around'][number], { text }: Known): number {
  if (row.row !== 0) return row.end
  const first = text.indexOf('\n', row.end)
  const end = first < 0 ? -1 : text.indexOf('\n', first + 1)
  return end < 0 ? text.length : end
}

export const lineAt = (place: number, text: string): number => text.slice(0, place).split('\n').length
