// What a review changed, written into the texts, with a way back beside the Word file.
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { publish, unwrittenFile } from '../build/publish.ts'
import { replaceFile } from '../build/replace-file.ts'
import type { Finding } from '../model/finding.ts'
import { patchOf } from '../review/patch-of.ts'
import { finding } from '../rules/finding.ts'
import type { ChangedFile } from './reviewed-files.ts'

export interface WrittenReview {
  /** Names of the files that were written. */
  readonly written: readonly string[]
  /** The patch that undoes it; undefined where nothing was written. */
  readonly undo?: string
  readonly findings: readonly Finding[]
}

/** Each file whole or not at all, and none before the way back is on the disk. */
export async function writeReviewed(files: readonly ChangedFile[], word: string): Promise<WrittenReview> {
  if (files.length === 0) return { written: [], findings: [] }
  const undo = await freeName(word.replace(/\.[^./\\]*$/, ''))
  const unwritten = await publish([{ path: undo, content: wayBack(files) }])
  if (unwritten.length > 0) return { written: [], findings: unwritten }
  const written: ChangedFile[] = []
  const findings: Finding[] = []
  for (const file of files) {
    try {
      if (await replaceFile(file.path, file.bytes, Buffer.from(file.becomes))) written.push(file)
      else findings.push(finding('review-text-is-unchanged', { file: file.name }, { problem: 'file' }))
    } catch (error) {
      findings.push(unwrittenFile(file.name, error))
    }
  }
  if (written.length < files.length)
    findings.push(...(await publish([{ path: undo, content: wayBack(written) }])))
  return { written: written.map(({ name }) => name), undo: basename(undo), findings }
}

const wayBack = (files: readonly ChangedFile[]): string =>
  patchOf(files.map(({ name, was, becomes }) => ({ file: name, was: becomes, becomes: was })))

/** A way back from an earlier review stays. */
async function freeName(stem: string): Promise<string> {
  for (let turn = 1; ; turn += 1) {
    const name = `${stem}-undo${turn === 1 ? '' : `-${turn}`}.patch`
    const found = await stat(name).catch(() => undefined)
    if (!found) return name
  }
}
