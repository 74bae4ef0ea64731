// Whether whoever is shown agrees to be shown.
import type { Consent } from '../model/consent.ts'
import { CONSENTS } from './fields/of-moments.ts'

/** `given, by e-mail in May` → its state, and what there is to say of it. */
export function readConsent(text = ''): Consent | undefined {
  const state = CONSENTS.find((one) => text.toLowerCase().startsWith(one))
  const rest = state && /^(?:$|[\s,:;(.]+(.*?)\)?$)/.exec(text.slice(state.length))
  return state && rest ? { state, note: rest[1] ?? '' } : undefined
}
