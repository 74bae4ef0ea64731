// Where a gallery or a wall stands in its text: the name by which links lead to it, its number, and which it is.
import { claimAnchor, type Draft, freeAnchor, lineOf } from '../markdown/draft.ts'
import type { ContainerDirective } from '../markdown/hast.ts'
import { freePlace } from '../markdown/picture.ts'

/** By which its pictures are known to belong together. */
export const nextGallery = (draft: Draft): number =>
  1 + Math.max(-1, ...draft.images.map((image) => image.gallery ?? -1))

/** One with a caption or a name has a number, as a figure has; a list of credits leads to the others. */
export function placeOfGallery(
  draft: Draft,
  node: ContainerDirective,
  { id, caption = '' }: { readonly id?: string; readonly caption?: string },
  isCredited: boolean,
): { readonly id: string | undefined; readonly isNumbered: boolean } {
  if (id === undefined && caption === '')
    return { id: isCredited ? freePlace(draft) : undefined, isNumbered: false }
  const anchor = id === undefined ? freeAnchor(draft, 'figure') : claimAnchor(draft, id, node)
  draft.exhibits.push({ kind: 'figure', id: anchor, caption, line: lineOf(node) })
  return { id: anchor, isNumbered: true }
}
