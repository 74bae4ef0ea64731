// A list of chapters, wherever a tool keeps it → the draft: its texts in its order, and a word on what it does not name.
import type { Finding } from '../../model/finding.ts'
import { finding } from '../../rules/finding.ts'
import type { Draft, DraftText, Given, Matter } from '../draft.ts'
import { bringIncludes } from './bring-includes.ts'
import { withoutComponents } from './components.ts'
import { kindOfText } from './kind-of-text.ts'
import { markdownText } from './markdown-text.ts'

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
}

export async function listedTexts(given: Given, book: Book): Promise<Draft> {
  const { is, publication, list } = book
  const findings: Finding[] = [...book.findings]
  const texts: DraftText[] = []
  const made = new Map<string, Uint8Array>()
  const known = new Set(given.files.names)
  const seen = new Set<string>()
  for (const { name, ...rest } of book.entries) {
    if (seen.has(name)) continue
    seen.add(name)
    if (!known.has(name)) {
      const problem = name.startsWith('..') || name.startsWith('/') ? 'outside' : 'missing'
      findings.push(finding('adopted-list-is-followed', { file: list }, { problem, entry: name }))
      continue
    }
    const read = await markdownText(given, name)
    findings.push(...read.findings)
    for (const [file, bytes] of read.made) made.set(file, bytes)
    if (!read.text) continue
    const isProgram = book.hasComponents || /\.mdx$/i.test(name)
    const plain = isProgram ? withoutComponents(read.text) : { text: read.text, findings: [] }
    findings.push(...plain.findings)
    texts.push({ ...plain.text, kind: kindOfText(read.text), ...rest })
  }
  const included = await bringIncludes(given, texts)
  for (const [file, bytes] of included.made) made.set(file, bytes)
  findings.push(...included.findings)
  for (const { from } of included.texts) seen.add(from)
  const left = book.texts.filter((name) => !seen.has(name))
  if (left.length > 0) {
    const facts = {
      problem: 'unlisted',
      files: left.map((name) => `\`${name}\``).join(', '),
      count: left.length,
    } as const
    findings.push(finding('adopted-list-is-followed', { file: list }, facts))
  }
  return { is, publication, texts: withoutEmpty(included.texts), made, findings }
}

/** A file that stands for a folder and says nothing, or for a home page that is made of settings alone. */
const withoutEmpty = (texts: readonly DraftText[]): DraftText[] =>
  texts.filter(
    ({ markdown, matter }) => markdown.trim() !== '' || (texts.length === 1 && matter.title !== undefined),
  )
