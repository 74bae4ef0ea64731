import { join } from 'node:path'
import type { Finding } from '../model.ts'
import { insidePath, readRegularFile } from '../paths.ts'
import { finding } from '../rules.ts'

const LIMIT = 2 * 1024 * 1024

/** The text of a YAML file of the publication; undefined when there is none or when a finding says why not. */
export async function readText(
  root: string,
  file: string,
): Promise<{ text?: string; findings: readonly Finding[] }> {
  const found = await insidePath(root, file)
  if ('problem' in found) {
    if (found.problem === 'missing') return { findings: [] }
    return { findings: [finding('path-stays-inside', { file }, { actual: file })] }
  }
  const bytes = await readRegularFile(found.path, LIMIT).catch((error: Error) => error)
  if (bytes instanceof Error)
    return { findings: [finding('yaml-is-sound', { file }, { actual: 'the file cannot be opened' }, bytes)] }
  if (bytes === 'too-large')
    return { findings: [finding('file-is-small', { file }, { actual: 'more than 2' })] }
  if (bytes === 'not-a-file')
    return { findings: [finding('yaml-is-sound', { file }, { actual: 'it is not a file' })] }
  return decode(bytes, file)
}

/** File names by `join`, as findings show them. */
export const publicationFile = (folder: string, name: string): string =>
  join(folder, name).replaceAll('\\', '/')

function decode(bytes: Buffer, file: string): { text?: string; findings: readonly Finding[] } {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll('\r\n', '\n')
    if (text.includes('\0')) throw new Error('NUL')
    return { text, findings: [] }
  } catch {
    return { findings: [finding('file-is-utf8', { file }, { actual: 'it holds bytes that are no letters' })] }
  }
}
