// `Table: Fees by season {#tbl-fees}` or `: Fees by season` above or below a table, as Pandoc and Quarto write its
// caption.
import type { Nodes, Paragraph, Parents, Table } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import { directiveOf } from '../../directives/directives.ts'
import type { Reading, Respelling } from '../respell.ts'

const CAPTION = /^(?:Table)?:[ \t]+(?=\S)/
const LIST = /(?<![ \t])[ \t]*\{([^{}]*)\}[ \t]*$/
const OWN_NAME = /#([\w:.-]+)/
const PLAIN = new Set(['text', 'emphasis', 'strong', 'inlineCode', 'footnoteReference'])

export function tableCaptions({ tree, text }: Reading): Respelling[] {
  if (!/^ {0,3}(?:Table)?:[ \t]+\S/m.test(text) || !text.includes('|')) return []
  const rows = captionsInTables(tree, text)
  if (rows.length > 0) return rows
  const found: Respelling[] = []
  const taken = new Set<Nodes>()
  const walk = (parent: Parents): void => {
    for (const [index, child] of parent.children.entries()) {
      if ('children' in child && child.type !== 'paragraph' && child.type !== 'table') walk(child)
      if (child.type !== 'table' || !mayBeWrapped(parent, child)) continue
      const caption = captionOf(parent, index, text, taken)
      if (!caption) continue
      taken.add(caption)
      found.push(captioned(child, caption, text))
    }
  }
  walk(tree)
  return found
}

/** Right below the last row, to Markdown it is one more: a line between them parts it. */
function captionsInTables(node: Nodes, text: string): Respelling[] {
  if (node.type !== 'table')
    return 'children' in node ? node.children.flatMap((child) => captionsInTables(child, text)) : []
  const last = node.children.at(-1)
  const at = last ? startOf(last) : 0
  const typed = text.slice(at, last && endOf(last))
  const isMeant = node.position?.start.column === 1 && CAPTION.test(typed) && !typed.includes('|')
  return isMeant && node.children.length > 2 ? [{ edits: [{ start: at, end: at, becomes: ['\n'] }] }] : []
}

/** Above it, or below: what stands between two tables and is not that of the first is that of the second. */
function captionOf(
  { children }: Parents,
  index: number,
  text: string,
  taken: ReadonlySet<Nodes>,
): Paragraph | undefined {
  const [above, below] = [children[index - 1], children[index + 1]]
  // Below a term, a line that begins with a colon is what the term means.
  const isMeaning = above && text[startOf(above)] === ':' && children[index - 2]?.type === 'paragraph'
  const places = isMeaning ? [below] : [above, below]
  return places.find((one): one is Paragraph => isCaption(one, text) && !taken.has(one))
}

const mayBeWrapped = (parent: Parents, { position }: Table): boolean =>
  (parent.type === 'root' ||
    (parent.type === 'containerDirective' && directiveOf(parent)?.holds !== 'table')) &&
  position?.start.column === 1

const isCaption = (node: Nodes | undefined, text: string): node is Paragraph =>
  node?.type === 'paragraph' &&
  CAPTION.test(text.slice(startOf(node), endOf(node))) &&
  node.children.every(isPlain)

const isPlain = (node: Nodes): boolean =>
  PLAIN.has(node.type) && (!('children' in node) || node.children.every(isPlain))

function captioned(table: Table, caption: Paragraph, text: string): Respelling {
  const said = caption.children.map(wordsOf).join('').replace(/\s+/g, ' ').replace(CAPTION, '')
  const list = LIST.exec(said)?.[1] ?? ''
  const words = said.replace(LIST, '').trim().replaceAll('&', '&amp;').replaceAll('"', '&quot;')
  const name = OWN_NAME.exec(list)?.[0]
  const opening = `:::table{${name ? `${name} ` : ''}caption="${words}"}\n`
  const gone = { start: startOf(caption), end: endOf(caption), becomes: [] }
  const edits = [
    { start: startOf(table), end: startOf(table), becomes: [opening] },
    { start: endOf(table), end: endOf(table), becomes: ['\n:::\n'] },
  ]
  const facts = { problem: 'caption-of-a-table', typed: text.slice(gone.start, gone.end) } as const
  return { edits: [gone, ...edits], told: { rule: 'markup-is-exact', facts } }
}

const wordsOf = (node: Nodes): string =>
  node.type === 'footnoteReference'
    ? `[^${node.label ?? node.identifier}]`
    : 'children' in node
      ? node.children.map(wordsOf).join('')
      : plainText(node)

const startOf = ({ position }: Nodes): number => position?.start.offset ?? 0
const endOf = ({ position }: Nodes): number => position?.end.offset ?? 0
