// Word files: one, or a folder of them.
import { posix } from 'node:path'
import { ArchiveFault } from '../../ground/archives/archive-fault.ts'
import type { Finding } from '../../model/finding.ts'
import { findingOf } from '../../rules/finding.ts'
import type { Draft, DraftText, Given, WayIn } from '../draft.ts'
import { readWord } from './read-word.ts'
import { refuseOthers } from './refuse-others.ts'

const MOST_BYTES = 512 * 1024 * 1024
const IS_WORD = /\.(?:docx|docm|dotx|dotm)$/i
/** What other programs, and Word before 2007, write: it is told what to do with it. */
const IS_NEAR = /\.(?:doc|dot|odt|ott|fodt|rtf|pages|wpd|wps)$/i
const IS_TEXT = /\.(?:md|markdown|mdx|qmd|html?)$/i

export const wordFile: WayIn = {
  recognise: async ({ files, only }) =>
    only === undefined
      ? files.names.some(isWord) && !files.names.some((name) => IS_TEXT.test(name))
      : IS_WORD.test(only) || IS_NEAR.test(only),
  read: async (given) => (given.only === undefined ? readFolder(given) : readOne(given, given.only)),
}

/** Word keeps a file of its own beside one that is open: `~$draft.docx`. */
const isWord = (name: string): boolean => IS_WORD.test(name) && !/^[~.]/.test(posix.basename(name))

async function readOne(given: Given, name: string): Promise<Draft> {
  const { publication, text, made, findings } = await readFile(given, name)
  return { is: 'a Word file', publication, texts: [text], made, findings }
}

/** In the order of their names. Each is a chapter. */
async function readFolder(given: Given): Promise<Draft> {
  const texts: DraftText[] = []
  const findings: Finding[] = []
  const made = new Map<string, Uint8Array>()
  let publication: Draft['publication'] | undefined
  for (const name of given.files.names.filter(isWord)) {
    try {
      const one = await readFile(given, name)
      const { title: _, subtitle: __, ...rest } = one.publication
      publication ??= rest
      texts.push(one.text)
      findings.push(...one.findings)
      for (const [file, bytes] of one.made) made.set(file, bytes)
    } catch (fault) {
      if (!(fault instanceof ArchiveFault)) throw fault
      findings.push(findingOf(fault.breach, { file: name }))
    }
  }
  return { is: 'a folder of Word files', publication: publication ?? {}, texts, made, findings }
}

async function readFile(given: Given, name: string) {
  const bytes = await given.files.read(name, MOST_BYTES)
  refuseOthers(bytes)
  return readWord(bytes, name, given.questions)
}
