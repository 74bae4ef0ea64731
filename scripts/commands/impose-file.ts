import { basename } from 'node:path'
import { readRegularFile } from '../ground/files/paths.ts'
import { MOST_BYTES_OF_FILE } from '../ground/limits.ts'
import { inThread } from '../ground/threads/threads.ts'
import type { Imposed, ImpositionPlan } from '../model/booklet.ts'
import { refused } from '../pdf/impose/refused.ts'
import { fileIsWhole } from '../verify/file-is-whole.ts'

export interface ImposeWork {
  readonly bytes: Uint8Array
  readonly plan: ImpositionPlan
  /** For a file that has no title. */
  readonly title: string
}

const PATIENCE_MS = 120_000

/** Puts a file that may be anybody's on sheets, and reads them back. Whatever is wrong with the file is a finding. */
export async function imposeFile(
  path: string,
  plan: ImpositionPlan,
  limits: { readonly bytes?: number; readonly ms?: number } = {},
): Promise<Imposed> {
  const maxBytes = limits.bytes ?? MOST_BYTES_OF_FILE
  const bytes = await readRegularFile(path, maxBytes).catch(() => 'missing' as const)
  if (bytes === 'missing') return refused({ problem: 'missing' })
  if (bytes === 'not-a-file') return refused({ problem: 'no-file' })
  if (bytes === 'too-large')
    return refused({ problem: 'too-large', mostMb: Math.round(maxBytes / 1024 / 1024) })
  try {
    fileIsWhole(bytes)
  } catch (error) {
    return refused({ problem: 'not-whole', reason: (error as Error).message })
  }
  const work: ImposeWork = { bytes, plan, title: basename(path).replace(/\.pdf$/i, '') }
  const thread = new URL('./impose-thread.ts', import.meta.url)
  return inThread<Imposed>(thread, work, limits.ms ?? PATIENCE_MS).catch((error: Error) =>
    refused({ problem: 'not-read-to-its-end' }, error),
  )
}
