// What asks for a list of contents, which every publication has at its front: `[TOC]`, `[[_TOC_]]`, `{:toc}`,
// `${toc}`, `\tableofcontents`; and for a new page: `:::page`, `{pagebreak}` of Leanpub, `{{< pagebreak >}}` of Quarto.
import type { Nodes, Root } from 'mdast'
import { codeOf } from '../prose.ts'
import type { Reading, Respelling } from '../respell.ts'

const CONTENTS =
  /^(?:\[TOC\]|\[\[_?TOC_?\]\]|\{:toc\}|\$\{toc\}|\\tableofcontents|@\[toc\](?:\([^)\n]*\))?|(?:[-*+]|1\.) +(?:TOC|this unordered seed list[^\n]*)\n *\{:toc[^}\n]*\})$/i

/** It becomes that of LaTeX, which is one of ours. */
const BREAK = /^(?:\{\{[<%]\s*page-?break\s*[%>]\}\}|\{(?:::)?page-?break ?\/?\}|\[\[?page-?break\]\]?)$/i

const BLOCK =
  /^((?:[ \t]*>)*[ \t]*(?:[-*+][ \t]+)?)(:{2,}[ \t]*\{?\.?(?:page|page-?break|new-?page)\}?(?:\[\]|\{\})?)[ \t]*$((?:\n[> \t]*)+:{3,}[ \t]*$)?/gim

/**
 * Before any other block is looked at: to the parser it would hold all that follows. Nothing stands in it, so it needs
 * no end; one that follows at once is its own, unless it is that of the block around it.
 */
export function pageBlocks({ tree, text }: Reading): Respelling[] {
  if (!/::[ \t]*[{.]*(?:new-?)?page/i.test(text)) return []
  const isCode = codeOf(tree)
  const isWithin = within(tree, text)
  return [...text.matchAll(BLOCK)].flatMap(
    ({ 1: before = '', 2: opening = '', 3: closing = '', index }): Respelling[] => {
      const start = index + before.length
      const end = start + opening.length + (isWithin(start) ? 0 : closing.length)
      // A line above would take it for its own.
      const [above, below] = /\S/.test(before) ? ['', ''] : [`\n${before}`, '\n']
      return isCode(start) ? [] : [{ edits: [{ start, end, becomes: [`${above}\\newpage${below}`] }] }]
    },
  )
}

/** One above only seems to hold what follows. */
const IS_PAGE = /^(?:page|page-?break|new-?page)$/i

/** Whether a place lies in a block that three colons end. */
function within(tree: Root, text: string): (offset: number) => boolean {
  const stretches: (readonly [number, number])[] = []
  const walk = (node: Nodes): void => {
    const start = node.position?.start.offset ?? 0
    const isBlock = node.type === 'containerDirective' && !IS_PAGE.test(node.name)
    if (isBlock && !text.startsWith('::::', start)) stretches.push([start, node.position?.end.offset ?? 0])
    if ('children' in node) for (const child of node.children) walk(child)
  }
  walk(tree)
  return (offset) => stretches.some(([from, to]) => from < offset && offset < to)
}

export function pageMarks({ tree, text }: Reading): Respelling[] {
  if (!/toc|\\tableofc|[{[<%:]\s*page-?break/i.test(text)) return []
  const found: Respelling[] = []
  const walk = (node: Nodes): void => {
    if (node.type === 'paragraph' || node.type === 'list') {
      const start = node.position?.start.offset ?? 0
      const end = node.position?.end.offset ?? 0
      const actual = text.slice(start, Math.min(end, start + 200))
      if (end - start < 200 && BREAK.test(actual)) {
        found.push({ edits: [{ start, end, becomes: ['\\newpage'] }] })
        return
      }
      if (end - start < 200 && CONTENTS.test(actual)) {
        const facts = { problem: 'contents', typed: actual.replace(/\s+/g, ' ') } as const
        found.push({ edits: [{ start, end, becomes: [] }], told: { rule: 'markup-is-exact', facts } })
        return
      }
    }
    if ('children' in node) for (const child of node.children) walk(child)
  }
  walk(tree)
  return found
}
