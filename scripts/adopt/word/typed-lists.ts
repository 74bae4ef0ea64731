// Lists that somebody typed: a bullet or a number, a tab, the words.
import type { Block, Inline, Paragraph } from './pieces.ts'
import { plainWords } from './plain-text.ts'

const BULLET = /^\s*(?:[•▪◦‣●○■□►➢◆∙·]\s*|[-–—*o](?:\t|\s{2,}))(?=\S)/
const NUMBER = /^\s*(\d{1,3})[.)](?:\t|\s+)(?=\S)/

/** A number alone may be that of a paragraph; two that follow each other are a list. */
export function typedLists(blocks: readonly Block[], leave: (label: string) => void): Block[] {
  return blocks.map((block, index): Block => {
    if (!isPlain(block)) return block
    const words = shownWords(block.inlines)
    const bullet = BULLET.exec(words)?.[0]
    if (bullet !== undefined) {
      leave(bullet)
      return asItem(block, bullet.length, 'bullet', 1)
    }
    const value = numberOf(block)
    if (value === undefined) return block
    const isOfRow = numberOf(blocks[index - 1]) === value - 1 || numberOf(blocks[index + 1]) === value + 1
    if (!isOfRow) return block
    const label = NUMBER.exec(words)?.[0] ?? ''
    leave(label)
    return asItem(block, label.length, 'decimal', value)
  })
}

const isPlain = (block: Block | undefined): block is Paragraph =>
  block?.kind === 'paragraph' && !block.item && (block.role === 'text' || block.role === 'continued')

const numberOf = (block: Block | undefined): number | undefined => {
  const found = isPlain(block) ? NUMBER.exec(shownWords(block.inlines))?.[1] : undefined
  return found === undefined ? undefined : Number(found)
}

/** Tabs are told from blanks here. */
const shownWords = (inlines: readonly Inline[]): string =>
  inlines.map((one) => (one.kind === 'tab' ? '\t' : plainWords([one]))).join('')

function asItem(block: Paragraph, lead: number, format: string, value: number): Paragraph {
  let rest = lead
  const inlines = block.inlines.flatMap((one): Inline[] => {
    const length = plainWords([one]).length
    const cut = Math.min(rest, length)
    rest -= cut
    if (cut === 0) return [one]
    return one.kind === 'text' && cut < length ? [{ ...one, text: one.text.slice(cut) }] : []
  })
  return {
    ...block,
    inlines,
    item: { list: `typed ${format}`, level: 0, value, format, label: '', indent: block.indent },
  }
}
