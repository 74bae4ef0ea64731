// What authors wrote in a citation and its style does not print.
import type { Chapter } from '../model/chapter.ts'
import type { CitationMark, CitationStyle } from '../model/citations.ts'
import type { Finding } from '../model/finding.ts'
import { finding } from '../rules/finding.ts'
import { lettersIn, plainText } from './plain-text.ts'
import type { WrittenCitations } from './write-citations.ts'

export function tellLosses(
  chapters: readonly Chapter[],
  { citations, unsuppressed }: WrittenCitations,
  style: CitationStyle,
): Finding[] {
  const all = chapters.flatMap(({ file, citations: marks = [] }) => marks.map((mark) => ({ file, mark })))
  const placeOf = ({ file, mark: { line, column } }: (typeof all)[number]) => ({ file, line, column })
  const lost = all.flatMap((one): Finding[] => {
    const { mark } = one
    const words = lostWords(mark, citations[mark.anchor])
    const facts = { problem: 'words-lost', typed: mark.typed, words: words ?? '' } as const
    return [
      ...(words === undefined ? [] : [finding('citation-is-printed-whole', placeOf(one), facts)]),
      ...(unsuppressed.includes(mark.anchor)
        ? [finding('citation-is-printed-whole', placeOf(one), { problem: 'nothing-left', typed: mark.typed })]
        : []),
    ]
  })
  const placed = style.printsLocators
    ? []
    : all.filter(({ mark }) => mark.cites.some(({ locator }) => locator !== undefined))
  const [first] = placed
  if (!first) return lost
  const facts = {
    problem: 'no-places',
    style: style.name,
    typed: first.mark.typed,
    count: placed.length,
  } as const
  return [...lost, finding('citation-is-printed-whole', placeOf(first), facts)]
}

/** Of what stands before and behind the works; undefined where all of it is there. */
function lostWords({ cites, isName }: CitationMark, html: string | undefined): string | undefined {
  if (html === undefined || isName) return undefined
  const printed = lettersIn(plainText(html))
  return cites
    .flatMap(({ prefix, suffix }) => [prefix, suffix])
    .map((words) => words && plainText(words))
    .find((words) => words && !printed.includes(lettersIn(words)))
}
