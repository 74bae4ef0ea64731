import type { Finding } from '../../model/finding.ts'
import { finding } from '../../rules/finding.ts'
import type { Proof } from '../proof.ts'
import type { ReadPdf } from '../read-back.ts'
import type { StructureElement } from '../structure-tree.ts'

/** Each page carries something besides its head, but for the blank ones that were put in on purpose. */
export function pageIsNotEmpty({ read, runs }: Proof): readonly Finding[] {
  const filled = new Set<number>()
  if (read.tree) addPages(filled, read.tree, read.pages)
  return read.pages.flatMap(({ content }, index) => {
    const run = runs[index]
    if (!run || filled.has(index + 1)) return []
    // A full page may be all decoration: the inside of a cover.
    const isDecorated = content.strokes > 0 || content.loose.some((text) => text.text.trim() !== '')
    return run.kind === 'full' && isDecorated ? [] : [finding('page-is-not-empty', { page: index + 1 })]
  })
}

/**
 * Pages that show something of an element. What the document itself shows is the background, which is on all of them.
 */
function addPages(filled: Set<number>, element: StructureElement, pages: ReadPdf['pages']): void {
  for (const kid of element.kids) {
    if (kid.kind === 'element') addPages(filled, kid.element, pages)
    else if (kid.kind === 'mark' && element.type !== 'Document') {
      if (pages[kid.page - 1]?.content.marks.has(kid.key)) filled.add(kid.page)
    }
  }
}
