// Works as their authors wrote them → items of the Citation Style Language. What BibTeX says is read by a library, of
// the works that are cited and no others.
import { createRequire } from 'node:module'
import type { WorkEntry } from '../model/citations.ts'
import type { Finding } from '../model/finding.ts'
import { finding, findingAs } from '../rules/finding.ts'
import type { CslItem } from './csl-item.ts'
import { parentsNamed } from './parents-named.ts'
import { settledItem, type ThesisWords } from './settled-item.ts'

type BibtexWork = WorkEntry & { readonly source: { readonly form: 'bibtex' } }

const isBibtex = (work: WorkEntry): work is BibtexWork => work.source.form === 'bibtex'

/** `wanted`: the works that are printed; an entry may draw on others of `all`. */
export function understandWorks(
  wanted: readonly WorkEntry[],
  all: readonly WorkEntry[],
  words: ThesisWords,
): { readonly items: ReadonlyMap<string, CslItem>; readonly findings: readonly Finding[] } {
  const read = readBibtex(wanted.filter(isBibtex), all)
  const findings = [...read.findings]
  const items = new Map<string, CslItem>()
  for (const work of wanted) {
    const { key, file, line, source } = work
    const given = source.form === 'csl' ? source.item : read.items.get(key)
    if (!given) continue
    const typed = source.form === 'bibtex' ? source.text : ''
    const { item, unsafe } = settledItem({ ...given, id: key }, typed, words)
    items.set(key, item)
    if (unsafe) findings.push(finding('link-is-safe', { file, line }, { scheme: unsafe }))
    findings.push(...lacks(item, work), ...unknownCommands(item, work))
  }
  return { items, findings }
}

function lacks(item: CslItem, { key, file, line }: WorkEntry): Finding[] {
  const fields = [
    ...(item.title ? [] : ['title']),
    ...(item.issued || item.status || item.type === 'webpage' ? [] : ['year']),
  ]
  if (fields.length === 0) return []
  const facts = { problem: 'lacks-fields', key, fields: fields.join(' and no ') } as const
  return [findingAs(item.title ? 'info' : 'warning', 'bibliography-is-sound', { file, line }, facts)]
}

/** Commands of TeX that were not understood stand in the values still. */
function unknownCommands(item: CslItem, { key, file, line, source }: WorkEntry): Finding[] {
  if (source.form !== 'bibtex') return []
  const { note: _, abstract: __, ...printed } = item
  const typed = /\\[a-zA-Z]+/.exec(
    JSON.stringify(printed)
      .replaceAll('\\\\', '\\')
      .replace(/\\[nt"]/g, ' '),
  )?.[0]
  if (typed === undefined) return []
  return [finding('bibliography-is-sound', { file, line }, { problem: 'unknown-command', key, typed })]
}

interface BibtexItems {
  readonly items: ReadonlyMap<string, Readonly<Record<string, unknown>>>
  readonly findings: readonly Finding[]
}

function readBibtex(wanted: readonly BibtexWork[], all: readonly WorkEntry[]): BibtexItems {
  if (wanted.length === 0) return { items: new Map(), findings: [] }
  const read = bibtexReader()
  const byKey = new Map(all.filter(isBibtex).map((work) => [work.key, work]))
  const findings: Finding[] = []
  const items = new Map<string, Readonly<Record<string, unknown>>>()
  for (const work of wanted) {
    const { key, file, line, source } = work
    const parents = parentsOf(work, byKey).map((one) => one.source.text)
    const text = [source.strings, source.text, ...parents].map(respelt).join('\n')
    const found = read(text)?.find((item) => item.id === key || item['citation-key'] === key)
    if (found) items.set(key, found)
    else findings.push(finding('bibliography-is-sound', { file, line }, { problem: 'unreadable', key }))
  }
  return { items, findings }
}

const MOST_PARENTS = 4

/** Entries that this one draws on, and those that they draw on. */
function parentsOf(work: BibtexWork, byKey: ReadonlyMap<string, BibtexWork>): BibtexWork[] {
  const found = new Set<BibtexWork>()
  let next: BibtexWork[] = [work]
  while (next.length > 0 && found.size < MOST_PARENTS) {
    const keys = next.flatMap(parentsNamed)
    next = keys.flatMap((key) => byKey.get(key) ?? []).filter((one) => one !== work && !found.has(one))
    for (const one of next) found.add(one)
  }
  return [...found]
}

/** A bare number keeps its spelling between braces; in addresses signs stand that TeX would have escaped. */
const respelt = (entry: string): string =>
  entry
    .replace(/((?:^|,)[ \t]*[a-zA-Z_-]+[ \t]*=[ \t]*)(\d+)(?=\s*[,})])/gm, '$1{$2}')
    .replace(
      /(\b(?:url|doi)\s*=\s*[{"])([^{}"\n]*)/gi,
      (_, field: string, address: string) => field + address.replace(/\\([&%_#~$])/g, '$1'),
    )

type ReadBibtex = (text: string) => readonly Readonly<Record<string, unknown>>[] | undefined

/** Undefined where the text cannot be read. */
function bibtexReader(): ReadBibtex {
  const require = createRequire(import.meta.url)
  const { plugins } = require('@citation-js/core')
  require('@citation-js/plugin-bibtex')
  return (text) => {
    try {
      return plugins.input.chain(text, { forceType: '@biblatex/text', generateGraph: false })
    } catch {
      return undefined
    }
  }
}
