import type { Block, Inline } from './pieces.ts'

/** Words alone, for what is told and for names. */
export const plainText = (blocks: readonly Block[]): string =>
  blocks
    .map((block) =>
      block.kind === 'paragraph'
        ? plainWords(block.inlines)
        : block.kind === 'table'
          ? block.rows.map((row) => row.map((cell) => plainText(cell.blocks)).join(' ')).join(' ')
          : block.kind === 'box'
            ? plainText(block.blocks)
            : '',
    )
    .join(' ')

export const plainWords = (inlines: readonly Inline[]): string =>
  inlines
    .map((one) =>
      one.kind === 'text'
        ? one.text
        : one.kind === 'break' || one.kind === 'tab'
          ? ' '
          : one.kind === 'number'
            ? one.shown
            : one.kind === 'formula'
              ? one.words
              : '',
    )
    .join('')
