// Markdown with components of a program (MDX, Vue): what stands between their tags is text, and stays; lines that only a
// program reads, and the tags, are left out and told.
import type { Finding } from '../../model/finding.ts'
import { finding } from '../../rules/finding.ts'
import type { DraftText } from '../draft.ts'

const PROGRAM =
  /^(?:import\s[^\n]*?(?:from\s+)?['"][^'"\n]+['"];?[^\S\n]*|import\s*\{[^}]{0,2000}\}\s*from\s*['"][^'"\n]+['"];?[^\S\n]*|export\s+(?:const|let|function|default|async)\b[^\n]*(?:\n(?![^\S\n]*\n)[^\n]*)*)$/gm
const SCRIPT = /<(script|style)\b[^>]{0,300}>[\s\S]*?<\/\1>/gi
const TAG =
  /<(\/?)([A-Z][\w.]*)((?:\s+[\w:@#.-]+(?:=(?:"[^"]*"|'[^']*'|\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}))?|\s*\{\.\.\.[^{}]*\})*)\s*(\/?)>/g
const REMARK = /\{\/\*([\s\S]*?)\*\/\}/g

/** Those of a label, whose words are a block of their own. */
const LABELLED =
  /^(?:TabItem|Tab|Accordion|AccordionItem|Collapse|Step|Card|Expandable|CodeGroupItem|Details)$/
const MOST_COLONS = 9

export function withoutComponents(text: DraftText): {
  readonly text: DraftText
  readonly findings: readonly Finding[]
} {
  const programs: string[] = []
  const names = new Map<string, number>()
  const words: string[] = []
  const tags: string[] = []
  const remarks: string[] = []
  const open: { name: string; colons: string }[] = []
  const tag = (whole: string, slash: string, name: string, given: string, closed: string): string => {
    if (slash === '/') {
      const at = open.findLastIndex((one) => one.name === name)
      const colons = at < 0 ? '' : (open[at]?.colons ?? '')
      if (at >= 0) open.length = at
      return colons === '' ? '' : `\n\n${colons}\n\n`
    }
    names.set(name, (names.get(name) ?? 0) + 1)
    tags.push(whole)
    const values = [...given.matchAll(/([\w-]+)=(?:"([^"]*)"|'([^']*)'|\{\s*['"`]([^'"`{}]*)['"`]\s*\})/g)]
    const label = values.find(([, key = '']) => /^(?:label|title|summary|header)$/.test(key))
    words.push(
      ...values
        .filter((one) => one !== label || closed === '/' || !LABELLED.test(name))
        .map((one) => one[2] ?? one[3] ?? one[4] ?? ''),
    )
    const braced = whole.replace(/"[^"]*"|'[^']*'/g, '')
    if (braced.includes('{')) words.push(braced)
    if (closed === '/') return ''
    const isLabelled = label !== undefined && LABELLED.test(name)
    const depth = open.filter(({ colons }) => colons !== '').length
    const colons = isLabelled ? ':'.repeat(Math.max(3, MOST_COLONS - depth)) : ''
    open.push({ name, colons })
    return isLabelled
      ? `\n\n${colons}details[${(label[2] ?? label[3] ?? label[4] ?? '').replace(/[[\]]/g, '\\$&')}]\n\n`
      : ''
  }
  const asked: string[] = []
  const markdown = outsideOfCode(dedented(text.markdown), (part) =>
    withAddresses(part)
      .replace(SCRIPT, (found) => leave(found, programs))
      .replace(PROGRAM, (found) => leave(found, programs))
      .replace(REMARK, (_, said: string) => {
        remarks.push(said)
        return `<!--${said.replaceAll('--', '- -')}-->`
      })
      .replace(TAG, tag)
      .replace(EXPRESSION, (found) => {
        asked.push(found)
        return found
      }),
  )
  const lineOf = lineIn(text.original ?? '')
  const findings = [
    ...tell({ file: text.from, programs, names, words, tags, lineOf }),
    ...[...new Set(asked)].map((snippet) =>
      finding(
        'adopted-program-is-left',
        { file: text.from, ...lineOf(snippet) },
        { problem: 'snippet', snippet },
      ),
    ),
  ]
  const told = [...(text.told ?? []), ...programs, ...words, ...tags, ...remarks, ...names.keys()]
  return {
    text: {
      ...text,
      markdown: findings.length > 0 ? markdown.replace(/\n{3,}/g, '\n\n') : text.markdown,
      told,
    },
    findings,
  }
}

function leave(found: string, programs: string[]): string {
  programs.push(found.trim())
  return ''
}

const ADDRESS =
  /=\{\s*(?:require|useBaseUrl|withBase)\(\s*(['"])([^'"{}\n]{1,500})\1\s*\)(?:\.default)?\s*\}/g
const IMPORTED = /^import\s+(\w+)\s+from\s+['"]([^'"\n]+\.(?:png|jpe?g|gif|svg|webp|avif))['"]/gm

/** Pictures whose path is a word of the program, at its place or imported, are pictures like others. */
function withAddresses(part: string): string {
  const paths = new Map([...part.matchAll(IMPORTED)].map(([, name = '', path = '']) => [name, path]))
  return part
    .replace(ADDRESS, (_, __, path: string) => `="${path}"`)
    .replace(/=\{\s*(\w+)\s*\}/g, (whole, name: string) => {
      const path = paths.get(name)
      return path === undefined ? whole : `="${path}"`
    })
}

/** What MDX would work out: `{1 + 1}`, `{props.name}`. Names of headings and attributes of the dialect are none. */
const EXPRESSION = /(?<![\\${\w)\]}=])\{(?![#%{:.!/*])[^{}\n]{1,200}\}(?!\})/g

/** The line on which words stand first. */
const lineIn =
  (original: string) =>
  (words: string): { readonly line?: number } => {
    const at = original.indexOf(words.split('\n')[0] ?? words)
    return at < 0 ? {} : { line: original.slice(0, at).split('\n').length }
  }

interface Left {
  readonly file: string
  readonly programs: readonly string[]
  readonly names: ReadonlyMap<string, number>
  readonly words: readonly string[]
  readonly tags: readonly string[]
  readonly lineOf: (words: string) => { readonly line?: number }
}

function tell({ file, programs, names, words, tags, lineOf }: Left): Finding[] {
  const told = [...new Set(words.map((word) => word.trim()).filter((word) => /[\p{L}\p{N}]/u.test(word)))]
  const components = [...names.keys()].map((name) => `\`<${name}>\``).join(', ')
  return [
    ...programs.map((lines) =>
      finding('adopted-program-is-left', { file, ...lineOf(lines) }, { problem: 'lines', lines }),
    ),
    ...(components === ''
      ? []
      : [
          finding(
            'adopted-program-is-left',
            { file, ...lineOf(tags[0] ?? '') },
            { problem: 'components', components, words: told.join(', ') },
          ),
        ]),
  ]
}

/** Listings and code within a line are no components. */
function outsideOfCode(markdown: string, change: (part: string) => string): string {
  const code =
    /^([ \t>]*)(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^[ \t>]*\2[`~]*[^\S\n]*$|(?![\s\S]))|(?<!`)(`{1,2})(?!`)[^\n]*?[^`\n]\3(?!`)/gm
  const kept: string[] = []
  const holed = markdown.replace(code, (found) => `\uFDD2${kept.push(found) - 1}\uFDD3`)
  return change(holed).replace(/\uFDD2(\d+)\uFDD3/g, (_, index: string) => kept[Number(index)] ?? '')
}

/** What stands within tags is often set in, and would be code: the first line within says by how much. */
function dedented(markdown: string): string {
  const bases: (number | undefined)[] = []
  const lines = markdown.split('\n').map((line) => {
    if (/^\s*<\/[A-Z][\w.]*>\s*$/.test(line)) bases.pop()
    const indent = line.trim() === '' ? undefined : /^ */.exec(line)?.[0].length
    if (indent !== undefined && bases.length > 0 && bases.at(-1) === undefined)
      bases[bases.length - 1] = indent
    const base = Math.max(0, ...bases.map((one) => one ?? 0))
    if (/^\s*<[A-Z][\w.]*(?:\s[^<>]*)?(?<!\/)>\s*$/.test(line)) bases.push(undefined)
    return line.slice(Math.min(base, indent ?? 0))
  })
  return lines.join('\n')
}
