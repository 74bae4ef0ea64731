// `\newpage`, `\pagebreak` and `<!-- pagebreak -->` on a line of their own: what follows begins a new page.
import type { Parents, Root, ThematicBreak } from 'mdast'
import type { Draft } from '../markdown/draft.ts'

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

const COMMAND = /^\\(?:newpage|pagebreak|clearpage|cleardoublepage)(?:\{\}|\[\d\])?$/
const COMMENT = /^<!--\s*(?:page-?\s?break|new-?\s?page|\\newpage|\\pagebreak)\s*-->$/i
const BOX =
  /^<(div|p)\s+(?:style="(?:page-)?break-(?:after|before):\s*(?:always|page);?"|class="page-?break")\s*>\s*(?:&nbsp;)?\s*<\/\1>$/i

export function pageBreaks(tree: Root, { source: { text } }: Draft): void {
  if (!/page/i.test(text)) return
  const walk = (parent: Parents): void => {
    parent.children = parent.children.map((child) => {
      const { position } = child
      const written = text.slice(position?.start.offset, position?.end.offset)
      const isBreak =
        (child.type === 'paragraph' && COMMAND.test(written)) ||
        (child.type === 'html' && (COMMENT.test(child.value) || BOX.test(child.value.trim())))
      return isBreak ? ({ type: 'pageBreak', ...(position ? { position } : {}) } satisfies PageBreak) : child
    }) as typeof parent.children
  }
  // In a list or a quotation a new page would tear it; there the command is told as one that is not known.
  walk(tree)
}
