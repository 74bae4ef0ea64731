import { isNamed } from './named-words.ts'
import type { Block } from './prose.ts'

/**
 * What a pattern (with the flag g) finds in a block, outside of quotation marks, and where it is used rather than
 * named.
 */
export function* ownMatches(block: Block, pattern: RegExp): Generator<RegExpExecArray> {
  for (const match of block.text.matchAll(pattern)) {
    const { index, 0: found } = match
    if (block.isOwn(index) && !isNamed(block, index, index + found.length)) yield match
  }
}

/** `Remuneration Panel`: a capital that no beginning of a sentence explains is that of a name, which stays as it is. */
export const isInName = (block: Block, { index, 0: found }: RegExpExecArray): boolean =>
  /^\p{Lu}\p{Ll}/u.test(found) && !block.sentences.some(({ words: [first] }) => first?.from === index)

export const stretchOf = (block: Block, match: RegExpExecArray) => ({
  block,
  from: match.index,
  to: match.index + match[0].length,
})

/** With the capital of what it takes the place of. */
export const likeCapital = (word: string, pattern: string): string =>
  /^\p{Lu}/u.test(pattern) ? word.charAt(0).toUpperCase() + word.slice(1) : word

/** A pattern that finds any of these words or phrases, and only whole. Spaces may be line ends. */
export const wholeWords = (sources: readonly string[], flags = 'giu'): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\p{N}_'’-])(?:${sources.join('|').replaceAll(' ', '\\s+')})(?![\\p{L}\\p{N}_-])`,
    flags,
  )

export const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
