// What asks for a list of contents, which every publication has at its front: `[TOC]`, `[[_TOC_]]`, `{:toc}`,
// `${toc}`; and for a new page: `{pagebreak}` of Leanpub, `{{< pagebreak >}}` of Quarto.
import type { Nodes } from 'mdast'
import type { Reading, Respelling } from '../respell.ts'

const CONTENTS =
  /^(?:\[TOC\]|\[\[_?TOC_?\]\]|\{:toc\}|\$\{toc\}|@\[toc\](?:\([^)\n]*\))?|(?:[-*+]|1\.) +(?:TOC|this unordered seed list[^\n]*)\n *\{:toc[^}\n]*\})$/i

/** It becomes that of LaTeX, which is one of ours. */
const BREAK = /^(?:\{\{[<%]\s*page-?break\s*[%>]\}\}|\{(?:::)?page-?break ?\/?\}|\[\[?page-?break\]\]?)$/i

export function pageMarks({ tree, text }: Reading): Respelling[] {
  if (!/toc|[{[<%:]\s*page-?break/i.test(text)) return []
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
