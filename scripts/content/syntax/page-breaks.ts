// `:::page`, `\newpage`, `\pagebreak`, `{{< pagebreak >}}` and `<!-- pagebreak -->` on a line of their own: what
// follows begins a new page. Within a list, a quotation or a block a new page would tear it: there the command is
// left out, and told.
import type { Nodes, Parents, Root, ThematicBreak } from 'mdast'
import { type Draft, report } from '../markdown/draft.ts'

/** It holds no words. Nothing but its own handler knows it. */
export interface PageBreak {
  type: 'pageBreak'
  position?: ThematicBreak['position']
  data?: undefined
}

declare module 'mdast' {
  interface RootContentMap {
    pageBreak: PageBreak
  }
}

const COMMAND =
  /^:{2,}[ \t]*\{?\.?(?:page|page-?break|new-?page)\b[^\n]*(?:\s*:{3,})?$|^\\(?:newpage|pagebreak|clearpage|cleardoublepage)(?:\{\}|\[\d\])?$|^\{\{[<%]\s*page-?break\s*[%>]\}\}$|^\{(?:::)?page-?break ?\/?\}$|^\[\[?page-?break\]\]?$/i
const COMMENT = /^<!--\s*(?:page-?\s?break|new-?\s?page|\\newpage|\\pagebreak)\s*-->$/i
const BOX =
  /^<(div|p)\s+(?:style="(?:page-)?break-(?:after|before):\s*(?:always|page);?"|class="page-?break")\s*>\s*(?:&nbsp;)?\s*<\/\1>$/i

export function pageBreaks(tree: Root, draft: Draft): void {
  const { text } = draft.source
  if (!/page/i.test(text)) return
  const walk = (parent: Parents): void => {
    parent.children = parent.children.flatMap((child) => {
      if (isBreak(child, text)) return parent.type === 'root' ? [madeOf(child)] : leftOut(child, draft)
      if (!('children' in child) || child.children.length === 0) return [child]
      walk(child)
      return child.children.length === 0 && child.type !== 'containerDirective' ? [] : [child]
    }) as typeof parent.children
  }
  walk(tree)
  tree.children = tree.children.filter(
    ({ type }, index, all) => type !== 'pageBreak' || isBetween(all, index),
  )
}

/** Breaks in a row are one, and there is no page before the first block or behind the last. */
const isBetween = (all: readonly Nodes[], index: number): boolean =>
  index > 0 && all[index - 1]?.type !== 'pageBreak' && all.slice(index).some(isShown)

const isShown = ({ type }: Nodes): boolean =>
  !['pageBreak', 'definition', 'footnoteDefinition'].includes(type)

function isBreak(node: Nodes, text: string): boolean {
  if (node.type === 'html') return COMMENT.test(node.value) || BOX.test(node.value.trim())
  if (node.type !== 'paragraph') return false
  return COMMAND.test(text.slice(node.position?.start.offset, node.position?.end.offset))
}

const madeOf = ({ position }: Nodes): PageBreak => ({ type: 'pageBreak', ...(position ? { position } : {}) })

function leftOut(node: Nodes, draft: Draft): [] {
  const { start, end } = node.position ?? {}
  report(draft, 'markup-is-understood', node, {
    problem: 'page-break-within-a-block',
    typed: draft.source.text.slice(start?.offset, end?.offset),
  })
  return []
}
