import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { fileNameOf } from '../ground/edition-files.ts'
import { readRegularFile } from '../ground/files/paths.ts'
import type { Finding } from '../model/finding.ts'
import type { Settings } from '../model/settings.ts'
import { finding } from '../rules/finding.ts'
import { makeTheSame } from './inputs.ts'

const REPORT = z.object({ inputs: z.record(z.string(), z.string()) })
const MAX_BYTES = 256 * 1024 * 1024
const KINDS = ['screen', 'press', 'press-cover', 'job-sheet', 'booklet'] as const

/**
 * Files of editions that this build does not make, left by one of other texts: somebody would send them to the printer. To be
 * asked before anything is written.
 */
export async function earlierFiles(
  inputs: Readonly<Record<string, string>>,
  written: readonly string[],
  { out, fileName }: Pick<Settings, 'out' | 'fileName'>,
): Promise<readonly Finding[]> {
  const before = await inputsBefore(out)
  if (!before || makeTheSame(before, inputs)) return []
  const others = KINDS.map((kind) => fileNameOf(fileName, kind)).filter(
    (name) => !written.includes(join(out, name)),
  )
  const there = await Promise.all(others.map((name) => isThere(join(out, name))))
  const old = others.filter((_, index) => there[index])
  return old.map((actual) => finding('editions-are-of-one-text', {}, { actual }))
}

async function inputsBefore(out: string): Promise<Record<string, string> | undefined> {
  try {
    const text = await readRegularFile(join(out, 'report.json'), MAX_BYTES)
    return REPORT.parse(JSON.parse(text.toString('utf8'))).inputs
  } catch {
    return undefined // No report: nobody can say what the files were made from.
  }
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )
