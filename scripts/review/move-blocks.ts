// Paragraphs and items that came back in another place.

import { lineAt } from './add-paragraphs.ts'
import type { Change } from './change.ts'
import type { WorkToDo } from './collect-work.ts'
import { withOperations } from './operation.ts'
import type { Known } from './prove-texts.ts'
import type { Around, SourceBlock } from './source-block.ts'
import { linesOf } from './take-out.ts'

export interface Moved {
  readonly changes: readonly Change[]
  readonly refused: readonly SourceBlock[]
  /** Changes of words that went with what was moved. */
  readonly used: ReadonlySet<Change>
}

/** `changes`: what becomes of the words of the same blocks. */
export function moveBlocks(
  { order }: WorkToDo,
  known: ReadonlyMap<string, Known>,
  changes: readonly Change[],
): Moved {
  const stays = longestInOrder(order.map(({ place }) => place))
  const made: Change[] = []
  const refused: SourceBlock[] = []
  const used = new Set<Change>()
  let before: SourceBlock | undefined
  for (const [index, { block }] of order.entries()) {
    if (stays.has(index)) {
      before = block
      continue
    }
    const behind = order.slice(index + 1).find((_, turn) => stays.has(index + 1 + turn))?.block
    const words = changes.find(({ effect }) => effect.removes.includes(block))
    const moves = move(block, { before, behind }, known, words)
    if (!moves) refused.push(block)
    else {
      made.push(...moves)
      if (words) used.add(words)
    }
  }
  return { changes: made, refused, used }
}

const shiftedBy = (count: number, operations: Change['operations']): Change['operations'] =>
  operations.map((one) => ({ ...one, start: one.start + count, end: one.end + count }))

interface Between {
  readonly before: SourceBlock | undefined
  readonly behind: SourceBlock | undefined
}

function move(
  block: SourceBlock,
  { before, behind }: Between,
  known: ReadonlyMap<string, Known>,
  words: Change | undefined,
): readonly Change[] | undefined {
  const source = known.get(block.file)
  const unit = source && unitOf(block, source)
  if (!unit || (words && words.effect.removes.length > 1)) return undefined
  const target = targetOf(unit.type, before, behind)
  const file = target && known.get(target.block.file)
  if (!target || !file) return undefined
  const raw = source.text.slice(unit.start, unit.end)
  const text = withOperations(raw, shiftedBy(-unit.start, words?.operations ?? [])).trimEnd()
  const place = target.isBehind ? target.end : target.start
  const gap = unit.type === 'item' && !target.isSpread ? '\n' : '\n\n'
  const lines = linesOf(unit, source.text)
  const removes = source.blocks.filter(({ start, end }) => start >= unit.start && end <= unit.end)
  const adds = removes.flatMap((one) =>
    one === block && words
      ? words.effect.adds.map((added) => ({ ...added, at: place - 0.5 }))
      : [{ at: place - 0.5, kind: one.kind, text: one.signs.text }],
  )
  const told = { line: lineAt(place, file.text), was: '', becomes: block.signs.text }
  const put = { start: place, end: place, becomes: target.isBehind ? gap + text : text + gap }
  const taken = { ...lines, becomes: '' }
  const all = [told, ...(words?.told ?? [])]
  if (file === source)
    return [{ file: file.file, operations: [taken, put], effect: { removes, adds }, told: all }]
  return [
    { file: source.file, operations: [taken], effect: { removes, adds: [] }, told: words?.told ?? [] },
    { file: file.file, operations: [put], effect: { removes: [], adds }, told: [told] },
  ]
}

type Unit = { readonly type: 'item' | 'block'; readonly start: number; readonly end: number }

/** What moves as a whole: a block that stands in no other, or an item of nothing else. */
function unitOf(block: SourceBlock, { blocks }: Known): Unit | undefined {
  if (block.around.length === 0)
    return ['paragraph', 'heading', 'code'].includes(block.kind)
      ? { type: 'block', start: block.start, end: block.end }
      : undefined
  const item = block.around.at(-1)
  if (item?.type !== 'item' || block.around.length > 2) return undefined
  const inside = blocks.filter(({ start, end }) => start >= item.start && end <= item.end)
  return inside.length === 1 ? { type: 'item', start: item.start, end: item.end } : undefined
}

interface Target extends Pick<Around, 'start' | 'end'> {
  readonly block: SourceBlock
  readonly isBehind: boolean
  readonly isSpread: boolean
}

function targetOf(
  type: Unit['type'],
  before: SourceBlock | undefined,
  behind: SourceBlock | undefined,
): Target | undefined {
  const isIn = (block: SourceBlock | undefined): boolean =>
    block !== undefined && block.kind !== 'value' && (type === 'block' || block.around.length === 2)
  const isBehind = isIn(before)
  const block = isBehind ? before : isIn(behind) ? behind : undefined
  if (!block) return undefined
  const outer = type === 'item' ? block.around.at(-1) : (block.around[0] ?? block)
  if (!outer || (type === 'item' && !('type' in outer && outer.type === 'item'))) return undefined
  if (block.around.some((one) => one.type === 'note')) return undefined
  const isSpread = block.around.at(-2)?.isSpread ?? false
  return { block, isBehind, isSpread, start: outer.start, end: outer.end }
}

/** The places in a list of numbers whose numbers rise, as many as there can be. */
export function longestInOrder(numbers: readonly number[]): ReadonlySet<number> {
  const tails: number[] = []
  const before: number[] = []
  for (const [index, number] of numbers.entries()) {
    let [low, high] = [0, tails.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((numbers[tails[middle] ?? 0] ?? 0) < number) low = middle + 1
      else high = middle
    }
    before[index] = low > 0 ? (tails[low - 1] ?? -1) : -1
    tails[low] = index
  }
  const kept = new Set<number>()
  for (let index = tails.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) kept.add(index)
  return kept
}
