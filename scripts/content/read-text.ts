// One file from the disk, checked as bytes and characters before anything parses it.
import type { Finding } from '../model.ts'
import { insidePath, readRegularFile } from '../paths.ts'
import { finding, type RuleId } from '../rules.ts'
import { unsettledMerge } from '../unsettled-merge.ts'
import { CONTROL_CHARACTER, withoutControls } from './control-characters.ts'
import { crowdedParagraph, MOST_SIGNS } from './crowded-paragraph.ts'
import { nestingDepth } from './nesting-depth.ts'

const MAX_BYTES = 2 * 1024 * 1024
const MAX_DEPTH = 100
const MAX_CONTROL_FINDINGS = 20

/** Someone else’s file, or a link to nothing. */
const UNREADABLE = { actual: 'This file cannot be opened.', mend: 'Check where it is, and who may read it.' }

export interface ReadText {
  /** Missing when the file cannot be used; the findings say why. */
  readonly text?: string
  readonly findings: readonly Finding[]
}

/** Line ends become `\n`, a byte order mark goes, both without a word: editors put them there. */
export async function readText(root: string, file: string): Promise<ReadText> {
  const refuse = (rule: RuleId, facts: Record<string, string | number> = {}, line = 1): ReadText => ({
    findings: [finding(rule, { file, line }, facts)],
  })
  const found = await insidePath(root, file)
  if ('problem' in found) {
    return found.problem === 'outside'
      ? refuse('path-stays-inside', { actual: file })
      : refuse('publication-is-complete', UNREADABLE)
  }
  const bytes = await readRegularFile(found.path, MAX_BYTES).catch((fault: NodeJS.ErrnoException) => fault)
  if (bytes === 'too-large') return refuse('file-is-small', { actual: 'over 2' })
  if (bytes === 'not-a-file')
    return refuse('file-is-utf8', { actual: 'it is no file but something else of that name' })
  if (bytes instanceof Error) return refuse('publication-is-complete', UNREADABLE)
  const decoded = decode(bytes)
  if ('problem' in decoded) return refuse('file-is-utf8', { actual: decoded.problem })
  const deepest = nestingDepth(decoded.text)
  if (deepest.depth > MAX_DEPTH) return refuse('nesting-is-shallow', { actual: deepest.depth }, deepest.line)
  const crowd = crowdedParagraph(decoded.text)
  if (crowd.signs > MOST_SIGNS)
    return refuse('nesting-is-shallow', { actual: crowd.signs, other: 'crowded' }, crowd.line)
  if (decoded.text.trim() === '') return refuse('file-has-text')
  const merge = unsettledMerge(decoded.text)
  if (merge) return refuse('merge-is-settled', { actual: merge.lines }, merge.first)
  return withControlsReported(decoded.text, file)
}

function decode(bytes: Buffer): { text: string } | { problem: string } {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    return { problem: 'it is UTF-16' }
  const zero = bytes.indexOf(0)
  if (zero >= 0 && zero < 8000) {
    return {
      problem:
        bytes.subarray(0, 200).filter((byte) => byte === 0).length > 50
          ? 'it is UTF-16'
          : 'it holds binary data',
    }
  }
  try {
    // The decoder takes a byte order mark away by itself.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return { text: text.replace(/\r\n?/g, '\n') }
  } catch {
    return { problem: `the bytes on line ${lineOfBrokenByte(bytes)} are no UTF-8` }
  }
}

function lineOfBrokenByte(bytes: Buffer): number {
  const lines = bytes.toString('utf8').split('\n')
  return lines.findIndex((line) => line.includes('\uFFFD')) + 1
}

function withControlsReported(text: string, file: string): ReadText {
  if (text.search(CONTROL_CHARACTER) < 0) return { text, findings: [] }
  const findings: Finding[] = []
  for (const [index, line] of text.split('\n').entries()) {
    for (const [character] of line.matchAll(CONTROL_CHARACTER)) {
      const code = character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')
      if (findings.length < MAX_CONTROL_FINDINGS) {
        findings.push(
          finding('control-characters-are-gone', { file, line: index + 1 }, { actual: `U+${code}` }),
        )
      }
    }
  }
  return { text: withoutControls(text), findings }
}
