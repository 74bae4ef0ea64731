import type { Root as LanguageRoot } from 'nlcst'
import retextIndefiniteArticle from 'retext-indefinite-article'
import { VFile } from 'vfile'
import { ownMatches } from './own-matches.ts'
import type { Block, Sentence } from './prose.ts'
import type { Tell } from './tell.ts'

// Where the article and the letter behind it are what they mostly are, nobody needs to be asked.
const DOUBTFUL =
  /(?<![\p{L}\p{N}'’-])(?:([Aa])\s+(?=[“‘"']?(?:[aeiou]|h[eo]|[AEFHILMNORSX]|8|1[18]))|([Aa]n)\s+(?![“‘"']?1,?[18])(?=[“‘"']?(?:[^aeiou\s]|u[nrst]|eu|on[ce]|ew)))/gu
const MAY_BE =
  /\b[Aa](?:\s+[“‘"']?(?:[aeiou8]|h[eo]|[AEFHILMNORSX]|1[18])|n\s+[“‘"']?(?:[^aeiou\s]|u[nrst]|eu|on[ce]|ew))/

/** `s3` and `h1` begin with the name of a letter, whatever its sound is within a word. */
const LETTER = /^[“‘"']?\p{L}\d/u

const judge = retextIndefiniteArticle()

/** “a hour”, “an union”: what belongs where is for retext-indefinite-article to say. */
export function articleFitsItsWord(blocks: readonly Block[], tell: Tell): void {
  for (const block of blocks) {
    if (!MAY_BE.test(block.text)) continue
    const doubtful = [...ownMatches(block, DOUBTFUL)]
    if (doubtful.length === 0) continue
    for (const sentence of block.sentences) {
      const inside = doubtful.filter(({ index }) => sentence.from <= index && index < sentence.to)
      if (inside.length === 0) continue
      const wrong = faultsIn(sentence)
      for (const { index, 1: a, 2: an } of inside) {
        const from = index
        const to = index + (a ?? an ?? '').length
        const fault = wrong.find(({ at }) => at === from)
        if (!fault) continue
        const [next = ''] = /\S+/.exec(block.text.slice(to)) ?? []
        const word = next.replace(/(?<![.,;:!?)”’])[.,;:!?)”’]+$/, '')
        if (LETTER.test(word)) continue
        const words = `${block.text.slice(from, to)} ${word}`
        tell('article-fits-its-word', { block, from, to }, { words, article: fault.expected }, fault.expected)
      }
    }
  }
}

function faultsIn({ tree }: Sentence): { at: number | undefined; expected: string }[] {
  const file = new VFile()
  const root: LanguageRoot = { type: 'RootNode', children: [tree] }
  judge(root, file)
  return file.messages.flatMap(({ place, expected }) =>
    place && 'start' in place && expected?.[0] ? [{ at: place.start.offset, expected: expected[0] }] : [],
  )
}
