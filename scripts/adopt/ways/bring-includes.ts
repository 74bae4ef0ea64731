// Lines that ask for another text, as other tools write them → ours, and the texts that they name, as parts. What is
// not there, and what only a program could make, is told and shown as it was typed.
import { posix } from 'node:path'
import type { Finding } from '../../model/finding.ts'
import { finding } from '../../rules/finding.ts'
import type { DraftText, Given } from '../draft.ts'
import { fileText } from './file-text.ts'
import { IS_MARKDOWN } from './markdown-text.ts'

export interface Included {
  /** Those that were given, then the parts. */
  readonly texts: readonly DraftText[]
  readonly made: ReadonlyMap<string, Uint8Array>
  readonly findings: readonly Finding[]
}

export async function bringIncludes(given: Given, texts: readonly DraftText[]): Promise<Included> {
  const known = new Set(given.files.names)
  const seen = new Set(texts.map(({ from }) => from))
  const made = new Map<string, Uint8Array>()
  const findings: Finding[] = []
  const done: DraftText[] = []
  const waiting = [...texts]
  for (let text = waiting.shift(); text; text = waiting.shift()) {
    const { respelt, files, left } = respell(text, known)
    findings.push(...left)
    done.push(respelt)
    for (const file of files) {
      if (seen.has(file)) continue
      seen.add(file)
      const read = await fileText(given, file)
      findings.push(...read.findings)
      for (const [name, bytes] of read.made) made.set(name, bytes)
      if (read.text) waiting.push({ ...read.text, isPart: true })
    }
  }
  return { texts: done, made, findings }
}

/** Snippets of MkDocs, mdBook, Quarto and Hugo, Jekyll and Liquid, each on a line of its own. */
const ASKS = [
  /^[ \t]{0,3}-{1,}8<-{1,}[ \t]+["']([^"'\n]{1,300})["'][ \t]*$/,
  /^[ \t]{0,3}\{\{#include[ \t]+([^{}\n]{1,300})\}\}[ \t]*$/,
  /^[ \t]{0,3}\{\{<[ \t]*include[ \t]+["']?([^"'{}<>\n]{1,300}?)["']?[ \t]*>\}\}[ \t]*$/,
  /^[ \t]{0,3}\{%-?[ \t]*include(?:_relative|-markdown)?[ \t]+["']?([^"'{}%\n]{1,300}?)["']?[ \t]*-?%\}[ \t]*$/,
]
/** Of mkdocstrings: what a program says of itself. */
const OF_A_PROGRAM = /^:::[ \t]+[A-Za-z_]\w*(?:\.\w+)+[ \t]*$/
const FENCE = /^[ \t]{0,3}(`{3,}|~{3,})/

function respell(text: DraftText, known: ReadonlySet<string>) {
  const files: string[] = []
  const typed: string[] = []
  const left: Finding[] = []
  const originals = (text.original ?? text.markdown).split('\n')
  let fence = ''
  const before = text.markdown.split('\n')
  const apart = (block: string, index: number): string =>
    (before[index - 1]?.trim() ? '\n' : '') + block + (before[index + 1]?.trim() ? '\n' : '')
  const lines = before.map((line, index) => {
    const mark = FENCE.exec(line)?.[1] ?? ''
    if (fence !== '') {
      if (mark.startsWith(fence)) fence = ''
      return line
    }
    fence = mark
    const path = ASKS.map((asks) => asks.exec(line)?.[1]?.trim()).find((found) => found !== undefined)
    if (path === undefined && !OF_A_PROGRAM.test(line)) return line
    const file = path === undefined ? undefined : fileMeant(path, text.from, known)
    if (file !== undefined) {
      files.push(file)
      typed.push(line)
      return apart(`:::include{file="${posix.relative(posix.dirname(text.from), file)}"}\n:::`, index)
    }
    const at = { file: text.from, line: originals.indexOf(line) + 1 }
    left.push(finding('adopted-program-is-left', at, { problem: 'snippet', snippet: line.trim() }))
    return apart(`\`${line.trim()}\``, index)
  })
  if (files.length + left.length === 0) return { respelt: text, files, left }
  const respelt = { ...text, markdown: lines.join('\n'), told: [...(text.told ?? []), ...typed] }
  return { respelt, files, left }
}

const FOLDERS = ['', 'docs', 'includes', '_includes', 'docs/includes', 'snippets', 'docs/snippets']

/** As seen from the text, or from where tools look for such files. A text is not its own part. */
function fileMeant(path: string, from: string, known: ReadonlySet<string>): string | undefined {
  if (!IS_MARKDOWN.test(path) || /["{}]/.test(path)) return undefined
  return [posix.dirname(from), ...FOLDERS]
    .map((folder) => posix.normalize(posix.join(folder, path)))
    .find((name) => name !== from && known.has(name))
}
