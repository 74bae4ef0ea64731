import type { Finding } from '../../model.ts'
import { finding } from '../../rules.ts'
import type { ReadPdf } from '../read-back.ts'

/** What a published file must claim. */
const CLAIMS = ['PDF/UA-1', 'PDF/A-2a']

/** A file that is published claims to be accessible and archival; a draft, which may hold any fault, claims nothing. */
export function claimsAreMade({ claims }: ReadPdf, draft: boolean): readonly Finding[] {
  const [claimed] = claims.names
  if (draft)
    return claimed
      ? [finding('claims-agree', {}, { actual: `it is a draft, and claims to be ${claimed}` })]
      : []
  const missing = CLAIMS.filter((claim) => !claims.names.includes(claim))
  return missing.length > 0 ? [finding('claims-are-made', {}, { actual: missing.join(' and ') })] : []
}
