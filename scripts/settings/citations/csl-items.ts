// CSL-JSON and CSL-YAML, as reference managers and Pandoc write them. Values keep their spelling: `1.10` is no 1.1.
import { parseDocument } from 'yaml'
import { readYaml } from '../../ground/yaml/read-yaml.ts'
import type { WorkEntry } from '../../model/citations.ts'
import type { Finding } from '../../model/finding.ts'
import { finding } from '../../rules/finding.ts'
import type { ReadWorks } from './read-works.ts'

type Item = Readonly<Record<string, unknown>>

export function cslItems(text: string, file: string, kind: 'json' | 'yaml'): ReadWorks {
  const read = kind === 'json' ? readJson(text, file) : readYamlItems(text, file)
  if ('finding' in read) return { works: [], findings: [read.finding] }
  const items = itemsIn(read.value)
  if (items.length === 0)
    return { works: [], findings: [finding('bibliography-is-sound', { file }, { problem: 'no-works' })] }
  const lines = linesOfKeys(text)
  const findings: Finding[] = []
  const works = items.flatMap((item, index): WorkEntry[] => {
    const key = keyOf(item)
    const line = lines.get(key) ?? 1
    if (key !== '') return [{ key, file, line, source: { form: 'csl', item } }]
    const typed = typeof item.title === 'string' ? item.title : `number ${index + 1}`
    findings.push(finding('bibliography-is-sound', { file }, { problem: 'no-key', typed }))
    return []
  })
  return { works, findings }
}

type Read = { readonly value: unknown } | { readonly finding: Finding }

/** Numbers that JSON would write otherwise are read as YAML, which keeps all signs. */
const RESPELT = /[:[,]\s*-?(?:\d+\.\d*|\d{16,}|\d+[eE])/

function readJson(text: string, file: string): Read {
  try {
    const value: unknown = JSON.parse(text)
    return RESPELT.test(text) ? { value: asStrings(text) } : { value }
  } catch (cause) {
    const at = Number(/position (\d+)/.exec(String(cause))?.[1] ?? Number.NaN)
    const place = Number.isNaN(at) ? { file } : { file, line: text.slice(0, at).split('\n').length }
    return { finding: finding('bibliography-is-sound', place, { problem: 'broken-json' }, cause) }
  }
}

function readYamlItems(text: string, file: string): Read {
  const { document, findings } = readYaml({
    text: text.replace(/^---[ \t]*$|^\.\.\.[ \t]*$/gm, ''),
    file,
    firstLine: 1,
  })
  const [first] = findings.filter(({ severity }) => severity === 'error')
  if (first) return { finding: first }
  if (!document)
    return { finding: findings[0] ?? finding('bibliography-is-sound', { file }, { problem: 'no-works' }) }
  return { value: asStrings(text.replace(/^---[ \t]*$|^\.\.\.[ \t]*$/gm, '')) }
}

/** The schema in which every value is a string. */
const asStrings = (text: string): unknown =>
  parseDocument(text, { schema: 'failsafe', logLevel: 'silent' }).toJS({ maxAliasCount: 0 })

/** A list, or what stands in one: Pandoc has it below `references:`, others below `items:`. */
function itemsIn(value: unknown): Item[] {
  if (Array.isArray(value)) return value.filter(isItem)
  if (!isItem(value)) return []
  for (const name of ['references', 'items']) if (Array.isArray(value[name])) return itemsIn(value[name])
  if (typeof value.id === 'string' && typeof value.type === 'string') return [value]
  return []
}

const isItem = (value: unknown): value is Item =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const keyOf = ({ id, 'citation-key': named }: Item): string => {
  const key = named ?? id
  return typeof key === 'string' || typeof key === 'number' ? String(key).trim() : ''
}

function linesOfKeys(text: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>()
  for (const [index, row] of text.split('\n').entries()) {
    const key = /(?:^|[\s{,"'])(?:id|citation-key)["']?\s*:\s*["']?([^"',\n]+)/.exec(row)?.[1]?.trim()
    if (key !== undefined && !lines.has(key)) lines.set(key, index + 1)
  }
  return lines
}
