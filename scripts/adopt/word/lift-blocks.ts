// What hangs in a line and is none of it (text boxes, charts, large pictures) comes after its paragraph; a paragraph
// that is parted by two line breaks is two.
import type { Block, Inline, Paragraph } from './pieces.ts'
import { plainWords } from './plain-text.ts'
import { quoted, type Telling } from './telling.ts'

/** A picture as small as a sign may stay in its line. */
const MOST_IN_LINE_MM = 15

export function liftBlocks(blocks: readonly Block[], telling: Telling): Block[] {
  return blocks.flatMap((block): Block[] => {
    if (block.kind === 'box') return opened(liftBlocks(block.blocks, telling))
    if (block.kind === 'table')
      return [
        {
          ...block,
          rows: block.rows.map((row) =>
            row.map((cell) => ({ ...cell, blocks: liftBlocks(cell.blocks, telling) })),
          ),
        },
      ]
    return block.kind === 'paragraph' ? liftedFrom(block, telling) : [block]
  })
}

/** A box that only holds a picture and its caption is Word's way to keep them together. */
function opened(blocks: readonly Block[]): Block[] {
  const isExhibit = blocks.every(
    (block) =>
      block.kind === 'table' ||
      (block.kind === 'paragraph' && (block.role === 'caption' || isPictures(block) || isEmpty(block))),
  )
  return isExhibit
    ? blocks.filter((block) => block.kind !== 'paragraph' || !isEmpty(block))
    : [{ kind: 'box', blocks }]
}

export const isPictures = ({ inlines }: Paragraph): boolean =>
  inlines.some(({ kind }) => kind === 'picture') &&
  inlines.every((one) => one.kind === 'picture' || says(one) === false)

export const isEmpty = ({ inlines }: Paragraph): boolean => inlines.every((one) => says(one) === false)

/** Whether anything of it is seen. */
function says(one: Inline): boolean {
  return one.kind === 'text' ? one.text.trim() !== '' : !/^(?:break|tab|anchor)$/.test(one.kind)
}

function liftedFrom(paragraph: Paragraph, telling: Telling): Block[] {
  const behind: Block[] = []
  const kept: Inline[] = []
  const hasText = paragraph.inlines.some(
    (one) => (one.kind === 'text' && says(one)) || one.kind === 'formula',
  )
  const last = paragraph.inlines.findLastIndex(says)
  for (const [index, one] of paragraph.inlines.entries()) {
    if (one.kind === 'blocks') behind.push(...liftBlocks(one.blocks, telling))
    else if (one.kind === 'picture' && hasText && (one.picture.widthMm ?? 0) > MOST_IN_LINE_MM) {
      if (one.picture.isInLine && index < last) tellMoved(paragraph, telling)
      behind.push({ ...paragraph, role: 'text', item: undefined, inlines: [one] })
    } else kept.push(one)
  }
  const own = { ...paragraph, inlines: kept }
  const parts = paragraph.role === 'text' && !paragraph.item ? partedAtBreaks(own) : [own]
  const shown = behind.length > 0 && isEmpty(own) && !kept.some(({ kind }) => kind === 'anchor') ? [] : parts
  return [...shown, ...behind]
}

const tellMoved = ({ inlines }: Paragraph, { tell }: Telling): void =>
  tell('word-shape-is-carried', { problem: 'picture-in-line', words: quoted(plainWords(inlines)) })

function partedAtBreaks(paragraph: Paragraph): Paragraph[] {
  const parts: Inline[][] = [[]]
  let breaks = 0
  for (const one of paragraph.inlines) {
    if (one.kind === 'break') breaks += 1
    else if (says(one)) {
      if (breaks > 1) parts.push([])
      else if (breaks === 1) parts.at(-1)?.push({ kind: 'break' })
      breaks = 0
      parts.at(-1)?.push(one)
    } else parts.at(-1)?.push(one)
  }
  return parts.map((inlines) => ({ ...paragraph, inlines }))
}
