// Blocks of a source that a reviewer sees as one text, and what became of it.

import type { Signs, SourceBlock, Span } from './source-block.ts'
import { PARAGRAPH, type WordParagraph } from './word-file.ts'

/** One block, or several that a reviewer made one paragraph of. */
export interface Passage {
  readonly blocks: readonly [SourceBlock, ...SourceBlock[]]
  readonly signs: Signs
  readonly spans: readonly Span[]
  /** As it went out, paragraphs with PARAGRAPH between them. */
  readonly sent: string
  /** As it came back. */
  readonly back: string
  /** As it came back, with all tracked changes rejected. */
  readonly before: string
  /** Of each THING in `back`, see `Stretch`. */
  readonly calls: readonly string[]
  /** What the paragraphs of `back` are. */
  readonly paragraphs: readonly WordParagraph[]
}

export function passageOf(
  blocks: Passage['blocks'],
  told: Pick<Passage, 'sent' | 'back' | 'before' | 'calls' | 'paragraphs'>,
): Passage {
  let text = ''
  const [from, to]: [number[], number[]] = [[], []]
  const spans: Span[] = []
  let last: SourceBlock | undefined
  for (const block of blocks) {
    if (last) {
      text += PARAGRAPH
      from.push(last.end)
      to.push(block.start)
    }
    for (const { first, behind, ...place } of block.spans)
      spans.push({ first: first + text.length, behind: behind + text.length, ...place })
    text += block.signs.text
    from.push(...block.signs.from)
    to.push(...block.signs.to)
    last = block
  }
  return { blocks, signs: { text, from, to }, spans, ...told }
}
