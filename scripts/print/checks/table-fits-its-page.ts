import type { HtmlDocument } from '../../model/document.ts'
import type { Finding } from '../../model/finding.ts'
import { finding } from '../../rules/finding.ts'
import type { FittedTable } from '../in-page/fit-tables.ts'
import { placeOfSource } from '../place-of-source.ts'

const DONE: Readonly<Record<string, string>> = {
  full: 'goes over the whole width of the page',
  breaks: 'breaks its longest addresses',
  tight: 'is set closer',
  '11pt': 'is set in 11 pt',
  '10pt': 'is set in 10 pt',
  '9pt': 'is set in 9 pt',
  letters: 'breaks its longest words',
  anywhere: 'breaks words that are wider than their columns',
}

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
      done: inWords([
        ...(turned.includes(src) ? ['stands on a page of its own, turned'] : []),
        ...steps.flatMap((step) => (isOvertaken(step, steps) ? [] : (DONE[step] ?? []))),
      ]),
      words,
    }),
  )
}

/** Of the sizes that were tried only the last one shows. */
const isOvertaken = (step: string, steps: readonly string[]): boolean =>
  step.endsWith('pt') && steps.findLast((one) => one.endsWith('pt')) !== step

const inWords = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
