import type { Finding } from '../../../model/finding.ts'
import { finding } from '../../../rules/finding.ts'
import { measuredPages, paintsOnPaper } from '../areas.ts'
import type { PressProof } from '../press-proof.ts'

const LEAST_PPI = 150
/** The browser rounds sizes to pixels of a 96th of an inch. */
const SLACK = 1

/**
 * Every picture on the sheets, also those in drawings and in style sheets, which no line of Markdown names. The worst
 * of each page is told; what stands between this and 300 is told by its line, where it has one.
 */
export function picturesAreFineEnough({ read }: PressProof): readonly Finding[] {
  return measuredPages(read.pages).flatMap((measured) => {
    const all = paintsOnPaper(measured).flatMap(({ ppi }) => (ppi === undefined ? [] : [ppi]))
    const worst = Math.min(...all)
    if (!(worst + SLACK < LEAST_PPI)) return []
    const facts = { ppi: Math.round(worst), least: LEAST_PPI }
    return [finding('pictures-are-fine-enough', { page: measured.sheet }, facts)]
  })
}
