// Findings are made of rules, here alone.
import type { Finding } from '../model/finding.ts'
import type { Place, Severity } from '../model/place.ts'
import type { Facts } from './rule.ts'
import { type RuleId, rule } from './rules.ts'

/** Makes a finding of a rule: `finding('image-has-alt', {file, line}, {actual: url})`. */
export const finding = (id: RuleId, place: Place, facts: Facts = {}, cause?: unknown): Finding =>
  findingAs(rule(id).severity, id, place, facts, cause)

/** The same where this one weighs less than its rule does otherwise. */
export function findingAs(
  severity: Severity,
  id: RuleId,
  place: Place,
  facts: Facts = {},
  cause?: unknown,
): Finding {
  const { says, mend } = rule(id)
  return {
    rule: id,
    severity,
    place,
    message: says(facts),
    mend: mend(facts),
    ...(severity !== 'error' && typeof facts.actual === 'string' ? { about: facts.actual } : {}),
    ...(cause === undefined ? {} : { cause: cause instanceof Error ? cause.message : String(cause) }),
  }
}

/** Where accessibility is reported and not proven, no fault of it stops the paper. */
export const reported = (one: Finding): Finding =>
  one.severity === 'error' && rule(one.rule).kind === 'accessibility' ? { ...one, severity: 'warning' } : one

export const hasErrors = (findings: readonly Finding[]): boolean =>
  findings.some((one) => one.severity === 'error')
