import type { Nodes, Paragraph } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import { type Draft, reportAs } from '../markdown/draft.ts'

/** Longer than that, it is a sentence in bold. */
const MOST_CHARACTERS = 80

/** A line of its own in bold, above the text that it is the heading of. */
export function boldTextIsNoHeading(node: Paragraph, next: Nodes | undefined, draft: Draft): void {
  if (next === undefined || node.data?.isSummary || !isAll(node, 'strong')) return
  const words = plainText(node).trim()
  if (words.length > MOST_CHARACTERS || /[.!?…]["”’')\]]*$/.test(words)) return
  if (next.type === 'heading' || next.type === 'thematicBreak') return
  // With a colon it can be a heading, or lead in the list below it: its author knows.
  const severity = words.endsWith(':') ? 'info' : 'warning'
  reportAs(draft, severity, 'bold-text-is-no-heading', node, { words })
}

/** Whether all that stands in it is marked in this way, by itself or within other marks. */
export function isAll(node: Nodes, mark: 'strong' | 'emphasis'): boolean {
  if (!('children' in node)) return false
  const solid = (node.children as readonly Nodes[]).filter(
    (child) => child.type !== 'break' && !(child.type === 'text' && child.value.trim() === ''),
  )
  return (
    solid.length > 0 &&
    solid.every(
      (child) =>
        child.type === mark || ((child.type === 'strong' || child.type === 'emphasis') && isAll(child, mark)),
    )
  )
}
