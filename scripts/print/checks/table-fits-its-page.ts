import type { HtmlDocument } from '../../model/document.ts'
import type { Finding } from '../../model/finding.ts'
import { finding } from '../../rules/finding.ts'
import type { FittedTable } from '../in-page/fit-tables.ts'
import { placeOfSource } from '../place-of-source.ts'

/** What was done to make a table fit. Those that do not even so are told of by their width. */
export function tablesMadeToFit(
  tables: readonly FittedTable[],
  document: HtmlDocument,
  turned: readonly string[],
): Finding[] {
  const fitting = [
    ...tables.filter(({ isWide }) => !isWide),
    ...turned
      .filter((src) => tables.every((one) => one.src !== src))
      .map((src) => ({ src, steps: [], words: '' })),
  ]
  return fitting.map(({ src, steps, words }) =>
    finding('table-fits-its-page', placeOfSource(src, document), {
      steps: steps.join(' '),
      words,
      turned: turned.includes(src),
    }),
  )
}
