// The tables of one file of data/.
import { insidePath, readRegularFile } from '../../ground/files/paths.ts'
import { MEGABYTE } from '../../ground/limits.ts'
import type { DataQuestion } from '../../model/data.ts'
import type { Finding } from '../../model/finding.ts'
import { finding } from '../../rules/finding.ts'

export interface TablesContext {
  readonly root: string
  /** `data/use.xlsx`. */
  readonly file: string
  /** `use.xlsx`. */
  readonly name: string
  /** `use`, where nothing else is called so. */
  readonly id: string
  readonly language: string
}

export interface Tables {
  readonly questions: readonly DataQuestion[]
  readonly findings: readonly Finding[]
}

/** Its bytes, or why there are none. */
export async function bytesOfTable(
  { root, file }: TablesContext,
  mostMegabytes: number,
): Promise<Buffer | Finding> {
  const found = await insidePath(root, file)
  if ('problem' in found) return finding('path-stays-inside', { file }, { path: file })
  const bytes = await readRegularFile(found.path, mostMegabytes * MEGABYTE).catch((error: Error) => error)
  if (bytes instanceof Error) {
    const facts = { problem: 'file-cannot-be-opened' } as const
    return finding('publication-is-complete', { file }, facts, bytes)
  }
  if (bytes === 'too-large')
    return finding('sheet-is-read', { file }, { problem: 'part-too-large', megabytes: mostMegabytes })
  if (bytes === 'not-a-file')
    return finding('publication-is-complete', { file }, { problem: 'no-file-of-text' })
  return bytes
}
