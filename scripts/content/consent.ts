// Whether whoever is shown agrees to be shown.
import type { AnyConsentState, Consent, ConsentState } from '../model/consent.ts'

export const CONSENTS = [
  'public-post',
  'given',
  'asked',
  'unknown',
] as const satisfies readonly ConsentState[]
export const ALL_CONSENTS = [
  ...CONSENTS,
  'refused',
  'withdrawn',
] as const satisfies readonly AnyConsentState[]

/** `given, by e-mail in May` → its state, and what there is to say of it. */
export function readConsent<State extends AnyConsentState>(
  text = '',
  states: readonly State[],
): Consent<State> | undefined {
  const state = states.find((one) => text.toLowerCase().startsWith(one))
  const rest = state && /^(?:$|[\s,:;(.]+(.*?)\)?$)/.exec(text.slice(state.length))
  return state && rest ? { state, note: rest[1] ?? '' } : undefined
}
