import type { Finding } from '../model/finding.ts'

/** A slip of ours is on every page: the first ones are enough to see it. */
const ENOUGH = 5

/** The first ones, the last of them with how many more there are. */
export function firstFindings(findings: readonly Finding[], most = ENOUGH): readonly Finding[] {
  const last = findings[most - 1]
  if (!last || findings.length <= most) return findings
  return [
    ...findings.slice(0, most - 1),
    { ...last, cause: `and ${findings.length - most} more of the kind` },
  ]
}
