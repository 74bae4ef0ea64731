import type { HtmlDocument } from '../../model/document.ts'
import type { Finding } from '../../model/finding.ts'
import { finding } from '../../rules/finding.ts'
import type { PlacedRun } from '../place-runs.ts'
import { fileOfSection } from './running-head-fits.ts'

/** Pages that the space between blocks could neither save nor fill: see in-page/measure-runs.ts. */
export function pagesThatAreEmpty(
  placed: readonly PlacedRun[],
  document: HtmlDocument,
  leastFilled: number,
): Finding[] {
  const runs = new Map(document.runs.map((run) => [run.id, run]))
  return placed.flatMap(({ id, pages, filled }) => {
    if (pages < 2 || filled >= leastFilled) return []
    const file = fileOfSection(runs.get(id)?.ends ?? '', document)
    if (!file) return []
    return [finding('last-page-is-filled', { file }, { percent: Math.round(filled * 100) })]
  })
}
