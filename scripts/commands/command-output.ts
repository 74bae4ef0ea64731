// What both commands need to talk to the user: progress, findings in the form asked for, the exit status.

import { resolve } from 'node:path'
import { isFit } from '../build/is-fit.ts'
import type { Options } from '../build/resolve-settings.ts'
import { faultOf, type Stages, timeStages } from '../build/stages.ts'
import { endOf, type Found } from '../build/with-findings.ts'
import { VERSION } from '../ground/version.ts'
import { WrongUseError } from '../ground/wrong-use-error.ts'
import type { Finding } from '../model/finding.ts'
import { NoBrowserError } from '../print/no-browser-error.ts'
import { showProgress } from '../report/progress.ts'
import { countText } from '../report/report-text.ts'
import { reportTo } from '../report/report-to.ts'

export interface CommandOutput {
  readonly stages: Stages
  /**
   * Runs the work; what it throws becomes a finding behind those that were there before, and all else that it gives is
   * missing. A missing browser and a wrong use are told by `close`.
   */
  readonly guard: <T extends Found>(work: () => Promise<T>) => Promise<Partial<T> & Found>
  /** Says something before the findings, unless they are all that was asked for. */
  readonly tell: (text: string) => void
  /** Ends the showing of progress, where a command prints more than findings. */
  readonly endProgress: () => void
  /** Prints the findings (JSON: `report`, or the findings alone) and gives the exit status. */
  readonly close: (findings: readonly Finding[], report?: object, summary?: string) => Promise<number>
}

type Refusal = NoBrowserError | WrongUseError

export function openOutput(options: Options): CommandOutput {
  const isForPrograms = options.report === 'json' || options.report === 'sarif'
  const progress = showProgress(process.stderr, (options.quiet ?? false) || isForPrograms)
  let refusal: Refusal | undefined
  return {
    stages: timeStages(progress, isRefusal),
    guard: async <T extends Found>(work: () => Promise<T>): Promise<Partial<T> & Found> => {
      try {
        return await work()
      } catch (error) {
        const { findings, cause } = endOf(error)
        const nothing: Partial<T> = {}
        if (!isRefusal(cause))
          return { ...nothing, findings: [...findings, faultOf(cause, 'putting all together')] }
        refusal = cause
        return { ...nothing, findings }
      }
    },
    tell: (text) => {
      if (options.quiet || isForPrograms || text === '') return
      progress.done()
      process.stderr.write(`${text}\n`)
    },
    endProgress: progress.done,
    close: async (findings, report, summary) => {
      progress.done()
      return close(options, findings, { refusal, report, summary })
    },
  }
}

const isRefusal = (error: unknown): error is Refusal =>
  error instanceof NoBrowserError || error instanceof WrongUseError

interface Ending {
  readonly refusal: Refusal | undefined
  readonly report: object | undefined
  readonly summary: string | undefined
}

async function close(
  options: Options,
  findings: readonly Finding[],
  { refusal, report, summary }: Ending,
): Promise<number> {
  const failed = !isFit(findings, { strict: options.strict })
  await reportTo({ out: process.stdout, log: process.stderr }, process.env, {
    form: options.report ?? 'text',
    quiet: options.quiet ?? false,
    all: options.all ?? false,
    folders: [resolve(options.root ?? '.'), process.cwd()],
    version: VERSION,
    findings,
    report,
    failed: failed || refusal !== undefined,
    refusal: refusal && { says: refusal.message, mend: refusal.mend },
    summary: [summary, countText(findings)].filter(Boolean).join(' · '),
  })
  if (refusal) return 2
  return failed ? 1 : 0
}
