// Blocks that a reviewer took out → the lines that go. What other text needs stays, and is told.
import type { Change } from './change.ts'
import type { Known } from './prove-texts.ts'
import type { Around, SourceBlock } from './source-block.ts'

export interface TakenOut {
  readonly changes: readonly Change[]
  readonly refused: readonly SourceBlock[]
}

/** `gone`: blocks of one text. */
export function takeOut(gone: readonly SourceBlock[], { text, blocks, file }: Known): TakenOut {
  const all = new Set(gone)
  const whole = new Map<string, { place: { start: number; end: number }; blocks: SourceBlock[] }>()
  const refused: SourceBlock[] = []
  for (const block of gone) {
    const place = outermost(block, all, blocks)
    if (!place || !standsAlone(place, text)) {
      refused.push(block)
      continue
    }
    const key = `${place.start} ${place.end}`
    const known = whole.get(key)
    if (known) known.blocks.push(block)
    else whole.set(key, { place, blocks: [block] })
  }
  const changes = [...whole.values()].map(({ place, blocks: removes }): Change => {
    const { start, end } = linesOf(place, text)
    return {
      file,
      operations: [{ start, end, becomes: '' }],
      effect: { removes, adds: [] },
      told: removes.map(({ line, signs }) => ({ line, was: signs.text, becomes: '' })),
    }
  })
  return { changes, refused }
}

type Place = { readonly start: number; readonly end: number }

/** The block, or the largest thing around it of which nothing is left. */
function outermost(
  block: SourceBlock,
  gone: ReadonlySet<SourceBlock>,
  blocks: readonly SourceBlock[],
): Place | undefined {
  let place: Place | undefined = ['paragraph', 'heading', 'code'].includes(block.kind) ? block : undefined
  for (const around of block.around.toReversed()) {
    const inside = blocks.filter(({ start, end }) => start >= around.start && end <= around.end)
    if (!inside.every((one) => gone.has(one)) || !canGo(around)) break
    place = around
  }
  return place
}

/** A table without its header is none. */
const canGo = ({ type, row }: Around): boolean => !(type === 'row' && row === 0)

/** Nothing else stands on its lines: the mark of an item would be left without words. */
function standsAlone({ start, end }: Place, text: string): boolean {
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start)
  const lineEnd = text.indexOf('\n', end)
  return /^[ \t>]*$/.test(before) && /^[ \t]*$/.test(text.slice(end, lineEnd < 0 ? text.length : lineEnd))
}

/** With the empty lines behind them, or before them at the end of a text. */
export function linesOf({ start, end }: Place, text: string): Place {
  const from = text.lastIndexOf('\n', start - 1) + 1
  let to = text.indexOf('\n', end)
  if (to < 0) to = text.length
  else to += 1
  const blank = /[ \t>]*\n/y
  const isAlone = from === 0 || /\n[ \t>]*\n$/.test(text.slice(Math.max(0, from - 80), from))
  for (blank.lastIndex = to; isAlone && blank.test(text); ) to = blank.lastIndex
  if (to < text.length) return { start: from, end: to }
  const before = text.slice(0, from).trimEnd().length
  return { start: Math.min(from, before === 0 ? 0 : before + 1), end: to }
}
