// Notes and addresses of links stand at the end of a long text, and belong to the chapters that call them.
import type { Nodes } from 'mdast'
import { edited } from './edited.ts'
import { endOf, nodesOf, readTree, startOf } from './read-tree.ts'

interface Defined {
  readonly key: string
  readonly written: string
  readonly calls: ReadonlySet<string>
  readonly start: number
  readonly end: number
  readonly chapter: number
}

/** Each piece gets what it calls and what is defined in another; what is called elsewhere alone leaves its place. */
export function shareNotes(pieces: readonly string[]): string[] {
  if (pieces.length < 2 || !pieces.some((piece) => piece.includes(']:'))) return [...pieces]
  const trees = pieces.map(readTree)
  const defined = trees.flatMap((tree, chapter) =>
    tree.children.flatMap((node) => definedBy(node, pieces[chapter] ?? '', chapter)),
  )
  if (defined.length === 0) return [...pieces]
  const byKey = new Map(defined.toReversed().map((one) => [one.key, one]))
  const wanted = trees.map((tree) =>
    closure(callsOf(tree.children.filter((node) => !isDefinition(node))), byKey),
  )
  return pieces.map((piece, chapter) => {
    const own = defined.filter((one) => one.chapter === chapter)
    const leaving = own.filter(
      ({ key }) => !wanted[chapter]?.has(key) && wanted.some((keys) => keys.has(key)),
    )
    const stays = new Set(own.map(({ key }) => key))
    const coming = [...byKey.values()].filter(({ key }) => wanted[chapter]?.has(key) && !stays.has(key))
    const rest = edited(
      piece,
      leaving.map(({ start, end }) => ({ start, end, becomes: '' })),
    ).trimEnd()
    const added = coming.toSorted((a, b) => a.chapter - b.chapter || a.start - b.start)
    return `${[rest, ...added.map(({ written }) => written)].join('\n\n')}\n`
  })
}

const isDefinition = ({ type }: Nodes): boolean => type === 'definition' || type === 'footnoteDefinition'

function definedBy(node: Nodes, text: string, chapter: number): Defined[] {
  if (node.type !== 'definition' && node.type !== 'footnoteDefinition') return []
  const [start, end] = [startOf(node), endOf(node)]
  const calls = node.type === 'footnoteDefinition' ? callsOf(node.children) : new Set<string>()
  return [{ key: keyOf(node), written: text.slice(start, end), calls, start, end, chapter }]
}

const keyOf = ({ type, identifier }: { type: string; identifier: string }): string =>
  `${type.startsWith('footnote') ? '^' : ''}${identifier}`

/** A call is no call to the parser where its note is in another piece. */
function callsOf(nodes: readonly Nodes[]): Set<string> {
  const calls = new Set<string>()
  for (const outer of nodes)
    for (const node of nodesOf(outer)) {
      if (
        node.type === 'footnoteReference' ||
        node.type === 'linkReference' ||
        node.type === 'imageReference'
      )
        calls.add(keyOf(node))
      if (node.type !== 'text') continue
      for (const [, label = ''] of node.value.matchAll(/\[(\^?[^[\]\n]{1,200})\]/g))
        calls.add(label.replace(/\s+/g, ' ').trim().toLowerCase())
    }
  return calls
}

function closure(calls: ReadonlySet<string>, byKey: ReadonlyMap<string, Defined>): Set<string> {
  const all = new Set<string>()
  const add = (key: string): void => {
    if (all.has(key)) return
    all.add(key)
    for (const inner of byKey.get(key)?.calls ?? []) add(inner)
  }
  for (const key of calls) add(key)
  return all
}
