// A list of chapters, wherever a tool keeps it → the draft: its texts in its order, and a word on what it does not
// name.
import type { Finding } from '../../model/finding.ts'
import { finding } from '../../rules/finding.ts'
import type { Draft, DraftText, Given, Matter } from '../draft.ts'
import { amongOthers, mergedPublication } from '../merged-publication.ts'
import { isPage } from '../page/page-way.ts'
import { bringIncludes } from './bring-includes.ts'
import { commonFolder } from './common-folder.ts'
import { withoutComponents } from './components.ts'
import { fileText, kindOfFile } from './file-text.ts'
import { kindOfText } from './kind-of-text.ts'
import { asBibliography, worksOfTexts } from './works-named.ts'

/** A line of the list. */
export interface Entry {
  /** The file that it names, from the folder that was given. */
  readonly name: string
  readonly listed?: string
  readonly part?: string
  readonly place?: 'front' | 'back'
}

export interface Book {
  readonly is: string
  readonly publication: Matter
  readonly entries: readonly Entry[]
  /** Texts that the list could have named. */
  readonly texts: readonly string[]
  readonly findings: readonly Finding[]
  /** The file that has the list, for findings. */
  readonly list: string
  /** Whether its tool takes components of a program in any text, and not only in `.mdx`. */
  readonly hasComponents?: boolean
  /** Files of works that its settings name. */
  readonly works?: readonly string[]
}

export async function listedTexts(given: Given, book: Book): Promise<Draft> {
  const { is, list } = book
  const findings: Finding[] = [...book.findings]
  const texts: DraftText[] = []
  const told: Matter[] = []
  const made = new Map<string, Uint8Array>()
  const known = new Set(given.files.names)
  const seen = new Set<string>()
  for (const { name, ...rest } of book.entries) {
    if (seen.has(name)) continue
    seen.add(name)
    const fault = faultOfEntry(name, known, list)
    if (fault) {
      findings.push(fault)
      continue
    }
    const read = await fileText(given, name)
    findings.push(...read.findings)
    for (const [file, bytes] of read.made) made.set(file, bytes)
    if (!read.text) continue
    const own = read.publication ?? {}
    told.push(own)
    const isProgram = /\.mdx$/i.test(name) || (book.hasComponents && kindOfFile(name) === 'markdown')
    const plain = isProgram ? withoutComponents(read.text) : { text: read.text, findings: [] }
    findings.push(...plain.findings)
    const text = book.entries.length > 1 ? amongOthers(plain.text, own) : plain.text
    texts.push({ ...text, kind: kindOfText(read.text), ...rest })
  }
  const included = await bringIncludes(given, texts)
  for (const [file, bytes] of included.made) made.set(file, bytes)
  findings.push(...included.findings)
  for (const { from } of included.texts) seen.add(from)
  const left = [...book.texts, ...pagesAmong(given, book.texts)].filter((name) => !seen.has(name))
  findings.push(...unlisted(left, list))
  const publication = { ...mergedPublication(told, book.entries.length > 1), ...book.publication }
  const works = [...(book.works ?? []), ...worksOfTexts(given, included.texts)]
  const written = works.length > 0 ? included.texts.map(asBibliography) : included.texts
  return { is, publication, texts: withoutEmpty(written), works: [...new Set(works)], made, findings }
}

function unlisted(left: readonly string[], list: string): Finding[] {
  const facts = { problem: 'unlisted', files: namesInWords(left), count: left.length } as const
  return left.length > 0 ? [finding('adopted-list-is-followed', { file: list }, facts)] : []
}

/** Why what a list names is no text that can be read. */
function faultOfEntry(name: string, known: ReadonlySet<string>, list: string): Finding | undefined {
  if (!known.has(name)) {
    const problem = name.startsWith('..') || name.startsWith('/') ? 'outside' : 'missing'
    return finding('adopted-list-is-followed', { file: list }, { problem, entry: name })
  }
  return kindOfFile(name) === undefined
    ? finding('adopted-file-is-text', { file: name }, { problem: 'other-kind', saveAs: 'plain' })
    : undefined
}

/** A file that stands for a folder and says nothing, or for a home page that is made of settings alone. */
const withoutEmpty = (texts: readonly DraftText[]): DraftText[] =>
  texts.filter(
    ({ markdown, matter }) => markdown.trim() !== '' || (texts.length === 1 && matter.title !== undefined),
  )

/** Pages that lie among the texts, and are no templates and nothing that was made of them. */
function pagesAmong({ files }: Given, texts: readonly string[]): string[] {
  const folder = commonFolder(texts)
  const known = new Set(texts)
  return files.names.filter(
    (name) =>
      isPage(name) &&
      (folder === '' || name.startsWith(`${folder}/`)) &&
      !/(?:^|\/)(?:_[^/]*|layouts|templates|theme|themes|overrides|partials|site|public|build|dist|out|book)\//.test(
        name,
      ) &&
      !known.has(name),
  )
}

const MOST_NAMES = 60

function namesInWords(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).map((name) => `\`${name}\``)
  return names.length > MOST_NAMES
    ? `${shown.join(', ')} and ${names.length - MOST_NAMES} more`
    : shown.join(', ')
}
