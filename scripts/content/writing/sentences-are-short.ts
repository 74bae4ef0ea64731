import type { Block, Sentence } from './prose.ts'
import type { Tell } from './tell.ts'

// GOV.UK, “Content design: planning, writing and managing content”: sentences of no more than 25 words. The Plain
// English Campaign: 15 to 20 on average.
const LONGEST = 25
const AVERAGE = 20
/** An average of fewer says nothing. */
const ENOUGH = 8

/** Each sentence by itself, and all of a file together. Words in quotation marks are not counted. */
export function sentencesAreShort(blocks: readonly Block[], tell: Tell): void {
  const counts: number[] = []
  for (const block of blocks) {
    if (block.kind === 'heading') continue
    for (const sentence of block.sentences) {
      const count = wordsOf(block, sentence)
      if (block.kind === 'paragraph' && count > 0) counts.push(count)
      if (count <= LONGEST || !isLatin(block.text.slice(sentence.from, sentence.to))) continue
      const { from, to } = sentence
      const facts = {
        sentence: block.text.slice(from, to).replaceAll('\uFFFC', '…').replace(/\s+/g, ' '),
        words: count,
      }
      tell('sentences-are-short', { block, from, to }, facts)
    }
  }
  const average = counts.reduce((sum, count) => sum + count, 0) / counts.length
  const first = blocks.find(({ kind }) => kind === 'paragraph')
  if (first && counts.length >= ENOUGH && average > AVERAGE)
    tell('sentences-are-short-on-average', { block: first, from: 0, to: 1 }, { words: Math.round(average) })
}

/** What stands in other letters is no English, and has other words. */
const isLatin = (text: string): boolean =>
  (text.match(/\p{Script=Latin}/gu)?.length ?? 0) * 2 > (text.match(/\p{L}/gu)?.length ?? 0)

const wordsOf = (block: Block, { words }: Sentence): number =>
  words.filter(({ from }) => block.isOwn(from)).length
