import { type PDFArray, PDFDict, PDFName, PDFNumber, type PDFObject, PDFRef } from '@cantoo/pdf-lib'
import { kidsOf, ownersOf, type TagsOfFile, typeOf } from './tags-of-file.ts'

const name = PDFName.of

/** In these stands no link: in some another would, others hold only parts of their own. */
const WITHOUT_LINKS = new Set(
  (
    'Link Annot Reference Figure Formula Form Ruby RB RT RP Warichu WT WP Table TR THead TBody TFoot L LI TOC ' +
    'Document StructTreeRoot'
  ).split(' '),
)
/** A tree that goes further down is made to keep a reader busy. */
const MAX_DEPTH = 256

/**
 * Puts an element behind the mark of a page with this number, so that it is heard there; behind all else on the
 * page, or on those before it, where there is no such mark. Returns the element that it stands in.
 */
export function placeElement(tags: TagsOfFile, page: PDFDict, mark: number, element: PDFRef): PDFRef {
  const { context } = tags.pdf
  const owners = ownersOf(tags, page)
  tags.placed.add(element)
  const owner = mark < 0 ? undefined : owners.get(mark)
  let ref: PDFObject | undefined = owner instanceof PDFRef ? owner : tags.lastOwner
  let behind: PDFRef | number = mark
  for (let depth = 0; depth < MAX_DEPTH && ref instanceof PDFRef; depth++) {
    const owner = context.lookup(ref)
    if (!(owner instanceof PDFDict)) break
    if (!WITHOUT_LINKS.has(roleOf(tags, owner))) {
      insertBehind(kidsOf(owner), behind, element, tags.placed)
      return ref
    }
    behind = ref
    ref = owner.get(name('P'))
  }
  kidsOf(tags.top).push(element)
  return tags.topRef
}

function roleOf({ root }: TagsOfFile, element: PDFDict): string {
  const type = typeOf(element)
  const role = root.lookup(name('RoleMap'))
  const standard = role instanceof PDFDict ? role.lookup(name(type)) : undefined
  return standard instanceof PDFName ? standard.decodeText() : type
}

function insertBehind(
  kids: PDFArray,
  behind: PDFRef | number,
  element: PDFRef,
  placed: ReadonlySet<PDFObject>,
): void {
  const at = kids.asArray().findIndex((_, index) => {
    if (kids.get(index) === behind) return true
    const kid = kids.lookup(index)
    const id = kid instanceof PDFDict ? kid.lookup(name('MCID')) : kid
    return id instanceof PDFNumber && id.asNumber() === behind
  })
  let next = at < 0 ? kids.size() : at + 1
  while (next < kids.size() && placed.has(kids.get(next))) next++
  kids.insert(next, element)
}
