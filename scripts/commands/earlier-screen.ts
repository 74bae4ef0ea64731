import { join } from 'node:path'
import { z } from 'zod'
import { sha256 } from '../build/publish.ts'
import { readRegularFile } from '../ground/files/paths.ts'
import type { Settings } from '../model/settings.ts'
import { makeTheSame } from './inputs.ts'

const REPORT = z.object({
  pipeline: z.object({ version: z.string() }),
  browser: z.string(),
  draft: z.literal(false),
  inputs: z.record(z.string(), z.string()),
  output: z.object({ file: z.string(), sha256: z.string() }),
})

const MAX_BYTES = 256 * 1024 * 1024

/**
 * The screen edition that an earlier build left, when it was made from these very inputs by this pipeline and browser: what a press
 * edition that is made alone can be held against. Undefined when there is none, or it is another's.
 */
export async function earlierScreen(
  inputs: Readonly<Record<string, string>>,
  browser: string,
  { out, version }: Pick<Settings, 'out' | 'version'>,
): Promise<Uint8Array | undefined> {
  try {
    const text = await readRegularFile(join(out, 'report.json'), MAX_BYTES)
    const report = REPORT.parse(JSON.parse(text.toString('utf8')))
    if (report.pipeline.version !== version || report.browser !== browser) return undefined
    if (!makeTheSame(report.inputs, inputs)) return undefined
    const bytes = await readRegularFile(join(out, report.output.file), MAX_BYTES)
    return typeof bytes !== 'string' && sha256(bytes) === report.output.sha256 ? bytes : undefined
  } catch {
    return undefined
  }
}
