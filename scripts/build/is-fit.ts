import type { Finding } from '../model/finding.ts'
import { hasErrors } from '../rules/finding.ts'

export interface Strictness {
  readonly strict?: boolean | undefined
  readonly draft?: boolean | undefined
}

/** Whether what these were found in may be published: a draft always, and with `strict` nothing that has warnings. */
export const isFit = (findings: readonly Finding[], { strict = false, draft = false }: Strictness): boolean =>
  draft || !(hasErrors(findings) || (strict && findings.some((one) => one.severity === 'warning')))
