// A folder of Markdown in the order of names, or one file of it.
import { posix } from 'node:path'
import type { Finding } from '../../model/finding.ts'
import type { Draft, DraftText, Given, WayIn } from '../draft.ts'
import { compareNames } from './compare-names.ts'
import { IS_MARKDOWN, markdownText } from './markdown-text.ts'

export const markdownFolder: WayIn = {
  recognise: async ({ files, only }) =>
    only === undefined ? files.names.some(isText) : IS_MARKDOWN.test(only),
  read: async (given) => (given.only === undefined ? readFolder(given) : readFile(given, given.only)),
}

async function readFile(given: Given, name: string): Promise<Draft> {
  const { text, findings } = await markdownText(given, name)
  return {
    is: 'one file of Markdown',
    publication: {},
    texts: text ? [{ ...text, isWhole: true }] : [],
    made: new Map(),
    findings,
  }
}

async function readFolder(given: Given): Promise<Draft> {
  const names = given.files.names.filter(isText).sort(inReadingOrder)
  const texts: DraftText[] = []
  const findings: Finding[] = []
  for (const name of names) {
    const read = await markdownText(given, name)
    findings.push(...read.findings)
    if (!read.text) continue
    if (isForTheFolder(name) && texts.length > 0 && read.text.markdown.trim() === '') continue
    const part = name.includes('/') ? partOf(name, texts) : undefined
    texts.push({ ...read.text, kind: kindOf(name, read.text), ...(part ? { part } : {}) })
  }
  return { is: 'a folder of Markdown', publication: {}, texts, made: new Map(), findings }
}

/** Files that are about a repository and not of its text. */
const ABOUT_THE_FOLDER =
  /^(?:contributing|changelog|code_of_conduct|code-of-conduct|license|licence|security|support|pull_request_template|issue_template|adopted(?:-\d+)?)\.\w+$/i

const isText = (name: string): boolean =>
  IS_MARKDOWN.test(name) &&
  !ABOUT_THE_FOLDER.test(posix.basename(name)) &&
  !name.split('/').some((part) => part.startsWith('.'))

const isForTheFolder = (name: string): boolean => /^(?:readme|index|_index)\./i.test(posix.basename(name))

/** By names, `chapter-2` before `chapter-10`; what stands for a folder is the first in it. */
function inReadingOrder(a: string, b: string): number {
  const [one, other] = [a.split('/'), b.split('/')]
  const depth = one.findIndex((part, index) => part !== other[index])
  const isLast = [one.length - 1 === depth, other.length - 1 === depth]
  const [first = '', second = ''] = [one[depth], other[depth]]
  const rank = (name: string, last: boolean | undefined): number => (last && isForTheFolder(name) ? 0 : 1)
  return rank(first, isLast[0]) - rank(second, isLast[1]) || compareNames(first, second)
}

const partOf = (_name: string, _before: readonly DraftText[]): string | undefined => undefined

const kindOf = (name: string, { matter }: DraftText): DraftText['kind'] =>
  /^case[-_ ]?stud(?:y|ies)$|^studies$/i.test(name.split('/').at(-2) ?? '') ||
  /^case[-_ ]?study$/i.test(String(matter.type ?? ''))
    ? 'case-study'
    : 'chapter'
