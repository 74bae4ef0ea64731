import type { RuleId } from '../rules/rules.ts'

/** Why an archive cannot be imported at all. `actual` is said in the words of that rule. */
export class ArchiveFault extends Error {
  readonly rule: RuleId
  readonly actual: string
  constructor(rule: RuleId, actual: string, cause?: unknown) {
    super(actual, { cause })
    this.rule = rule
    this.actual = actual
  }
}
