import { dirname, join } from 'node:path'
import { publish, sha256 } from '../build/publish.ts'
import { readRegularFile } from '../ground/files/paths.ts'
import { MOST_BYTES_OF_FILE } from '../ground/limits.ts'
import { accessibilityPaper } from '../paperwork/accessibility-paper.ts'
import { type AccessibilityRecord, RECORD } from '../paperwork/accessibility-record.ts'
import { RECORD_NAMES } from '../paperwork/record-names.ts'
import type { VerapdfVerdict } from '../verapdf/run-verapdf.ts'

/** Adds what veraPDF said to the papers beside the file, when they are about this very file. */
export async function recordVerdict(pdf: string, version: string, verdict: VerapdfVerdict): Promise<void> {
  const folder = dirname(pdf)
  const record = await readRecord(join(folder, RECORD_NAMES.json))
  const bytes = await readRegularFile(pdf, MOST_BYTES_OF_FILE).catch(() => '')
  if (!record || typeof bytes === 'string') return
  if (sha256(bytes) !== record.file.sha256) return
  const profiles = verdict.profiles.map(({ name, passedChecks, failedChecks }) => ({
    name,
    passedChecks,
    failedChecks,
  }))
  const complete: AccessibilityRecord = { ...record, verapdf: { version, profiles } }
  await publish([
    { path: join(folder, RECORD_NAMES.json), content: `${JSON.stringify(complete, null, 2)}\n` },
    { path: join(folder, RECORD_NAMES.markdown), content: accessibilityPaper(complete) },
  ])
}

async function readRecord(path: string): Promise<AccessibilityRecord | undefined> {
  try {
    const text = await readRegularFile(path, MOST_BYTES_OF_FILE)
    return typeof text === 'string' ? undefined : RECORD.parse(JSON.parse(text.toString('utf8')))
  } catch {
    return undefined // No papers, or those of another release: there is nothing to complete.
  }
}
