import type { Nodes, Parents, Table, TableCell } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import type { FactsOf } from '../../rules/rules.ts'
import { directiveOf } from '../directives/directives.ts'
import { type Draft, report } from '../markdown/draft.ts'

/** No figure, name or short remark is so long: this is running text, put side by side. */
const MOST_WORDS = 60

/** A table has rows and columns of data. What only stands in one for its looks is read out cell by cell. */
export function tableHoldsData(node: Table, parent: Parents | undefined, draft: Draft): void {
  if (parent && directiveOf(parent)?.holds === 'numbers') return
  const facts = whyLayout(node)
  if (facts) report(draft, 'table-holds-data', node, facts)
}

function whyLayout(node: Table): FactsOf<'table-holds-data'> | undefined {
  const [head, ...body] = node.children
  const cells = body.flatMap((row) => row.children)
  if ((head?.children.length ?? 0) === 1) return { problem: 'one-column' }
  if (body.length === 0) return { problem: 'no-rows' }
  if (cells.some(hasPicture) && cells.every((cell) => hasPicture(cell) || plainText(cell).trim() === ''))
    return { problem: 'pictures-alone' }
  const longest = Math.max(...cells.map((cell) => plainText(cell).split(/\s+/).length))
  return longest > MOST_WORDS ? { problem: 'running-text', words: longest } : undefined
}

function hasPicture(node: TableCell): boolean {
  const content = withoutMarks(node)
  return content.length > 0 && content.every((child) => child.type === 'image')
}

/** What is in a cell, links and emphasis opened. Empty for a cell without anything. */
function withoutMarks(node: Nodes): readonly Nodes[] {
  if (!('children' in node)) return [node]
  return node.children
    .filter((child) => child.type !== 'text' || child.value.trim() !== '')
    .flatMap(withoutMarks)
}
