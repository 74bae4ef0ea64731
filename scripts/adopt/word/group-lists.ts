// Paragraphs that are counted → lists within lists. Word keeps a row of paragraphs, each with its list and its level;
// how deep one is follows from the level in its own list, and from how far it is indented in another's.

import type { Paired } from './pair-captions.ts'
import type { ListItem, Paragraph } from './pieces.ts'

export interface List {
  readonly kind: 'list'
  readonly format: string
  readonly start: number
  readonly items: Item[]
}

export interface Item {
  readonly blocks: Grouped[]
}

export type Grouped = Exclude<Paired, Paragraph> | Paragraph | List

interface Open {
  readonly item: ListItem
  readonly list: List
}

/** In twentieths of a point: less is an accident. */
const NOTICEABLE = 100

export function groupLists(blocks: readonly Paired[], tell: (first: Paragraph) => void): Grouped[] {
  const out: Grouped[] = []
  let open: Open[] = []
  for (const block of blocks) {
    if (block.kind === 'paragraph' && block.item && isListed(block.item, open)) {
      const list = open.at(-1)?.list
      open = place(block, block.item, open, out)
      if (
        !COUNTED.test(block.item.format) &&
        open.at(-1)?.list.items.length === 1 &&
        open.at(-1)?.list !== list
      )
        tell(block)
      continue
    }
    const depth = open.length > 0 ? continued(block, open) : 0
    if (depth > 0) {
      open = open.slice(0, depth)
      open.at(-1)?.list.items.at(-1)?.blocks.push(block)
    } else {
      open = []
      out.push(block.kind === 'paragraph' ? labelled(block) : block)
    }
  }
  return out
}

/** What a text can count as Word does. */
const COUNTED = /^(?:bullet|decimal|(?:lower|upper)(?:Letter|Roman))$/

/** `2.1` is a point of a list below `2.`, and the number of a paragraph anywhere else. */
const isListed = (item: ListItem, open: readonly Open[]): boolean =>
  item.format !== 'worded' &&
  (item.format !== 'multiLevel' ||
    open.some(({ item: one }) => one.list === item.list && one.level < item.level))

function labelled(paragraph: Paragraph): Paragraph {
  const { item } = paragraph
  if (!item?.label || item.format === 'bullet') return paragraph
  const label = { kind: 'text', text: `${item.label} `, marks: {} } as const
  return { ...paragraph, item: undefined, inlines: [label, ...paragraph.inlines] }
}

function place(paragraph: Paragraph, item: ListItem, open: readonly Open[], out: Grouped[]): Open[] {
  const kept = [...open]
  while (kept.length > 0 && isBeside(kept, item)) kept.pop()
  const above = kept.at(-1)
  const last = open[kept.length]
  const own = { ...paragraph, item: undefined }
  if (last && goesOn(last, item)) {
    last.list.items.push({ blocks: [own] })
    return [...kept, { item, list: last.list }]
  }
  const list: List = { kind: 'list', format: item.format, start: item.value, items: [{ blocks: [own] }] }
  const into = above ? above.list.items.at(-1)?.blocks : out
  into?.push(list)
  return [...kept, { item, list }]
}

/** Whether the innermost open item is not one that this can stand in. */
function isBeside(open: readonly Open[], item: ListItem): boolean {
  const inner = open.at(-1)
  if (!inner) return false
  if (inner.item.list === item.list) return inner.item.level >= item.level
  if (open.some(({ item: one }) => one.list === item.list)) return true
  if (item.level > inner.item.level) return false
  return item.indent <= inner.item.indent + NOTICEABLE
}

function goesOn({ item: last, list }: Open, item: ListItem): boolean {
  if ((last.format === 'bullet') !== (item.format === 'bullet')) return false
  if (item.format === 'bullet') return true
  return last.format === item.format && item.value === list.start + list.items.length
}

/** How many lists stay open around a paragraph without a number: it belongs to the item under whose words it stands. */
function continued(block: Paired, open: readonly Open[]): number {
  if (block.kind !== 'paragraph' || block.item) return 0
  if (block.role !== 'continued' && block.role !== 'text') return 0
  if (block.role === 'continued' && block.indent === 0) return open.length
  if (block.indent < 180) return 0
  const depth = open.findLastIndex(({ item }) => block.indent >= item.indent - NOTICEABLE)
  return depth + 1
}
