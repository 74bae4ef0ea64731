import { coversPage } from '../content/scan.ts'
import type { Box, Mark, TagElement } from '../element.ts'
import { closest, marksIn, walk } from '../walk.ts'

/**
 * Decides which marks are no content: what stands in an element that says so, and what only draws lines and areas.
 * Chromium marks borders and backgrounds as if they were the element itself (PDF/UA-1, 7.1).
 */
export function markArtifacts(root: TagElement, pages: readonly Box[]): void {
  walk(root, (element) => {
    if (element.type === 'Artifact') {
      for (const mark of marksIn(element)) mark.artifact ??= 'layout'
      element.kids = element.kids.filter((kid) => kid.kind === 'mark')
    }
  })
  walk(root, (element) => {
    for (const kid of element.kids) {
      if (kid.kind !== 'mark' || kid.glyphs || kid.pictures || kid.artifact) continue
      if (kid.paths && isDrawing(element)) continue
      kid.artifact = isBackground(kid, pages) ? 'background' : 'layout'
    }
  })
}

/** Paths that mean something: a chart, a formula, the bullet of a list. */
const isDrawing = (element: TagElement): boolean =>
  element.type === 'Lbl' || closest(element, (one) => isPicture(one) || one.type === 'Formula') !== undefined

const isPicture = ({ type, alt, meaning }: TagElement): boolean =>
  type === 'Figure' && (alt !== undefined || meaning === 'picture')

const isBackground = (mark: Mark, pages: readonly Box[]): boolean => {
  const page = pages[mark.page]
  return page !== undefined && mark.paths && coversPage(mark.box, page)
}

/** Takes what is no content out of the tree. */
export function dropArtifacts(root: TagElement): void {
  walk(root, (element) => {
    element.kids = element.kids.filter(
      (kid) =>
        !(kid.kind === 'mark' && (kid.artifact || !kid.found)) &&
        !(kid.kind === 'element' && kid.type === 'Artifact'),
    )
  })
}
