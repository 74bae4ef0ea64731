// One file of a folder → a text, by its kind. What is wrong with it leaves out this one, and is told.
import { ArchiveFault } from '../../ground/archives/archive-fault.ts'
import type { Finding } from '../../model/finding.ts'
import { finding, findingOf, lessened, withCause } from '../../rules/finding.ts'
import type { FactsOf } from '../../rules/rules.ts'
import type { FileText, Given } from '../draft.ts'
import { isPage, pageFile } from '../page/page-way.ts'
import { isWord, wordText } from '../word/word-file.ts'
import { IS_MARKDOWN, markdownText } from './markdown-text.ts'

export type KindOfFile = 'markdown' | 'word' | 'page'

/** Undefined for what is no text. */
export function kindOfFile(name: string): KindOfFile | undefined {
  if (IS_MARKDOWN.test(name)) return 'markdown'
  if (isWord(name)) return 'word'
  return isPage(name) ? 'page' : undefined
}

const READERS: Readonly<Record<KindOfFile, (given: Given, name: string) => Promise<FileText>>> = {
  markdown: markdownText,
  word: wordText,
  page: pageFile,
}

export async function fileText(given: Given, name: string): Promise<FileText> {
  try {
    const read = await READERS[kindOfFile(name) ?? 'markdown'](given, name)
    return read.text ? read : { ...read, findings: read.findings.map(lessened) }
  } catch (fault) {
    return { text: undefined, made: new Map(), findings: [withCause(leftOut(fault, name), fault)] }
  }
}

/** Throws what is no fault of the file. */
function leftOut(fault: unknown, file: string): Finding {
  if (!(fault instanceof ArchiveFault)) {
    if ((fault as NodeJS.ErrnoException)?.syscall === undefined) throw fault
    return finding('adopted-file-is-text', { file }, { problem: 'unread' })
  }
  const { breach } = fault
  if (breach.rule === 'word-file-is-read') return findingOf(breach, { file }, 'warning')
  const facts: FactsOf<'adopted-file-is-text'> =
    breach.rule === 'archive-is-safe' && breach.facts.problem === 'file-too-large'
      ? { problem: 'too-large', mostMb: breach.facts.mostMb }
      : { problem: 'unread' }
  return finding('adopted-file-is-text', { file }, facts)
}
