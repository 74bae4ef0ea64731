import type { StructureElement } from './structure-tree.ts'

/** An element of the structure tree with its surroundings. */
export interface Placed {
  readonly element: StructureElement
  /** Its type among those of the standard, role maps followed; '' when it leads to none. */
  readonly type: string
  readonly parent: Placed | undefined
  readonly kids: readonly Placed[]
  /** Page from 1 where it begins, 0 when it draws nothing. */
  readonly page: number
}

/** ISO 32000-1, 14.8.4. */
const STANDARD = new Set(
  (
    'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody ' +
    'Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP ' +
    'Figure Formula Form'
  ).split(' '),
)

/** All elements below the root, each before its kids. */
export function flatTree(
  root: StructureElement | undefined,
  roles: ReadonlyMap<string, string>,
): readonly Placed[] {
  const all: Placed[] = []
  const place = (element: StructureElement, parent: Placed | undefined): Placed => {
    const kids: Placed[] = []
    const own = { element, type: standardType(element.type, roles), parent, kids, page: 0 }
    if (element !== root) all.push(own)
    let page = 0
    for (const kid of element.kids) {
      const begins = kid.kind === 'element' ? addKid(kids, place(kid.element, own)) : kid.page
      if (begins > 0 && (page === 0 || begins < page)) page = begins
    }
    own.page = page
    return own
  }
  if (root) place(root, undefined)
  return all
}

function addKid(kids: Placed[], kid: Placed): number {
  kids.push(kid)
  return kid.page
}

/** Follows the role map; one that goes in circles leads nowhere. */
export function standardType(type: string, roles: ReadonlyMap<string, string>): string {
  let at = type
  for (let step = 0; step <= roles.size; step++) {
    if (STANDARD.has(at)) return at
    const next = roles.get(at)
    if (next === undefined) return ''
    at = next
  }
  return ''
}

/** The nearest element around it that means something to a reader: grouping without meaning is passed over. */
export function meaningfulParent(placed: Placed): Placed | undefined {
  let at = placed.parent
  while (at && (at.type === 'NonStruct' || at.type === 'Div' || at.type === 'Part')) at = at.parent
  return at
}

/** The same downwards. */
export const meaningfulKids = (placed: Placed): readonly Placed[] =>
  placed.kids.flatMap((kid) =>
    kid.type === 'NonStruct' || kid.type === 'Div' || kid.type === 'Part' ? meaningfulKids(kid) : [kid],
  )
