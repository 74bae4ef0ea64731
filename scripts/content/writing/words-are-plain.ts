import { isInName, likeCapital, ownMatches, stretchOf, wholeWords } from './own-matches.ts'
import { EXACT, PLAINER } from './plain-words.ts'
import type { Block } from './prose.ts'
import type { Tell } from './tell.ts'

const exact = new Map(Object.entries(EXACT))
const plainer = PLAINER.map(([pattern, plain]) => ({ pattern: wholeWords([pattern], 'iuy'), plain }))
const sources = [...[...exact.keys()].sort(byLength), ...PLAINER.map(([pattern]) => pattern)]
const PATTERN = wholeWords(sources)
// Without regard to where words end and to capitals it is many times quicker, and finds nothing in most blocks.
const MAY_BE = new RegExp(`\\b(?:${sources.join('|').replaceAll(' ', '\\s+')})`, 'u')

/** Words that GOV.UK and the Plain English Campaign advise against, each with the plain one. */
export function wordsArePlain(blocks: readonly Block[], tell: Tell): void {
  for (const block of blocks.filter(({ small }) => MAY_BE.test(small)))
    for (const match of ownMatches(block, PATTERN)) {
      if (isInName(block, match)) continue
      const words = match[0].replace(/\s+/g, ' ')
      const plain = exact.get(words.toLowerCase())
      const where = stretchOf(block, match)
      // “An erroneous” is not “an wrong”: the word before would have to change too.
      const becomes =
        plain && !/\ban?\s+$/i.test(block.text.slice(0, match.index)) ? likeCapital(plain, words) : undefined
      if (plain) tell('words-are-plain', where, { words, plain: `“${plain}”` }, becomes)
      else tell('words-are-plain', where, { words, plain: plainOf(block.text, match) })
    }
}

/** Some entries look at the words before or behind, so that they are asked in their place. */
function plainOf(text: string, { index, 0: found }: RegExpExecArray): string {
  const entry = plainer.find(({ pattern }) => {
    pattern.lastIndex = index
    return pattern.exec(text)?.[0] === found
  })
  return entry?.plain ?? 'a plainer word'
}

function byLength(a: string, b: string): number {
  return b.length - a.length
}
