import type { HtmlDocument } from '../model/document.ts'
import type { Places } from './places.ts'
import { squash } from './squash.ts'

/** A link that the document asks for, with the page numbers in its text or right behind it. */
export interface WantedLink {
  /** An address or `#anchor`; '' for a number of the index, which leads to `page`. */
  readonly href: string
  readonly page: number
  /** Page numbers in its text, each with the squashed text before and behind it. */
  readonly numbers: readonly { readonly anchor: string; readonly before: string; readonly behind: string }[]
  /** A page number that follows the link, and the squashed text between: `(page`. */
  readonly beside: { readonly anchor: string; readonly between: string } | undefined
  /** The whole text, of a number of the index: `12–15`. */
  readonly range: string
}

/** The links of the composed pages in order, those among them that print/ makes from an entry of the index. */
export const wantedLinks = (links: HtmlDocument['links'], places: Places): readonly WantedLink[] =>
  links.flatMap((link): WantedLink[] => {
    if ('anchors' in link) return entryLinks(link.anchors, places)
    const { href, numbers, beside } = link
    return [
      {
        href,
        page: 0,
        numbers: numbers.map(({ anchor, before, behind }) => ({
          anchor,
          before: squash(before),
          behind: squash(behind),
        })),
        beside: beside && { anchor: beside.anchor, between: squash(beside.between) },
        range: '',
      },
    ]
  })

/** Pages of an index entry: each once, neighbours as a range, but roman and arabic ones apart. */
function entryLinks(anchors: readonly string[], { pageOf, folio }: Places): WantedLink[] {
  const pages = [...new Set(anchors.flatMap((anchor) => pageOf.get(anchor) || []))].sort((a, b) => a - b)
  const ranges: { first: number; last: number }[] = []
  for (const page of pages) {
    const range = ranges.at(-1)
    if (range && range.last + 1 === page && isRoman(folio(page)) === isRoman(folio(range.first)))
      range.last = page
    else ranges.push({ first: page, last: page })
  }
  return ranges.map(({ first, last }) => ({
    href: '',
    page: first,
    numbers: [],
    beside: undefined,
    range: first === last ? folio(first) : `${folio(first)}–${folio(last)}`,
  }))
}

const isRoman = (folio: string): boolean => /^[a-z]/.test(folio)
