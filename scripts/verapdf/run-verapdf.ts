import { execFile } from 'node:child_process'
import { z } from 'zod'
import type { Verapdf } from './find-verapdf.ts'
import { NoAnswerError, type WhyNoAnswer } from './no-answer.ts'

/** What veraPDF says of one file. */
export interface VerapdfVerdict {
  readonly file: string
  /** One for each profile that the file claims. */
  readonly profiles: readonly VerapdfProfile[]
  /** Why there is no answer, where there is none. */
  readonly silence?: WhyNoAnswer
}

export interface VerapdfProfile {
  /** `PDF/UA-1`, `PDF/A-2a`. */
  readonly name: string
  readonly passedChecks: number
  readonly failedChecks: number
  readonly failures: readonly VerapdfFailure[]
}

export interface VerapdfFailure {
  /** `7.1-3`: clause and number of the test. */
  readonly rule: string
  readonly clause: string
  /** `ISO 14289-1:2014`. */
  readonly standard: string
  readonly says: string
  readonly count: number
  /** Where in the file the first few were found: a path of veraPDF's. */
  readonly places: readonly string[]
}

export interface VerapdfAnswer {
  readonly version: string
  readonly verdicts: readonly VerapdfVerdict[]
}

/** Failures shown of each rule. */
const SHOWN = 5
const MAX_OUTPUT = 256 * 1024 * 1024
/** Half a minute to start, and a minute for what a book of 500 pages takes on a busy machine; never for ever. */
const PATIENCE_MS = 900_000

/**
 * Asks veraPDF for every profile that the files claim: all files in one Java machine, each parsed once. Throws a
 * NoAnswerError.
 */
export async function runVerapdf(
  tool: Verapdf,
  files: readonly string[],
  patienceMs = PATIENCE_MS,
): Promise<VerapdfAnswer> {
  const options = ['-f', '0', '--loglevel', '0', '--format', 'json', '--maxfailuresdisplayed', `${SHOWN}`]
  const output = await outputOf(tool.program, [...tool.before, ...options, ...files], patienceMs)
  const report = readReport(output)
  const known = new Map(report.jobs.map((job) => [job.itemDetails.name, job]))
  return {
    version: report.buildInformation.releaseDetails.find(({ id }) => id === 'apps')?.version ?? 'unknown',
    verdicts: files.map((file, index) => verdictOf(file, known.get(file) ?? report.jobs[index])),
  }
}

/** veraPDF ends with 1 where a rule failed: what it wrote counts, not how it ended. */
function outputOf(program: string, words: readonly string[], patienceMs: number): Promise<string> {
  const environment = { ...process.env, LC_ALL: 'C.UTF-8' } // Java takes file names in the encoding of the locale
  const limits = { maxBuffer: MAX_OUTPUT, timeout: patienceMs, env: environment }
  return new Promise((resolve, reject) => {
    execFile(program, words, limits, (error, stdout, stderr) => {
      // It begins its report at once, and has not ended it.
      if (error?.killed)
        reject(new NoAnswerError({ problem: 'took-too-long', seconds: Math.round(patienceMs / 1000) }))
      else if (stdout.trimStart().startsWith('{')) resolve(stdout)
      else {
        const said = stderr.trim().split('\n')[0] || error?.message
        reject(new NoAnswerError(said ? { problem: 'broke-off', said } : { problem: 'said-nothing' }))
      }
    })
  })
}

const CHECK = z.object({ context: z.string().default(''), errorMessage: z.string().nullish() })
const RULE = z.object({
  ruleStatus: z.string(),
  specification: z.string(),
  clause: z.string(),
  testNumber: z.number(),
  failedChecks: z.number(),
  description: z.string(),
  checks: z.array(CHECK).default([]),
})
const JOB = z.object({
  itemDetails: z.object({ name: z.string() }),
  taskException: z.object({ exceptionMessage: z.string().nullish() }).optional(),
  validationResult: z
    .array(
      z.object({
        profileName: z.string(),
        details: z.object({
          passedChecks: z.number(),
          failedChecks: z.number(),
          ruleSummaries: z.array(RULE),
        }),
      }),
    )
    .optional(),
})
const REPORT = z.object({
  report: z.object({
    buildInformation: z.object({
      releaseDetails: z.array(z.object({ id: z.string(), version: z.string() })),
    }),
    jobs: z.array(JOB),
  }),
})

type Report = z.infer<typeof REPORT>['report']

function readReport(output: string): Report {
  try {
    return REPORT.parse(JSON.parse(output)).report
  } catch (error) {
    throw new NoAnswerError({ problem: 'is-of-another-release' }, { cause: error })
  }
}

function verdictOf(file: string, job: Report['jobs'][number] | undefined): VerapdfVerdict {
  const profiles = (job?.validationResult ?? []).map(({ profileName, details }) => ({
    name: profileName.replace(/ validation profile$/, ''),
    passedChecks: details.passedChecks,
    failedChecks: details.failedChecks,
    failures: details.ruleSummaries.filter((rule) => rule.ruleStatus === 'FAILED').map(failureOf),
  }))
  const said = job?.taskException?.exceptionMessage?.replace(/^.*caused by exception: /s, '')
  if (profiles.length > 0) return { file, profiles }
  const silence: WhyNoAnswer = said
    ? { problem: 'could-not-read-file', said: said.replace(/\.$/, '') }
    : { problem: 'gave-no-result' }
  return { file, profiles, silence }
}

const failureOf = (rule: z.infer<typeof RULE>): VerapdfFailure => ({
  rule: `${rule.clause}-${rule.testNumber}`,
  clause: rule.clause,
  standard: rule.specification,
  says: rule.checks[0]?.errorMessage ?? rule.description,
  count: rule.failedChecks,
  places: rule.checks.map((check) => check.context),
})
