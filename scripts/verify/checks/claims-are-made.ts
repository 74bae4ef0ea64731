import type { Finding } from '../../model/finding.ts'
import { finding } from '../../rules/finding.ts'
import type { ReadPdf } from '../read-back.ts'

/** What a file is to claim, neither less nor more. */
const CLAIMS = { accessible: ['PDF/UA-1', 'PDF/A-2a'], archival: ['PDF/A-2u'], none: [] } as const

export type WantedClaims = keyof typeof CLAIMS

/**
 * A file that is published claims to be accessible and archival; one whose accessibility is reported only, archival;
 * a draft, which may hold any fault, nothing.
 */
export function claimsAreMade({ claims }: ReadPdf, wanted: WantedClaims): readonly Finding[] {
  const missing = CLAIMS[wanted].filter((claim) => !claims.names.includes(claim))
  const more = claims.names.find((claim) => !CLAIMS[wanted].some((one) => one === claim))
  return [
    ...(missing.length > 0 ? [finding('claims-are-made', {}, { claims: missing.join(' and ') })] : []),
    ...(more && wanted !== 'accessible'
      ? [finding('claims-agree', {}, { problem: 'too-much', of: wanted, claim: more })]
      : []),
  ]
}

/** What a file of which nothing else is known is held against: it says itself whether it is one that claims less. */
export const claimsToExpect = ({ claims }: ReadPdf): WantedClaims =>
  claims.names.includes('PDF/A-2u') && !claims.names.includes('PDF/UA-1') ? 'archival' : 'accessible'
