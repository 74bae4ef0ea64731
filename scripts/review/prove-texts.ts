// Whether a text that was changed says what it should, block by block, and nothing else has changed.

import { type Operation, withOperations } from './operation.ts'
import { settled } from './settle-stretches.ts'
import type { ReadMarkdown, SourceBlock } from './source-block.ts'
import { sourceBlocks } from './source-blocks.ts'

/** A block that shall stand at a place of the old text. */
export interface Expected {
  readonly at: number
  readonly kind: SourceBlock['kind']
  readonly text: string
}

/** What a change does to the blocks of its file. */
export interface Effect {
  readonly removes: readonly SourceBlock[]
  readonly adds: readonly Expected[]
}

export interface Known {
  readonly file: string
  readonly text: string
  readonly blocks: readonly SourceBlock[]
  readonly read: ReadMarkdown
}

/** The texts of all blocks from `from` to `to`, when the effects have come about, in order. */
export function expectedTexts(
  blocks: readonly SourceBlock[],
  effects: readonly Effect[],
  { from, to }: { readonly from: number; readonly to: number } = { from: 0, to: Number.POSITIVE_INFINITY },
): readonly string[] {
  const removed = new Set(effects.flatMap(({ removes }) => removes))
  const kept = blocks
    .filter((block) => !removed.has(block) && block.start >= from && block.start < to)
    .map(({ start, kind, signs }) => ({ at: start, kind, text: signs.text }))
  return [...kept, ...effects.flatMap(({ adds }) => adds)]
    .map((one, index) => ({ ...one, index }))
    .sort((one, other) => one.at - other.at || one.index - other.index)
    .map(keyOf)
}

/** An item of a list is a paragraph. */
const keyOf = ({ kind, text }: Omit<Expected, 'at'>): string => `${kind} ${settled(text)}`

/** The first place at which the texts differ from what is expected; undefined where they are the same. */
export function firstDifference(
  { file, read }: Pick<Known, 'file' | 'read'>,
  text: string,
  expected: readonly string[],
): number | undefined {
  const found = sourceBlocks({ file, text }, read).map(({ kind, signs }) => keyOf({ kind, text: signs.text }))
  const { length } = found.length > expected.length ? found : expected
  for (let index = 0; index < length; index += 1) if (found[index] !== expected[index]) return index
  return undefined
}

/** The same for a part of a text that stands by itself, which is sooner read. `notes`: the names of new ones. */
export function provesInPart(
  known: Known,
  operations: readonly Operation[],
  effect: Effect,
  notes: readonly string[] = [],
): boolean {
  const part = partsOf(known, effect.removes)
  const inside = operations.map((one) => ({ ...one, start: one.start - part.from, end: one.end - part.from }))
  const own = withOperations(known.text.slice(part.from, part.to), inside)
  const expected = expectedTexts(known.blocks, [effect], part)
  if (part.isYaml) return firstDifference({ ...known, file: 'x.yaml' }, own, expected) === undefined
  const read: ReadMarkdown = (text) => {
    const { children, ...root } = known.read(text)
    const end = START.length + own.length
    return { ...root, children: children.filter(({ position }) => (position?.start.offset ?? 0) < end) }
  }
  return (
    firstDifference(
      { file: 'x.md', read },
      `${START}${own}\n\n${definitions(known.text, notes)}`,
      expected,
    ) === undefined
  )
}

/** What begins so has no front matter. */
const START = '<!-- -->\n\n'

interface Part {
  readonly from: number
  readonly to: number
  readonly isYaml: boolean
}

function partsOf(known: Known, blocks: readonly SourceBlock[]): Part {
  const parts = blocks.map((block) => partOf(known, block))
  return {
    from: Math.min(...parts.map(({ from }) => from)),
    to: Math.max(...parts.map(({ to }) => to)),
    isYaml: parts.some(({ isYaml }) => isYaml),
  }
}

function partOf({ text, file, blocks }: Known, block: SourceBlock): Part {
  if (block.kind === 'value') {
    if (/\.ya?ml$/i.test(file)) return { from: 0, to: text.length, isYaml: true }
    const values = blocks.filter(({ kind }) => kind === 'value')
    const end = text.indexOf('\n', (values.at(-1)?.end ?? 1) - 1)
    return { from: text.indexOf('\n') + 1, to: end < 0 ? text.length : end + 1, isYaml: true }
  }
  // The title of a picture stands within a paragraph.
  const holder = blocks.find((one) => one.start <= block.start && one.end >= block.end) ?? block
  const { start, end } = block.around[0] ?? holder
  return { from: text.lastIndexOf('\n', start - 1) + 1, to: Math.max(end, block.end), isYaml: false }
}

/** Notes and addresses that a part may call. */
const definitions = (text: string, notes: readonly string[]): string =>
  [...text.split('\n'), ...notes.map((name) => `[^${name}]: x`)]
    .flatMap((line) => {
      const note = /^\[\^([^\]\s]{1,200})\]:/.exec(line)?.[1]
      if (note !== undefined) return [`[^${note}]: x`]
      return /^ {0,3}\[[^\]^][^\]]{0,300}\]:\s*\S/.test(line) ? [line] : []
    })
    .join('\n')
