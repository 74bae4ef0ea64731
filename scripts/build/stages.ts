// Runs the stages of the pipeline one after the other, timed, with progress shown.
import type { Finding } from '../model/finding.ts'
import type { Progress } from '../report/progress.ts'
import { finding } from '../rules/finding.ts'

/** An unexpected exception inside a stage. `stage` as shown to the user. */
export class StageError extends Error {
  readonly stage: string
  constructor(stage: string, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause })
    this.stage = stage
  }
}

/** What was thrown, as a finding: in a stage, or while doing what `otherwise` says. */
export const faultOf = (error: unknown, otherwise: string): Finding =>
  error instanceof StageError
    ? finding('stage-completes', {}, { stage: lower(error.stage) }, error.cause)
    : finding('stage-completes', {}, { stage: otherwise }, error)

const lower = (stage: string): string => stage.charAt(0).toLowerCase() + stage.slice(1)

export interface Stages {
  readonly run: <T>(stage: string, work: () => T | Promise<T>) => Promise<T>
  /** Seconds a stage, in order. */
  readonly seconds: Readonly<Record<string, number>>
}

/** Errors that `passes` knows (a missing browser) go on as they are; all others become a StageError. */
export function timeStages(progress: Progress, passes: (error: unknown) => boolean): Stages {
  const seconds: Record<string, number> = {}
  return {
    seconds,
    run: async (stage, work) => {
      progress.begin(stage)
      const begun = performance.now()
      try {
        return await work()
      } catch (error) {
        throw passes(error) ? error : new StageError(stage, error)
      } finally {
        seconds[stage] = Math.round(performance.now() - begun) / 1000
        progress.end(stage, seconds[stage])
      }
    },
  }
}
