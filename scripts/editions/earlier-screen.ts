import { basename, join } from 'node:path'
import { makeTheSame } from '../build/inputs.ts'
import { sha256 } from '../build/publish.ts'
import { readBuildReport } from '../ground/build-report-schema.ts'
import { readRegularFile } from '../ground/files/paths.ts'
import { MOST_BYTES_OF_FILE } from '../ground/limits.ts'
import type { Settings } from '../model/settings.ts'

/**
 * The screen edition that an earlier build left, when it was made from these very inputs by this pipeline and
 * browser: what a press edition that is made alone can be held against. Undefined when there is none, or it is
 * another's.
 */
export async function earlierScreen(
  inputs: Readonly<Record<string, string>>,
  browser: string,
  { out, version }: Pick<Settings, 'out' | 'version'>,
): Promise<Uint8Array | undefined> {
  const report = await readBuildReport(out, 'pipeline', 'browser', 'draft', 'inputs', 'output')
  if (!report?.output || report.draft) return undefined
  if (report.pipeline.version !== version || report.browser !== browser) return undefined
  if (!makeTheSame(report.inputs, inputs)) return undefined
  const bytes = await readRegularFile(join(out, basename(report.output.file)), MOST_BYTES_OF_FILE).catch(
    () => '',
  )
  return typeof bytes !== 'string' && sha256(bytes) === report.output.sha256 ? bytes : undefined
}
