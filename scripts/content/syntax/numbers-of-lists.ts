// A list counts on from its first number, whatever numbers its author gave to the others: where they differ, that is
// told.
import type { List, Nodes } from 'mdast'
import type { Reading } from './respell.ts'
import type { Seen } from './unknown-kinds.ts'

export function numbersOfLists({ tree, text }: Reading): Seen[] {
  const lists = (node: Nodes): List[] => [
    ...(node.type === 'list' && node.ordered ? [node] : []),
    ...('children' in node ? node.children.flatMap(lists) : []),
  ]
  return lists(tree).flatMap((list) => {
    const typed = list.children.map((item) => {
      const at = item.position?.start.offset ?? 0
      return { at, label: /^\d{1,9}[.)]/.exec(text.slice(at, at + 10))?.[0] ?? '' }
    })
    const [first] = typed
    // Whoever gives all the same number leaves it to the program.
    if (!first || typed.every(({ label }) => label === first.label)) return []
    const other = typed.findIndex(
      ({ label }, index) => Number.parseInt(label, 10) !== Number.parseInt(first.label, 10) + index,
    )
    const { at, label } = typed[other] ?? { at: 0, label: '' }
    if (label === '') return []
    const printed = `${Number.parseInt(first.label, 10) + other}${label.slice(-1)}`
    return [{ at, problem: 'number-in-a-list', typed: label, printed }]
  })
}
