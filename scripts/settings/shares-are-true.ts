// A percentage beside a count and its base can be worked out; one that does not come out prints a false figure.

import { trueShare } from '../ground/true-share.ts'
import type { Finding } from '../model/finding.ts'
import { finding } from '../rules/finding.ts'

interface Figure {
  readonly value: string
  readonly count?: number | undefined
  readonly of?: number | undefined
}

interface Question {
  readonly of?: number | undefined
  readonly rows: readonly { readonly count?: number | undefined; readonly percent: string }[]
}

interface DataFile {
  readonly of?: number | undefined
  readonly figures: Readonly<Record<string, Figure>>
  readonly questions: Readonly<Record<string, Question>>
}

export function sharesAreTrue(
  { of: base, figures, questions }: DataFile,
  file: string,
  lineOf: (path: readonly PropertyKey[]) => number,
): Finding[] {
  const shares = [
    ...Object.entries(figures).map(([id, one]) => ({
      path: ['figures', id, 'value'],
      text: one.value,
      count: one.count,
      of: one.of ?? base,
    })),
    ...Object.entries(questions).flatMap(([id, one]) =>
      one.rows.map(({ count, percent }, index) => ({
        path: ['questions', id, 'rows', index, 'percent'],
        text: percent,
        count,
        of: one.of ?? base,
      })),
    ),
  ]
  return shares.flatMap(({ path, text, count, of }) => {
    if (count === undefined || of === undefined) return []
    const expected = trueShare(text, count, of)
    if (expected === undefined) return []
    const facts = { share: text, trueShare: expected, count, of }
    return [finding('share-is-true', { file, line: lineOf(path) }, facts)]
  })
}
