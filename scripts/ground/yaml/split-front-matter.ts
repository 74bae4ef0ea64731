// Front matter is split off here and nowhere else, by gray-matter. Left to itself it runs what stands behind `---js`
// and `---javascript`, reads YAML by a parser that makes 632 of 10:32, and forgets on a second reading what was wrong
// at the first: so a language is refused before it is asked, our YAML is its only engine, and options keep it from
// its cache.
import matter from 'gray-matter'
import { isMap } from 'yaml'
import type { Finding } from '../../model/finding.ts'
import type { Place } from '../../model/place.ts'
import { finding } from '../../rules/finding.ts'
import { isKeyOfAny } from './foreign-keys.ts'
import { readToml } from './read-toml.ts'
import { readYaml, type YamlReading } from './read-yaml.ts'
import { unusualFence } from './unusual-fences.ts'

export interface SplitText {
  /** What stands between the lines of hyphens; of a text without front matter, nothing. */
  readonly matter: YamlReading
  readonly hasMatter: boolean
  /**
   * As many characters and lines as the whole file, with blanks where its front matter stood: every place stays true.
   */
  readonly body: string
  readonly findings: readonly Finding[]
}

/** Never throws, and runs nothing. Lines are `\n`. */
export function splitFrontMatter(text: string, file: string): SplitText {
  const lead = LEAD.exec(text)?.[0] ?? ''
  const firstLine = lead.split('\n').length
  const place = { file, line: firstLine }
  const head = text.slice(lead.length)
  const bare = (findings: readonly Finding[] = []): SplitText => ({
    matter: readYaml({ text: '', file, firstLine: 1 }),
    hasMatter: false,
    body: text,
    findings,
  })
  const braced = bracedMatter(head, file, firstLine)
  if (braced) return taken(text, lead, braced.end, braced.reading, place)
  const toml = /^\+\+\+[^\S\n]*\n/.test(head) ? closingFence(head, '\\+\\+\\+') : undefined
  if (toml)
    return taken(text, lead, toml.end, readMatter(head.slice(0, toml.start), file, firstLine, '+++'), place)
  const usual = closingFence(head)
  const unusual = usual && /^---(?!-)/.test(head) ? undefined : unusualFence(head)
  if (unusual) {
    const block = head.slice(0, unusual.start)
    const split = taken(text, lead, unusual.end, readMatter(block, file, firstLine, '---'), place)
    const told = finding('front-matter-comes-first', place, { problem: 'other-fences', fences: unusual.how })
    return { ...split, findings: [...split.findings, told] }
  }
  const language = languageOf(head)
  if (language === undefined) return bare()
  if (language !== '') return bare([finding('front-matter-is-yaml', place, { opening: `---${language}` })])
  if (!looksLikeKeys(head, usual)) return bare()
  if (usual === undefined) return bare([finding('yaml-is-sound', place, { problem: 'fence-is-open' })])
  return taken(text, lead, usual.end, readMatter(head.slice(0, usual.start), file, firstLine, '---'), place)
}

/** `end`: behind the front matter, in the text from its first sign on. */
function taken(text: string, lead: string, end: number, matter: YamlReading, place: Place): SplitText {
  const body = lead.length + end
  return {
    matter,
    hasMatter: true,
    body: text.slice(0, body).replace(/[^\n]/g, ' ') + text.slice(body),
    findings:
      lead === ''
        ? []
        : [finding('front-matter-comes-first', place, { problem: 'begins-late', behind: nameOf(lead) })],
  }
}

/** Blanks, empty lines, byte order marks: editors and copying leave them, and nobody sees them. */
const LEAD = /^[\s\uFEFF\u200B\u2060]*/

const nameOf = (lead: string): string =>
  lead.includes('\n')
    ? lead.trim() === '' && lead.split('\n').length === 2
      ? 'an empty line'
      : 'empty lines'
    : /[\uFEFF\u200B\u2060]/.test(lead)
      ? 'a sign that cannot be seen'
      : 'a space'

/** '' for YAML, the name of another language, and undefined where the text begins with no front matter at all. */
function languageOf(head: string): string | undefined {
  const first = head.slice(0, head.includes('\n') ? head.indexOf('\n') : head.length)
  if (!/^---(?!-)/.test(first)) return undefined
  // The name as gray-matter itself would read it.
  const { name } = matter.language(`${first}\n`, {}) as { name: string }
  if (name === '' || /^ya?ml$/i.test(name) || name.startsWith('#')) return ''
  // `--- Draft ---` is a line of text; a language is one word, and whatever could be one is refused.
  return /\s/.test(name) ? undefined : name.slice(0, 40)
}

interface Fence {
  /** Of the line, in the text from the opening fence on. */
  readonly start: number
  /** Behind its line end. */
  readonly end: number
}

/** A line of three hyphens, or of three stops, which YAML and Pandoc have for the same. */
function closingFence(head: string, marks = '---|\\.\\.\\.'): Fence | undefined {
  const found = new RegExp(`\\n(?:${marks})[^\\S\\n]*(?=\\n|$)`).exec(head)
  if (!found) return undefined
  const start = found.index + 1
  const end = found.index + found[0].length
  return { start, end: head[end] === '\n' ? end + 1 : end }
}

const KEY = /^\s*["']?([\p{L}_$@][^:\n#"']{0,60}?)["']?\s*:(?:\s|$)/u

/** `title:Roads` is a key where any tool has one of that name. */
const isKey = (row: string): boolean =>
  KEY.test(row) || isKeyOfAny(/^([A-Za-z_][\w-]*):[^\s:/\\]/.exec(row)?.[1] ?? '')

const LIKE_YAML = /^(?:[a-z][\w-]*:(?:\s|$)|\s+\S|- )/

/**
 * A line of hyphens may also be drawn above a text; keys tell front matter from it, and what has none prints as it
 * stands.
 */
function looksLikeKeys(head: string, fence: Fence | undefined): boolean {
  const rows = head.slice(0, fence?.start).split('\n').slice(1)
  const [top = ''] = rows
  if (fence === undefined) return isKey(top)
  const said = rows.filter((row) => row.trim() !== '' && !/^\s*#/.test(row))
  const [first = ''] = said
  if (rows.every((row) => row.trim() === '')) return true
  if (top.trim() !== '' && (isKey(first) || /^\s*\{/.test(first))) return true
  // “Note: …” between two rules is a sentence, `title: …` is not.
  return (
    said.some((row) => isKeyOfAny(KEY.exec(row)?.[1] ?? '')) ||
    (said.length > 0 && said.every((row) => LIKE_YAML.test(row)))
  )
}

/** `block`: from the opening line of `marks` to the line before the closing one. */
function readMatter(block: string, file: string, firstLine: number, marks: '---' | '+++'): YamlReading {
  const reader = marks === '---' ? readYaml : readToml
  const read = (text: string) => ({ reading: reader({ text, file, firstLine }) })
  // What stood behind the hyphens (`---yaml`, `--- # remark`) names no language any more.
  const rows = block.slice(block.indexOf('\n'))
  const { data } = matter(`${marks}${rows}${marks}${CLOSE}\n`, {
    language: 'yaml',
    delimiters: [marks, `${marks}${CLOSE}`],
    engines: { yaml: read, ...REFUSED },
  })
  return (data as { reading?: YamlReading }).reading ?? readYaml({ text: '', file, firstLine })
}

/** Hugo takes JSON too, from a brace on a line of its own to the next. It is YAML as it stands. */
function bracedMatter(head: string, file: string, firstLine: number) {
  const [block] = /^\{[^\S\n]*\n[\s\S]*?\n\}[^\S\n]*(?:\n|$)/.exec(head) ?? []
  if (block === undefined) return undefined
  const reading = readYaml({ text: block, file, firstLine })
  const contents = reading.document?.contents
  const keys = isMap(contents) ? contents.items.map(({ key }) => String(key)) : []
  return keys.some(isKeyOfAny) ? { reading, end: block.length } : undefined
}

/**
 * Any line that begins with three hyphens would close it, `---not this one` too, and what follows be lost. No text
 * holds this sign.
 */
const CLOSE = '\uFDD1'

/** Its own engines, by every name that they have; none of them is ever reached. */
const refuse = (): never => {
  throw new Error('Front matter is YAML')
}
const REFUSED = { javascript: refuse, js: refuse, json: refuse, coffee: refuse, toml: refuse }
