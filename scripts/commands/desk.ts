// What both commands need to talk to the user: progress, findings in the form asked for, the exit status.
import type { Finding } from '../model.ts'
import { NoBrowserError } from '../print/no-browser-error.ts'
import { type Progress, showProgress } from '../report/progress.ts'
import { reportGithub } from '../report/report-github.ts'
import { countText, reportText } from '../report/report-text.ts'
import { finding, hasErrors } from '../rules.ts'
import type { Options } from '../settings.ts'
import { StageError, type Stages, timeStages } from '../stages.ts'
import { WrongUseError } from '../wrong-use-error.ts'

export interface Desk {
  readonly stages: Stages
  /**
   * Runs the work; what it throws becomes a finding, so that the findings so far are still printed. A missing browser
   * and a wrong use are told by `close`.
   */
  readonly guard: (findings: Finding[], work: () => Promise<void>) => Promise<void>
  /** Says something before the findings, unless they are all that was asked for. */
  readonly tell: (text: string) => void
  /** Prints the findings (JSON: `report`, or the findings alone) and gives the exit status. */
  readonly close: (findings: readonly Finding[], report?: object, summary?: string) => number
}

type Refusal = NoBrowserError | WrongUseError

export function openDesk(options: Options): Desk {
  const progress = showProgress(process.stderr, (options.quiet ?? false) || options.report === 'json')
  let refusal: Refusal | undefined
  return {
    stages: timeStages(progress, isRefusal),
    guard: async (findings, work) => {
      try {
        await work()
      } catch (error) {
        if (isRefusal(error)) refusal = error
        else findings.push(finding('stage-completes', {}, ...faultOf(error)))
      }
    },
    tell: (text) => {
      if (options.quiet || options.report === 'json' || text === '') return
      progress.done()
      process.stderr.write(`${text}\n`)
    },
    close: (findings, report, summary) => close(options, progress, findings, { refusal, report, summary }),
  }
}

const isRefusal = (error: unknown): error is Refusal =>
  error instanceof NoBrowserError || error instanceof WrongUseError

const faultOf = (error: unknown): [{ actual: string }, unknown] =>
  error instanceof StageError
    ? [{ actual: lower(error.stage) }, error.cause]
    : [{ actual: 'putting all together' }, error]

interface Ending {
  readonly refusal: Refusal | undefined
  readonly report: object | undefined
  readonly summary: string | undefined
}

function close(
  options: Options,
  progress: Progress,
  findings: readonly Finding[],
  { refusal, report, summary }: Ending,
): number {
  progress.done()
  const failed =
    hasErrors(findings) || (options.strict === true && findings.some((one) => one.severity === 'warning'))
  if (options.report === 'json') process.stdout.write(`${JSON.stringify(report ?? { findings }, null, 2)}\n`)
  else if (options.report === 'github' && findings.length > 0)
    process.stderr.write(`${reportGithub(findings)}\n`)
  else if (findings.length > 0)
    process.stderr.write(`${reportText(findings, process.stderr.isTTY === true)}\n`)
  if (refusal) {
    process.stderr.write(`whitepaper: ${refusal.message}\n    ${refusal.mend}\n`)
    return 2
  }
  if (!options.quiet && options.report !== 'json') {
    process.stderr.write(`${[summary, countText(findings)].filter(Boolean).join(' · ')}\n`)
  }
  return failed ? 1 : 0
}

const lower = (stage: string): string => stage.charAt(0).toLowerCase() + stage.slice(1)
