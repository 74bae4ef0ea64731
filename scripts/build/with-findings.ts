// Findings are returned with the value; where something is thrown in its place, they go along with that.
import type { Finding } from '../model/finding.ts'

export interface Found {
  readonly findings: readonly Finding[]
}

/** What was thrown, as its cause, and all that was found before. */
export class EndedError extends Error {
  readonly findings: readonly Finding[]
  constructor(findings: readonly Finding[], cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause })
    this.findings = findings
  }
}

export const endOf = (error: unknown): Found & { readonly cause: unknown } =>
  error instanceof EndedError
    ? { findings: error.findings, cause: error.cause }
    : { findings: [], cause: error }

/** The findings of `work` behind those that were there before it, also with what it throws. */
export const withFindings = <T extends Found>(
  before: readonly Finding[],
  work: () => Promise<T>,
): Promise<T> => telling((found) => [...before, ...found], work)

/** Of what `work` finds, that which `told` makes of it, also with what it throws. */
export async function telling<T extends Found>(
  told: (found: readonly Finding[]) => readonly Finding[],
  work: () => Promise<T>,
): Promise<T> {
  try {
    const value = await work()
    return { ...value, findings: told(value.findings) }
  } catch (error) {
    const { findings, cause } = endOf(error)
    throw new EndedError(told(findings), cause)
  }
}
