// Markdown with components of a program (MDX, Vue): what stands between their tags is text, and stays; lines that
// only a program reads, and the tags, are left out and told.
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
const VALUE = /(?<![\w-])([\w-]+)=(?:"([^"]*)"|'([^']*)'|\{\s*['"`]([^'"`{}]*)['"`]\s*\})/g

/** What was found in a text and does not stay as it is, in the order of the text. */
interface Left {
  readonly programs: string[]
  /** Names of components. */
  readonly names: Set<string>
  readonly words: string[]
  readonly tags: string[]
  readonly remarks: string[]
  readonly expressions: Set<string>
}

export function withoutComponents(text: DraftText): {
  readonly text: DraftText
  readonly findings: readonly Finding[]
} {
  const left: Left = {
    programs: [],
    names: new Set(),
    words: [],
    tags: [],
    remarks: [],
    expressions: new Set(),
  }
  const tag = tagTaker(left)
  const markdown = outsideOfCode(dedented(text.markdown), (part) =>
    withAddresses(part)
      .replace(SCRIPT, (found) => leave(found, left.programs))
      .replace(PROGRAM, (found) => leave(found, left.programs))
      .replace(REMARK, (_, said: string) => {
        left.remarks.push(said)
        return `<!--${said.replaceAll('--', '- -')}-->`
      })
      .replace(TAG, tag)
      .replace(EXPRESSION, (found) => {
        left.expressions.add(found)
        return found
      }),
  )
  const findings = tell(left, text)
  const { programs, words, tags, remarks, names } = left
  const told = [...(text.told ?? []), ...programs, ...words, ...tags, ...remarks, ...names]
  return {
    text: {
      ...text,
      markdown: findings.length > 0 ? markdown.replace(/\n{3,}/g, '\n\n') : text.markdown,
      told,
    },
    findings,
  }
}

/** Takes tag after tag of a text: what stands in the place of each. */
function tagTaker({ names, words, tags }: Left) {
  const open: { name: string; colons: string }[] = []
  const close = (name: string): string => {
    const at = open.findLastIndex((one) => one.name === name)
    const colons = at < 0 ? '' : (open[at]?.colons ?? '')
    if (at >= 0) open.length = at
    return colons === '' ? '' : `\n\n${colons}\n\n`
  }
  return (whole: string, slash: string, name: string, given: string, closed: string): string => {
    if (slash === '/') return close(name)
    names.add(name)
    tags.push(whole)
    const values = [...given.matchAll(VALUE)].map(([, key = '', ...quoted]) => ({
      key,
      value: quoted.find((one) => one !== undefined) ?? '',
    }))
    const label =
      closed !== '/' && LABELLED.test(name)
        ? values.find(({ key }) => /^(?:label|title|summary|header)$/.test(key))
        : undefined
    words.push(...values.filter((one) => one !== label).map(({ value }) => value))
    const braced = whole.replace(/"[^"]*"|'[^']*'/g, '')
    if (braced.includes('{')) words.push(braced)
    if (closed === '/') return ''
    const depth = open.filter(({ colons }) => colons !== '').length
    const colons = label ? ':'.repeat(Math.max(3, MOST_COLONS - depth)) : ''
    open.push({ name, colons })
    return label ? `\n\n${colons}details[${label.value.replace(/[[\]]/g, '\\$&')}]\n\n` : ''
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

function tell({ programs, names, words, tags, expressions }: Left, { from, original }: DraftText): Finding[] {
  const lineOf = lineIn(original ?? '')
  const told = [...new Set(words.map((word) => word.trim()).filter((word) => /[\p{L}\p{N}]/u.test(word)))]
  const components = [...names].map((name) => `\`<${name}>\``).join(', ')
  return [
    ...programs.map((lines) =>
      finding('adopted-program-is-left', { file: from, ...lineOf(lines) }, { problem: 'lines', lines }),
    ),
    ...(components === ''
      ? []
      : [
          finding(
            'adopted-program-is-left',
            { file: from, ...lineOf(tags[0] ?? '') },
            { problem: 'components', components, words: told.join(', ') },
          ),
        ]),
    ...[...expressions].map((snippet) =>
      finding('adopted-program-is-left', { file: from, ...lineOf(snippet) }, { problem: 'snippet', snippet }),
    ),
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
