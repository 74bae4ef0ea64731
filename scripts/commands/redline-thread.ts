// The inside of the thread: returns the marked copy that it made, and what was found when it was read back.
import { type RedlineWork, redlinePdf } from '../pdf/redline/redline-pdf.ts'
import { hasErrors } from '../rules/finding.ts'
import { type VerifiedFile, verifyBytes } from '../verify/verify-bytes.ts'
import type { RedlineAnswer } from './write-redline.ts'

export const begin = (): typeof makeRedline => makeRedline

type Claims = RedlineWork['claims']

/**
 * What the new paper claims to be, its marked copy claims too, where the new paper and the copy are found to be so.
 */
async function makeRedline(work: Omit<RedlineWork, 'claims'>): Promise<RedlineAnswer> {
  const source = await verifyBytes(work.bytes)
  if (source.claims.some((claim) => claim.startsWith('PDF/X'))) return { problem: 'it is made for a printer' }
  const claims = claimsOf(source)
  const bytes = await redlinePdf({ ...work, claims })
  if (claims === 'none') return { bytes, claims: [], lost: [] }
  const made = await verifyBytes(bytes)
  if (!hasErrors(made.findings)) return { bytes, claims: made.claims, lost: [] }
  const lost = made.findings.filter(({ severity }) => severity === 'error')
  return { bytes: await redlinePdf({ ...work, claims: 'none' }), claims: [], lost }
}

function claimsOf({ claims, findings }: VerifiedFile): Claims {
  if (hasErrors(findings)) return 'none'
  if (claims.includes('PDF/UA-1') && claims.includes('PDF/A-2a')) return 'accessible'
  return claims.includes('PDF/A-2u') ? 'archival' : 'none'
}
