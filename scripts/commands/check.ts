import { resolve } from 'node:path'
import { checkPublication } from '../build/pipeline.ts'
import { type Options, resolveSettings } from '../build/resolve-settings.ts'
import type { Stages } from '../build/stages.ts'
import type { Finding, Mend } from '../model/finding.ts'
import { countMends, reportMends } from '../report/report-mends.ts'
import { openOutput } from './command-output.ts'
import { mendFiles } from './mend-files.ts'

export interface CheckOptions extends Options {
  /** Whether what is safe to mend is mended, in the author’s own files. */
  readonly fix?: boolean
}

/**
 * `whitepaper check`: exit status 0, or 1 when the texts are not fit to be printed. With `fix`, what remains counts.
 */
export async function checkCommand(options: CheckOptions): Promise<number> {
  const output = openOutput(options)
  const mended: Mend[] = []
  const { findings } = await output.guard(async () => ({
    findings: options.fix
      ? await mendAll(options, output.stages, mended)
      : await check(options, output.stages),
  }))
  if (!options.fix) return output.close(findings)
  output.tell(reportMends(mended))
  return output.close(findings, { mended, findings }, countMends(mended))
}

async function check(options: Options, stages: Stages): Promise<readonly Finding[]> {
  const { findings, ...read } = await resolveSettings(options)
  const settings = read.settings ?? read.forReading
  return settings ? [...findings, ...(await checkPublication(settings, stages)).findings] : findings
}

/** Two mends that undo each other would go on for ever. */
const MOST_ROUNDS = 10

/**
 * Mends and looks again, until there is nothing left to mend. What was mended is added to `mended` as it is written.
 */
async function mendAll(options: Options, stages: Stages, mended: Mend[]): Promise<readonly Finding[]> {
  const root = resolve(options.root ?? '.')
  const unwritten = new Map<string | undefined, Finding>()
  for (let round = 0; ; round += 1) {
    const findings = await check(options, stages)
    const open = findings.filter(({ place }) => !unwritten.has(place.file))
    const made = round < MOST_ROUNDS ? await mendFiles(root, open) : { mends: [], findings: [] }
    mended.push(...made.mends)
    for (const one of made.findings) unwritten.set(one.place.file, one)
    if (made.mends.length === 0) return [...findings, ...unwritten.values()]
  }
}
