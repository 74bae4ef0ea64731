import type { Finding } from '../model/finding.ts'
import { finding, reported } from '../rules/finding.ts'
import { checkAccessibility } from './check-accessibility.ts'
import { claimsAreMade, claimsToExpect } from './checks/claims-are-made.ts'
import { checkPressBytes } from './press/check-press-bytes.ts'
import { pressFontsAreEmbedded } from './press/checks/press-fonts-are-embedded.ts'
import { type ReadPdf, readBack } from './read-back.ts'
import type { ReadClaims } from './read-claims.ts'

/** What can be said of a file without knowing what it was made from. */
export interface VerifiedFile {
  readonly pages: number
  /** `PDF/UA-1`, `PDF/A-2a`, `PDF/X-4`. */
  readonly claims: readonly string[]
  readonly findings: readonly Finding[]
  /** Object number of a tag → page on which it begins: where veraPDF's findings are. */
  readonly pageOfObject: ReadonlyMap<number, number>
}

/** Reads a file and checks its bytes by what it says that it is. One that cannot be read is a finding. */
export async function verifyBytes(bytes: Uint8Array): Promise<VerifiedFile> {
  let read: ReadPdf
  let findings: readonly Finding[]
  try {
    read = await readBack(bytes)
    findings = await checkKind(read, bytes)
  } catch (problem) {
    return unreadable(problem instanceof Error ? problem.message : String(problem))
  }
  return {
    pages: read.pages.length,
    claims: read.claims.names,
    findings,
    pageOfObject: new Map(
      read.elements.flatMap(({ element, page }) => (page ? [[element.object, page] as const] : [])),
    ),
  }
}

/**
 * A file for a printer is no accessible one, and does not say so; a copy that was imposed says nothing of itself but
 * that. All others are published, and must claim what a published file claims, or by PDF/A-2u that their
 * accessibility was reported only.
 */
async function checkKind(read: ReadPdf, bytes: Uint8Array): Promise<readonly Finding[]> {
  const { claims } = read
  const isForPress = claims.names.some((claim) => claim.startsWith('PDF/X'))
  const isForReaders = claims.names.some((claim) => !claim.startsWith('PDF/X'))
  if (isImposed(claims) && !isForPress && !isForReaders) return pressFontsAreEmbedded(read)
  const press = isForPress ? await checkPressBytes(bytes) : []
  const wanted = claimsToExpect(read)
  const accessible =
    isForReaders || !isForPress ? [...claimsAreMade(read, wanted), ...checkAccessibility(read).findings] : []
  return [...press, ...(wanted === 'archival' ? accessible.map(reported) : accessible)]
}

/**
 * A booklet, or proof pages: a copy of another file that says so of itself, in the words of XMP
 * (`xmpMM:RenditionClass`).
 */
const isImposed = ({ rendition }: ReadClaims): boolean => rendition === 'proof:imposed'

export const unreadable = (problem: string): VerifiedFile => ({
  pages: 0,
  claims: [],
  findings: [
    finding(
      'file-can-be-verified',
      {},
      { problem: 'unread', reason: problem.split('\n')[0]?.replace(/\.$/, '') ?? '' },
    ),
  ],
  pageOfObject: new Map(),
})
