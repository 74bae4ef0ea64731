import { dirname, join } from 'node:path'
import { checkPublication } from '../../scripts/build/pipeline.ts'
import { resolveSettings } from '../../scripts/build/resolve-settings.ts'
import { timeStages } from '../../scripts/build/stages.ts'

/** Errors of the texts of a publication, each with its place. */
export async function errorsIn(root: string): Promise<readonly string[]> {
  const { settings, findings } = await resolveSettings(
    { root },
    { WHITEPAPER_CACHE: join(dirname(root), 'cache') },
  )
  if (!settings) return findings.map((one) => one.message)
  const checked = await checkPublication(
    settings,
    timeStages({ begin() {}, end() {}, done() {} }, () => false),
  )
  return checked.findings
    .filter((one) => one.severity === 'error')
    .map((one) => `${one.place.file}:${one.place.line} ${one.message}`)
}
