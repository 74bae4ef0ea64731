// `:::include{file=…}`: the text of another file, in the place of the line. So it is part of the text that includes it:
// its notes, figures and headings are counted there.

import { readdir } from 'node:fs/promises'
import { join, posix } from 'node:path'
import { decoded } from '../../ground/decoded.ts'
import { includedLine } from '../../ground/included-lines.ts'
import { nearest } from '../../ground/language/nearest.ts'
import { MOST_BYTES_OF_TEXT } from '../../ground/limits.ts'
import type { TextPart } from '../../model/chapter.ts'
import type { Finding } from '../../model/finding.ts'
import { finding, findingAs } from '../../rules/finding.ts'
import type { FactsOf } from '../../rules/rules.ts'
import { type ReadText, readText } from '../read-text.ts'
import { type IncludeLine, includesIn } from './includes-in.ts'

export interface Expanded {
  readonly text: string
  /** Where its lines come from; undefined for a text that includes none. */
  readonly parts?: readonly TextPart[]
  /** From the root, in the order of their numbers, a file as often as it is included. */
  readonly included: readonly string[]
  readonly findings: readonly Finding[]
}

const DEEPEST = 10

interface Expanding {
  readonly root: string
  readonly lines: string[]
  readonly parts: TextPart[]
  readonly included: string[]
  readonly findings: Finding[]
  readonly read: (file: string) => Promise<ReadText>
  letters: number
}

export async function expandIncludes(text: string, file: string, root: string): Promise<Expanded> {
  if (!/include|--8<--/.test(text) || includesIn(text).length === 0)
    return { text, included: [], findings: [] }
  const known = new Map<string, Promise<ReadText>>()
  const read = (one: string): Promise<ReadText> => {
    const found = known.get(one) ?? readText(root, one)
    known.set(one, found)
    return found
  }
  const expanding: Expanding = { root, lines: [], parts: [], included: [], findings: [], read, letters: 0 }
  await expand(expanding, { text, firstLine: 1, indent: '', number: 0, chain: [file] })
  const { lines, parts, included, findings } = expanding
  return { text: lines.join('\n'), parts, included, findings }
}

interface Piece {
  readonly text: string
  /** Of its file. */
  readonly firstLine: number
  readonly indent: string
  readonly number: number
  /** The files around it, itself at the end. */
  readonly chain: readonly string[]
}

async function expand(to: Expanding, piece: Piece): Promise<void> {
  const { text, firstLine, indent, number } = piece
  const lines = text.split('\n')
  const lineOf = (index: number): number => (number === 0 ? index : includedLine(number, index)) + firstLine
  let next = 0
  const copyTo = (end: number): void => {
    if (end <= next) return
    to.parts.push({ at: to.lines.length + 1, line: lineOf(next) })
    to.lines.push(...lines.slice(next, end).map((line) => (line === '' ? line : indent + line)))
  }
  for (const include of includesIn(text)) {
    copyTo(include.first)
    next = include.last + 1
    const place = {
      file: piece.chain.at(-1)!,
      line: firstLine + include.first,
      column: include.indent.length + 1,
    }
    const fault = await addFile(to, piece, include, lineOf(include.first))
    if (fault) to.findings.push(finding('include-is-found', place, fault))
    const { typed } = include
    const expected = `:::include{file=${include.file}}`
    if (!include.isOurs)
      to.findings.push(finding('markup-is-exact', place, { problem: 'read-as', typed, expected }))
  }
  copyTo(lines.length)
}

/** What is wrong, if anything is: then nothing stands in its place. */
async function addFile(
  to: Expanding,
  { chain, indent }: Piece,
  include: IncludeLine,
  line: number,
): Promise<FactsOf<'include-is-found'> | undefined> {
  const { typed } = include
  const file = posix.normalize(posix.join(posix.dirname(chain.at(-1)!), decoded(include.file)))
  const fault = faultOfPlace(include, file, chain)
  if (fault) return fault
  const { text, findings } = await to.read(file)
  if (text === undefined) {
    const isThere = findings.some(({ rule }) => rule !== 'publication-is-complete')
    to.findings.push(...(isThere ? findings : []))
    return isThere ? undefined : { problem: 'missing', file, suggestion: await nearFile(to.root, file) }
  }
  to.letters += text.length
  if (to.letters > MOST_BYTES_OF_TEXT) return { problem: 'too-much', typed }
  to.included.push(file)
  if (to.included.filter((one) => one === file).length === 1) to.findings.push(...findings)
  const number = to.included.length
  const { body, hasMatter, firstLine } = withoutMatter(text)
  if (hasMatter)
    to.findings.push(findingAs('info', 'include-is-found', { file, line: 1 }, { problem: 'front-matter' }))
  const blank = (): void => {
    to.parts.push({ at: to.lines.length + 1, line })
    to.lines.push('')
  }
  blank()
  await expand(to, {
    text: body,
    firstLine,
    indent: indent + include.indent,
    number,
    chain: [...chain, file],
  })
  blank()
  return undefined
}

/** Why a file is not even looked for. */
function faultOfPlace(
  include: IncludeLine,
  file: string,
  chain: readonly string[],
): FactsOf<'include-is-found'> | undefined {
  const { typed } = include
  if (!include.canStand) return { problem: 'within-a-quotation', typed }
  if (include.file === '') return { problem: 'no-file', typed }
  if (/^[a-z][a-z\d+.-]*:|^[/\\]/i.test(include.file) || file.startsWith('../'))
    return { problem: 'outside', typed }
  if (/^launch\//i.test(file)) return { problem: 'of-launch-day', typed }
  if (chain.includes(file))
    return { problem: 'circle', files: [...chain.slice(chain.indexOf(file)), file].join(' → ') }
  return chain.length > DEEPEST ? { problem: 'too-deep', most: DEEPEST } : undefined
}

/** Front matter is of a text by itself. */
function withoutMatter(text: string): { body: string; hasMatter: boolean; firstLine: number } {
  const matter = /^---[ \t]*\n[\s\S]*?\n(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(text)?.[0]
  if (matter === undefined) return { body: text, hasMatter: false, firstLine: 1 }
  return { body: text.slice(matter.length), hasMatter: true, firstLine: matter.split('\n').length }
}

async function nearFile(root: string, file: string): Promise<string | undefined> {
  const folder = posix.dirname(file)
  const names = await readdir(join(root, folder)).catch(() => [])
  return nearest(posix.basename(file), names)
}
