import type { PageName } from './comparison.ts'
import type { Paper, Word } from './paper.ts'

/** All words of a paper one after the other. */
export interface WordStream {
  readonly paper: Paper
  readonly words: readonly Word[]
  /** Index of the page of each word. */
  readonly pageOf: readonly number[]
  /** Index of the first word of each page, and, behind the last page, how many there are. */
  readonly firsts: readonly number[]
}

export function wordStream(paper: Paper): WordStream {
  const words: Word[] = []
  const pageOf: number[] = []
  const firsts: number[] = []
  for (const [index, page] of paper.pages.entries()) {
    firsts.push(words.length)
    for (const word of page.words) {
      words.push(word)
      pageOf.push(index)
    }
  }
  return { paper, words, pageOf, firsts: [...firsts, words.length] }
}

/** The name of the page with this index. */
export const pageName = ({ pages }: Paper, index: number): PageName => ({
  number: index + 1,
  label: pages[index]?.label ?? '',
})

export const textOf = ({ words }: WordStream, from: number, to: number): string =>
  words
    .slice(from, to)
    .map(({ text }) => text)
    .join(' ')
