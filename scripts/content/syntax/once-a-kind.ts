// What is told of syntax that the dialect does not have: the first of a kind speaks for all of them in its file.
import { othersBeside } from '../other-lines.ts'
import type { Told } from './respell.ts'

export function onceAKind(told: readonly Told[]): Told[] {
  const kinds = new Map<string | Told, Told[]>()
  for (const one of told) {
    const kind = kindOf(one) ?? one
    const before = kinds.get(kind)
    if (before) before.push(one)
    else kinds.set(kind, [one])
  }
  return [...kinds.values()].flatMap(([first, ...others]) => {
    if (!first || others.length === 0) return first ?? []
    const lines = others.map(({ position }) => position.start.line)
    return { ...first, facts: { ...first.facts, ...othersBeside(first.position.start.line, lines) } } as Told
  })
}

const KINDS: ReadonlySet<string> = new Set([
  'syntax-of-other-tools',
  'signs-are-printed',
  'program-of-another-tool',
  'drawing',
  'files-of-another-kind',
  'table-of-pandoc',
  'set-in-html',
  'end-of-a-block',
  'breaks-nothing',
])

function kindOf({ rule, facts }: Told): string | undefined {
  if (rule !== 'markup-is-understood' && rule !== 'markup-is-exact') return undefined
  if (!KINDS.has(facts.problem)) return undefined
  const kind = 'syntax' in facts ? facts.syntax : 'sign' in facts ? facts.sign : ''
  return `${facts.problem} ${kind}`
}
