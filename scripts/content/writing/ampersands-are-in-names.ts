import type { ParseContext } from '../parse-context.ts'
import { ownMatches } from './own-matches.ts'
import type { Block } from './prose.ts'
import type { Tell } from './tell.ts'

const AMPERSAND = /&/g
/** `Q&A`, `R&D`, `B&B`. */
const BETWEEN_LETTERS = /(?<!\p{L})\p{Lu}&\p{Lu}s?(?!\p{L})/u

const NEARBY = 40

/** “and” is a word; & belongs to names, and publication.yaml knows these. */
export function ampersandsAreInNames(
  blocks: readonly Block[],
  tell: Tell,
  { ownWords, names }: ParseContext,
): void {
  const known = [...ownWords, ...names.flatMap((name) => name.not)].filter((name) => name.includes('&'))
  for (const block of blocks.filter(({ text }) => text.includes('&')))
    for (const { index } of ownMatches(block, AMPERSAND)) {
      const { text } = block
      if (known.some((name) => isPartOf(name, text, index))) continue
      if (BETWEEN_LETTERS.test(text.slice(index - 1, index + 3))) continue
      const [before = ''] = /\S*\s*$/.exec(text.slice(Math.max(0, index - NEARBY), index)) ?? []
      const [behind = ''] = /^&\s*\S*/.exec(text.slice(index, index + NEARBY)) ?? []
      if (isCode(before) || isCode(behind) || isName(block, index)) continue
      const words = `${before}${behind}`.replace(/\s+/g, ' ').replace(/[.,;:!?)]+$/, '')
      const isPlain = / $/.test(before) && /^& \p{Ll}/u.test(behind)
      const where = { block, from: index, to: index + 1 }
      tell('ampersands-are-in-names', where, { words }, isPlain ? 'and' : undefined)
    }
}

/** Code, or part of an address: what stands there is no word that “and” could join. */
const isCode = (words: string): boolean => /[\uFFFC/=]/.test(words)

/** `Marks & Spencer` within a sentence; in a heading capitals say nothing. */
function isName(block: Block, index: number): boolean {
  if (block.kind === 'heading') return false
  const before = block.text.slice(Math.max(0, index - NEARBY), index).trimEnd()
  const [left = ''] = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{M}’'.-]*$/u.exec(before) ?? []
  const [right = ''] = /^&\s*\p{Lu}/u.exec(block.text.slice(index, index + NEARBY)) ?? []
  if (left === '' || right === '') return false
  const from = block.text.lastIndexOf(left, index)
  return !block.sentences.some(({ words: [first] }) => first?.from === from)
}

function isPartOf(name: string, text: string, index: number): boolean {
  for (let at = name.indexOf('&'); at >= 0; at = name.indexOf('&', at + 1))
    if (text.startsWith(name, index - at)) return true
  return false
}
