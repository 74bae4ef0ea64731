import { type Draft, lineOf, type Placed, report } from '../markdown/draft.ts'

const PERCENTAGE = /(?<![\d.,·])(\d+(?:[.,·]\d+)*)(?:\s?%|\s+per\s?cent\b)/gi

/** Each percentage of a text stands in `data/`. A publication without any there does not keep its figures that way. */
export function percentageHasSource(text: string, place: Placed, draft: Draft): void {
  const { percentages } = draft.context.data
  if (percentages.length === 0 || !/%|per\s?cent/i.test(text)) return
  for (const match of text.matchAll(PERCENTAGE)) {
    const written = match[1] ?? ''
    const value = numberIn(written)
    if (percentages.some((known) => Number(known) === value)) continue
    const line = lineOf(place) + text.slice(0, match.index).split('\n').length - 1
    report(draft, 'percentage-has-source', { position: { start: { line, column: 1 } } }, { percent: written })
  }
}

/**
 * `1,250` and `37,5`: a comma before exactly three digits parts thousands, any other is the decimal comma of most of
 * Europe.
 */
const numberIn = (written: string): number =>
  Number(written.replace(/,(?=\d{3}(?!\d))/g, '').replace(/[,·]/, '.'))
