// What a page has that is not brought along: found here and there, told once.
import type { Element, Nodes } from 'hast'
import type { Finding } from '../../model/finding.ts'
import { finding } from '../../rules/finding.ts'
import type { FactsOf } from '../../rules/rules.ts'

export interface Telling {
  /** Words that are left out, in the order of the page. */
  readonly leave: (problem: LeftOut, words: string) => void
  /** Signs that only a page needs, of which nobody has to be told. */
  readonly hush: (words: string) => void
  readonly tell: (facts: FactsOf<'page-is-carried'>) => void
  readonly harm: (facts: FactsOf<'page-is-harmless'>) => void
  readonly picture: (facts: FactsOf<'page-picture-is-carried'>) => void
  readonly findings: () => Finding[]
  /** All words of which it is told that they are left out. */
  readonly told: () => string[]
}

type LeftOut = 'beside' | 'banner' | 'hidden' | 'contents' | 'control' | 'comment'

const MOST_LETTERS = 200
/** Of one kind: what is more is told with the last. */
const MOST_ALIKE = 8

export function newTelling(file: string): Telling {
  const findings: Finding[] = []
  const told: string[] = []
  const counts = new Map<string, number>()
  const isMore = (kind: string): boolean => {
    counts.set(kind, (counts.get(kind) ?? 0) + 1)
    return (counts.get(kind) ?? 0) > MOST_ALIKE
  }
  const place = { file }
  const rest = new Map<LeftOut, string[]>()
  return {
    leave: (problem, words) => {
      const said = oneLine(words)
      if (said === '') return
      told.push(said)
      if (isMore(problem)) rest.set(problem, [...(rest.get(problem) ?? []), said])
      else findings.push(finding('page-is-carried', place, { problem, words: shortened(said) }))
    },
    hush: (words) => {
      told.push(oneLine(words))
    },
    tell: (facts) => {
      if (!isMore(facts.problem)) findings.push(finding('page-is-carried', place, facts))
    },
    harm: (facts) => {
      if (!isMore(facts.problem)) findings.push(finding('page-is-harmless', place, facts))
    },
    picture: (facts) => {
      findings.push(finding('page-picture-is-carried', place, facts))
    },
    findings: () => [
      ...findings,
      ...[...rest].map(([problem, all]) =>
        finding('page-is-carried', place, { problem, words: shortened(all.join(' … ')) }),
      ),
    ],
    told: () => told,
  }
}

export const shortened = (words: string): string =>
  words.length > MOST_LETTERS ? `${words.slice(0, MOST_LETTERS)}…` : words

export const oneLine = (words: string): string => words.replace(/\s+/g, ' ').trim()

/** Words of a part of the page, those of blocks apart. */
export function wordsOf(node: Nodes): string {
  const parts: string[] = []
  gather(node, parts)
  return oneLine(parts.join(''))
}

const SILENT: ReadonlySet<string> = new Set(['script', 'style', 'template', 'head', 'title'])
const IN_LINE: ReadonlySet<string> = new Set(
  'a abbr b bdi bdo big cite code data del dfn em font i ins kbd mark q s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
)

function gather(node: Nodes, parts: string[]): void {
  if (node.type === 'text') parts.push(node.value)
  if (node.type === 'element' && node.tagName === 'img') parts.push(` ${altOf(node)} `)
  if (!('children' in node) || (node.type === 'element' && SILENT.has(node.tagName))) return
  const isBlock = node.type === 'element' && !IN_LINE.has(node.tagName)
  if (isBlock) parts.push(' ')
  for (const child of node.children) gather(child, parts)
  if (isBlock) parts.push(' ')
}

const altOf = ({ properties }: Element): string => (typeof properties.alt === 'string' ? properties.alt : '')
