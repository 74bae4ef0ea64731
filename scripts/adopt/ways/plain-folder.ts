// A folder of texts that no tool has a list of: Markdown, Word files and web pages, in the order of their names.
import { posix } from 'node:path'
import type { Finding } from '../../model/finding.ts'
import { finding } from '../../rules/finding.ts'
import type { Draft, WayIn } from '../draft.ts'
import { commonFolder } from './common-folder.ts'
import { type KindOfFile, kindOfFile } from './file-text.ts'
import { listedTexts } from './listed-texts.ts'
import { oneLanguage } from './one-language.ts'
import { only } from './settings-of.ts'
import { treeEntries } from './tree-entries.ts'

export const plainFolder: WayIn = {
  recognise: async ({ files, only }) => only === undefined && files.names.some(isText),
  read: async (given) => {
    const once = eachOnce(given.files.names.filter(isText))
    const site = { root: commonFolder(once.names), list: given.shown, own: undefined, wished: given.language }
    const { names, language, findings } = oneLanguage(once.names, site)
    const draft = await listedTexts(given, {
      is: kindOfFolder(names),
      publication: only({ language }),
      entries: await treeEntries(given, names, commonFolder(names)),
      texts: names,
      findings: [...once.findings, ...findings],
      list: given.shown,
    })
    return wholeWhereAlone(draft)
  },
}

/** Files that are about a repository and not of its text. */
const ABOUT_THE_FOLDER =
  /^(?:contributing|changelog|code_of_conduct|code-of-conduct|license|licence|security|support|pull_request_template|issue_template|adopted(?:-\d+)?)\.\w+$/i

const isText = (name: string): boolean =>
  kindOfFile(name) !== undefined &&
  !ABOUT_THE_FOLDER.test(posix.basename(name)) &&
  !name.split('/').some((part) => part.startsWith('.'))

const KINDS: readonly KindOfFile[] = ['markdown', 'word', 'page']
const rank = (name: string): number => KINDS.indexOf(kindOfFile(name) ?? 'page')

/** `plan.md` beside `plan.docx` and `plan.html`: two of them were made of the first. */
function eachOnce(texts: readonly string[]): {
  readonly names: readonly string[]
  readonly findings: readonly Finding[]
} {
  const stemOf = (name: string): string => name.replace(/\.\w+$/, '')
  const firstOf = new Map<string, string>()
  for (const name of texts) {
    const other = firstOf.get(stemOf(name))
    if (other === undefined || rank(name) < rank(other)) firstOf.set(stemOf(name), name)
  }
  const names: string[] = []
  const findings: Finding[] = []
  for (const file of texts) {
    const taken = firstOf.get(stemOf(file)) ?? file
    if (rank(taken) === rank(file)) names.push(file)
    else findings.push(finding('adopted-file-is-text', { file }, { problem: 'twin', taken }))
  }
  return { names, findings }
}

const IN_WORDS: Readonly<Record<KindOfFile, string>> = {
  markdown: 'Markdown',
  word: 'Word files',
  page: 'web pages',
}

function kindOfFolder(names: readonly string[]): string {
  const words = KINDS.filter((kind) => names.some((name) => kindOfFile(name) === kind)).map(
    (kind) => IN_WORDS[kind],
  )
  return `a folder of ${words.join(', ').replace(/, (?=[^,]*$)/, ' and ')}`
}

/** A zip of Google Docs holds one page and its pictures. */
function wholeWhereAlone(draft: Draft): Draft {
  const [only, more] = draft.texts
  if (only === undefined || more !== undefined || kindOfFile(only.from) === 'markdown') return draft
  return { ...draft, texts: [{ ...only, isWhole: true }] }
}
