import { join } from 'node:path'
import { decodeText } from '../ground/files/decode-text.ts'
import { insidePath, readRegularFile } from '../ground/files/paths.ts'
import { unsettledMerge } from '../ground/files/unsettled-merge.ts'
import { MOST_BYTES_OF_TEXT } from '../ground/limits.ts'
import type { Finding } from '../model/finding.ts'
import { finding } from '../rules/finding.ts'

/** The text of a YAML file below `root`; undefined when there is none or when a finding, on `shown`, says why not. */
export async function readSettingsFile(
  root: string,
  file: string,
  shown: string = file,
): Promise<{ text?: string; findings: readonly Finding[] }> {
  const found = await insidePath(root, file)
  if ('problem' in found) {
    if (found.problem === 'missing') return { findings: [] }
    return { findings: [finding('path-stays-inside', { file: shown }, { path: shown })] }
  }
  const bytes = await readRegularFile(found.path, MOST_BYTES_OF_TEXT).catch((error: Error) => error)
  if (bytes instanceof Error) {
    const facts = { problem: 'file-cannot-be-opened' } as const
    return { findings: [finding('publication-is-complete', { file: shown }, facts, bytes)] }
  }
  if (bytes === 'too-large')
    return { findings: [finding('file-is-small', { file: shown }, { megabytes: 'more than 2' })] }
  if (bytes === 'not-a-file') {
    const facts = { problem: 'no-file-of-text' } as const
    return { findings: [finding('publication-is-complete', { file: shown }, facts)] }
  }
  const read = decodedText(bytes, shown)
  const merge = unsettledMerge(read.text ?? '')
  if (!merge) return read
  return {
    findings: [finding('merge-is-settled', { file: shown, line: merge.first }, { lines: merge.lines })],
  }
}

/** File names by `join`, as findings show them. */
export const publicationFile = (folder: string, name: string): string =>
  join(folder, name).replaceAll('\\', '/')

/** Its text, or why it is none; and in what else than UTF-8 it was. */
export function decodedText(bytes: Buffer, file: string): { text?: string; findings: readonly Finding[] } {
  const read = decodeText(bytes)
  if ('problem' in read || read.text.includes('\0')) {
    return { findings: [finding('file-is-utf8', { file }, { problem: 'no-letters' })] }
  }
  const { coding, sample } = read
  const place = { file, line: sample?.line ?? 1 }
  return {
    text: read.text.replaceAll('\r\n', '\n').normalize('NFC'),
    findings: coding ? [finding('file-is-in-utf8', place, { coding, sample: sample?.word })] : [],
  }
}
