// One file from the disk, checked as bytes and characters before anything parses it.

import { type DecodedText, decodeText } from '../ground/files/decode-text.ts'
import { insidePath, readRegularFile } from '../ground/files/paths.ts'
import { unsettledMerge } from '../ground/files/unsettled-merge.ts'
import { MOST_BYTES_OF_TEXT } from '../ground/limits.ts'
import { tangleIn } from '../ground/tangle-in.ts'
import type { Finding } from '../model/finding.ts'
import { breach, finding, findingOf } from '../rules/finding.ts'
import type { FactsOf, RuleId } from '../rules/rules.ts'
import { CONTROL_CHARACTER, withoutControls } from './control-characters.ts'

const MAX_CONTROL_FINDINGS = 20

/** Someone else’s file, or a link to nothing. */
const UNREADABLE = { problem: 'text-cannot-be-opened' } as const

export interface ReadText {
  /** Missing when the file cannot be used; the findings say why. */
  readonly text?: string
  readonly findings: readonly Finding[]
}

/** Line ends become `\n`, a byte order mark goes, both without a word: editors put them there. */
export async function readText(root: string, file: string): Promise<ReadText> {
  const refuse = <Id extends RuleId>(rule: Id, facts: FactsOf<Id>, line = 1): ReadText => ({
    findings: [findingOf(breach(rule, facts), { file, line })],
  })
  const found = await insidePath(root, file)
  if ('problem' in found) {
    return found.problem === 'outside'
      ? refuse('path-stays-inside', { path: file })
      : refuse('publication-is-complete', UNREADABLE)
  }
  const bytes = await readRegularFile(found.path, MOST_BYTES_OF_TEXT).catch(
    (fault: NodeJS.ErrnoException) => fault,
  )
  if (bytes === 'too-large') return refuse('file-is-small', { megabytes: 'over 2' })
  if (bytes === 'not-a-file') return refuse('file-is-utf8', { problem: 'no-file' })
  if (bytes instanceof Error) return refuse('publication-is-complete', UNREADABLE)
  const read = decodeText(bytes)
  if ('problem' in read) return refuse('file-is-utf8', read)
  const decoded = { text: read.text.replace(/\r\n?/g, '\n') }
  const tangle = tangleIn(decoded.text)
  if (tangle) {
    const { line, ...facts } = tangle
    return refuse('nesting-is-shallow', facts, line)
  }
  if (decoded.text.trim() === '') return { findings: [finding('file-has-text', { file, line: 1 })] }
  const merge = unsettledMerge(decoded.text)
  if (merge) return refuse('merge-is-settled', { lines: merge.lines }, merge.first)
  const { text, findings } = withControlsReported(decoded.text, file)
  return { ...(text === undefined ? {} : { text }), findings: [...codingOf(read, file), ...findings] }
}

/** Read with certainty, or by what it looks like: then a word of it is shown. */
function codingOf({ coding, sample }: DecodedText, file: string): readonly Finding[] {
  if (!coding) return []
  const place = { file, line: sample?.line ?? 1 }
  return [finding('file-is-in-utf8', place, { coding, sample: sample?.word })]
}

function withControlsReported(text: string, file: string): ReadText {
  if (text.search(CONTROL_CHARACTER) < 0) return { text, findings: [] }
  const findings: Finding[] = []
  for (const [index, line] of text.split('\n').entries()) {
    for (const [character] of line.matchAll(CONTROL_CHARACTER)) {
      const code = character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')
      if (findings.length < MAX_CONTROL_FINDINGS) {
        findings.push(
          finding('control-characters-are-gone', { file, line: index + 1 }, { character: `U+${code}` }),
        )
      }
    }
  }
  return { text: withoutControls(text), findings }
}
