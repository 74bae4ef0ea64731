// A heading, listing, list or table right below a tag that closes all that was open: `</div>` and `## Next` on the next
// line. Markdown goes on with HTML up to a blank line, and would print the signs; Jekyll's reads a block of its own.
import type { Html, Nodes } from 'mdast'
import { isVoid } from '../html/html-names.ts'
import type { Reading, Respelling } from '../respell.ts'

const LEAD = /^(?:[ \t]*>)*[ \t]{0,3}/
const BLOCK = /^(?:#{1,6}[ \t]+\S|`{3,}|~{3,}|[-*+][ \t]+\S|1[.)][ \t]+\S|\|.*\|[ \t]*$)/
const TAG = /<(\/?)([a-zA-Z][\w-]*)(?:"[^"]*"|'[^']*'|[^<>"'])*>/g

export function blocksBelowTags({ tree, text }: Reading): Respelling[] {
  if (!text.includes('>\n')) return []
  const found: Respelling[] = []
  const walk = (node: Nodes): void => {
    if (node.type === 'html') found.push(...belowTags(node, text))
    if ('children' in node) for (const child of node.children) walk(child)
  }
  walk(tree)
  return found
}

/** The first: what follows it is read anew. */
function belowTags({ position }: Html, text: string): Respelling[] {
  let at = position?.start.offset ?? 0
  let open = 0
  let isBehindTag = false
  for (const line of text.slice(at, position?.end.offset).split('\n')) {
    const lead = LEAD.exec(line)?.[0] ?? ''
    if (isBehindTag && open <= 0 && BLOCK.test(line.slice(lead.length))) {
      const edit = { start: at - 1, end: at - 1, becomes: [`\n${lead.trimEnd()}`] }
      const facts = { problem: 'block-below-a-tag', typed: line.slice(lead.length).trim() } as const
      // So that the finding stands at the block itself.
      const place = { start: at + lead.length, end: at + lead.length, becomes: [] }
      return [{ edits: [place, edit], told: { rule: 'markup-is-exact', facts } }]
    }
    for (const [tag, closes, name = ''] of line.matchAll(TAG))
      if (!isVoid(name) && !tag.endsWith('/>')) open += closes ? -1 : 1
    isBehindTag = /<\/[\w-]+>\s*$/.test(line)
    at += line.length + 1
  }
  return []
}
