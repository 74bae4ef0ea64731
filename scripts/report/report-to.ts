import { realpath } from 'node:fs/promises'
import { join } from 'node:path'
import type { Finding } from '../model/finding.ts'
import type { ReportForm } from '../model/settings.ts'
import type { RuleId } from '../rules/rules.ts'
import { addressOfRule } from './address-of-rule.ts'
import { addToSummary, jobSummary, type ReportOfBuild } from './job-summary.ts'
import { locateFindings } from './locate-findings.ts'
import { reportGithub } from './report-github.ts'
import { reportSarif } from './report-sarif.ts'
import { reportFolded, reportText } from './report-text.ts'
import { pathInRepository, readRepository } from './repository.ts'
import { jsonWithoutCommands, withoutCommands } from './workflow-commands.ts'

export interface Report {
  readonly form: ReportForm
  readonly quiet: boolean
  /** Whether each finding is told, however many there are. */
  readonly all: boolean
  /** Where the files are that findings name: the publication first. */
  readonly folders: readonly [string, ...string[]]
  readonly version: string
  readonly findings: readonly Finding[]
  /** What JSON holds; the findings alone where there is nothing more to say. */
  readonly report: object | undefined
  readonly failed: boolean
  readonly refusal: { readonly says: string; readonly mend: string } | undefined
  /** The last line. */
  readonly summary: string
}

interface Streams {
  readonly out: NodeJS.WritableStream
  readonly log: NodeJS.WritableStream & { readonly isTTY?: boolean }
}

type Environment = Readonly<Record<string, string | undefined>>

/** Says what was found in the form that was asked for: what programs read goes to `out`, all else to `log`. */
export async function reportTo(
  { out, log }: Streams,
  environment: Environment,
  report: Report,
): Promise<void> {
  const { form, findings, refusal, quiet, summary, all } = report
  // On GitHub no text of a publication may be taken for a command, whatever the form.
  const isWatched = form === 'github' || environment.GITHUB_ACTIONS === 'true'
  const say = (text: string): void => void log.write(`${isWatched ? withoutCommands(text) : text}\n`)
  if (form === 'json') out.write(`${jsonWithoutCommands(report.report ?? { findings })}\n`)
  else if (form === 'sarif') out.write(`${jsonWithoutCommands(await sarifOf(report, environment))}\n`)
  else if (form === 'github')
    await tellGithub(report, environment, say, (text) => void log.write(`${text}\n`))
  else if (findings.length > 0) say((all ? reportText : reportFolded)(findings, log.isTTY === true))
  if (refusal) say(`whitepaper: ${refusal.says}\n    ${refusal.mend}`)
  else if (!quiet && (form === 'text' || form === 'github')) say(summary)
}

async function sarifOf({ findings, folders, version, refusal }: Report, environment: Environment) {
  const repository = await readRepository(folders[0], { ...environment, GITHUB_BASE_REF: undefined })
  const located = await locateFindings(findings, folders, repository)
  const root = await realpath(folders[0]).catch(() => folders[0])
  const home = pathInRepository(repository.top, join(root, 'publication.yaml')) ?? 'publication.yaml'
  const helpUri = (id: RuleId) => addressOfRule(id, repository.top, environment)
  return reportSarif(located, { version, home, helpUri, refusal: refusal?.says ?? '' })
}

async function tellGithub(
  { findings, folders, refusal, summary, failed, report }: Report,
  environment: Environment,
  say: (text: string) => void,
  command: (text: string) => void,
): Promise<void> {
  const repository = await readRepository(folders[0], environment)
  const located = await locateFindings(findings, folders, repository)
  if (repository.unknown !== '' && findings.length > 0)
    say(
      `Which lines this change touches is not known: ${repository.unknown}. Findings are marked wherever they are.`,
    )
  if (findings.length > 0) command(reportGithub(located))
  if (!environment.GITHUB_STEP_SUMMARY) return
  const problem = await addToSummary(
    environment.GITHUB_STEP_SUMMARY,
    jobSummary({
      findings: located,
      report: report as ReportOfBuild | undefined,
      summary: refusal ? `${refusal.says} ${refusal.mend}` : summary,
      failed,
    }),
  )
  if (problem !== '') say(`The summary of this job was not written: ${problem}.`)
}
