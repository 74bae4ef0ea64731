// Findings are made of rules, here alone.
import type { Finding } from '../model/finding.ts'
import type { Place, Severity } from '../model/place.ts'
import type { Facts } from './rule.ts'
import { type Breach, type FactsOf, type RuleId, ruleOf, type WithFacts } from './rules.ts'

/** Makes a finding of a rule: `finding('image-has-alt', {file, line}, {actual: url})`. */
export const finding = <Id extends RuleId>(
  id: Id,
  place: Place,
  ...told: WithFacts<Id, [cause?: unknown]>
): Finding => findingAs(ruleOf(id).severity, id, place, ...told)

/** The same where this one weighs less than its rule does otherwise. */
export function findingAs<Id extends RuleId>(
  severity: Severity,
  id: Id,
  place: Place,
  ...told: WithFacts<Id, [cause?: unknown]>
): Finding {
  const [facts, cause] = told as [facts?: Facts, cause?: unknown]
  return withCause(made(severity, id, place, facts), cause)
}

/** What brought it about, where that is known, for whoever looks further. */
export const withCause = (one: Finding, cause: unknown): Finding =>
  cause === undefined ? one : { ...one, cause: inWords(cause) }

const inWords = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause))

function made(severity: Severity, id: RuleId, place: Place, facts: Facts = {}): Finding {
  const { says, mend, about } = ruleOf(id)
  const words = severity === 'error' ? undefined : about?.(facts)
  return {
    rule: id,
    severity,
    place,
    message: says(facts),
    mend: mend(facts),
    ...(words === undefined ? {} : { about: words }),
  }
}

/** A breach that shall be told when its place is known. */
export const breach = <Id extends RuleId>(rule: Id, facts: FactsOf<Id> | undefined): Breach =>
  ({ rule, facts: facts ?? {} }) as unknown as Breach

/** The finding of a breach that was known before its place was. */
export const findingOf = ({ rule, facts }: Breach, place: Place, severity?: Severity): Finding =>
  made(severity ?? ruleOf(rule).severity, rule, place, facts)

/** Where accessibility is reported and not proven, no fault of it stops the paper. */
export const reported = (one: Finding): Finding =>
  one.severity === 'error' && ruleOf(one.rule).kind === 'accessibility'
    ? { ...one, severity: 'warning' }
    : one

/** Where only one of many files is left out for it. */
export const lessened = (one: Finding): Finding =>
  one.severity === 'error' ? { ...one, severity: 'warning' } : one

export const hasErrors = (findings: readonly Finding[]): boolean =>
  findings.some((one) => one.severity === 'error')
