import type { Finding } from '../model.ts'
import { finding } from '../rules.ts'
import { checkAccessibility } from './check-accessibility.ts'
import { claimsAreMade } from './checks/claims-are-made.ts'
import { type ReadPdf, readBack } from './read-back.ts'

/** What can be said of a file without knowing what it was made from. */
export interface VerifiedFile {
  readonly pages: number
  /** `PDF/UA-1`, `PDF/A-2a`. */
  readonly claims: readonly string[]
  readonly findings: readonly Finding[]
  /** Object number of a tag → page on which it begins: where veraPDF's findings are. */
  readonly pageOfObject: ReadonlyMap<number, number>
}

/** Reads a file and checks its bytes. One that cannot be read is a finding. */
export async function verifyBytes(bytes: Uint8Array): Promise<VerifiedFile> {
  let read: ReadPdf
  try {
    read = await readBack(bytes)
  } catch (problem) {
    return unreadable(problem instanceof Error ? problem.message : String(problem))
  }
  return {
    pages: read.pages.length,
    claims: read.claims.names,
    findings: [...claimsAreMade(read, false), ...checkAccessibility(read)],
    pageOfObject: new Map(
      read.elements.flatMap(({ element, page }) => (page ? [[element.object, page] as const] : [])),
    ),
  }
}

export const unreadable = (problem: string): VerifiedFile => ({
  pages: 0,
  claims: [],
  findings: [
    finding('file-can-be-verified', {}, { actual: problem.split('\n')[0]?.replace(/\.$/, '') ?? '' }),
  ],
  pageOfObject: new Map(),
})
