// What stands in a source between a paragraph and a new one behind it.
import type { Around, SourceBlock } from './source-block.ts'
import type { WordParagraph } from './word-file.ts'

/** What a heading of Word is in the text: depth by its level there. */
export type Depths = ReadonlyMap<number, number>

/** Undefined where there can be no second paragraph. */
export function paragraphBreak(
  block: SourceBlock,
  text: string,
  { heading, isItem }: WordParagraph,
  depths: Depths,
): string | undefined {
  if (block.kind !== 'paragraph' && block.kind !== 'heading') return undefined
  const before = linePrefix(block, text)
  const item = itemOf(block)
  if (item && isItem) return `${item.list?.isSpread ? '\n\n' : '\n'}${nextItem(item.item, text)}`
  const prefix = item && !isItem ? linePrefix(item.outermost, text) : before
  const own = continuation(prefix, block)
  const mark = heading > 0 ? `${'#'.repeat(depthOf(heading, depths))} ` : isItem ? '- ' : ''
  return `\n${own.trimEnd()}\n${own}${mark}`
}

/** Deeper than the title of its file, and no deeper than there are headings. */
const depthOf = (heading: number, depths: Depths): number => {
  const known = depths.get(heading)
  if (known !== undefined) return known
  const [nearest] = [...depths].sort(([a], [b]) => Math.abs(a - heading) - Math.abs(b - heading))
  return Math.min(6, Math.max(2, nearest ? nearest[1] + heading - nearest[0] : heading))
}

interface Item {
  readonly item: Around
  readonly list: Around | undefined
  readonly outermost: Around
}

/** The item that this is the first paragraph of. */
function itemOf({ around }: SourceBlock): Item | undefined {
  const item = around.at(-1)
  if (item?.type !== 'item') return undefined
  const list = around.at(-2)
  const outermost = around.find(({ type }) => type === 'list') ?? item
  return { item, list, outermost }
}

/** `- `, `4. ` behind `3. `, in the same column. */
function nextItem(item: Around, text: string): string {
  const prefix = linePrefix(item, text)
  const [, mark = '-', blanks = ' '] =
    /^([-*+]|\d{1,9}[.)])([ \t]*)/.exec(text.slice(item.start, item.start + 14)) ?? []
  const number = /^\d+/.exec(mark)?.[0]
  const next = number === undefined ? mark : `${Number(number) + 1}${mark.slice(number.length)}`
  return `${prefix}${next}${blanks || ' '}`
}

const linePrefix = ({ start }: { readonly start: number }, text: string): string =>
  text.slice(text.lastIndexOf('\n', start - 1) + 1, start)

/** A quotation goes on with its sign, a list with blanks, a note with four. */
export function continuation(prefix: string, { around }: Pick<SourceBlock, 'around'>): string {
  if (around.at(-1)?.type === 'note') return '    '
  return prefix.replace(/[^>\t ]/g, ' ').replace(/^ *$/, (blanks) => (/\S/.test(prefix) ? blanks : prefix))
}
