// What was printed → the files of each edition, every one of them read back before the next is made of it.
import { type Found, withFindings } from '../build/with-findings.ts'
import type { Finding } from '../model/finding.ts'
import { isStopped, type Made, type Making } from './edition.ts'
import { editionsToMake } from './editions.ts'

/** Nothing is made when one of them is not fit to be published: they are one paper. */
export async function makeEditions(making: Making): Promise<Found & { readonly made?: Made }> {
  const { document, printed, settings, earlierScreen } = making
  let made: Made = { document, printed, ...(earlierScreen ? { earlierScreen } : {}) }
  let findings: readonly Finding[] = []
  for (const { make } of editionsToMake(settings.editions)) {
    if (!make) continue
    const next = await withFindings(findings, () => make(making, made))
    findings = next.findings
    made = { ...made, ...next.made }
    if (isStopped(findings, settings)) return { findings }
  }
  return { made, findings }
}
