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

const INSIDE = `(?:[^>"']|"[^"]*"|'[^']*')*`
const LINK_OR_ENTRY = new RegExp(
  `<a\\b(${INSIDE})>([\\s\\S]*?)</a>|<span\\b${INSIDE}\\bdata-pages-of="([^"]*)"${INSIDE}>`,
  'g',
)
const TAG = new RegExp(`<${INSIDE}>`, 'g')
const SLOT = new RegExp(`<span\\b${INSIDE}\\bdata-page-of="([^"]*)"${INSIDE}>[^<]*</span>`, 'g')
const HREF = /\bhref="([^"]*)"/

/** The links of the composed HTML in order, those among them that print/ makes from an entry of the index. */
export function wantedLinks(html: string, places: Places): readonly WantedLink[] {
  const tokens = [...html.matchAll(LINK_OR_ENTRY)]
  return tokens.flatMap((token, index): WantedLink[] => {
    const [whole, attributes = '', inner = '', entry] = token
    if (entry !== undefined) return entryLinks(unescaped(entry).split(' '), places)
    const href = HREF.exec(attributes)?.[1]
    // A link without anything in it gives an anchor a destination, and is not seen.
    if (href === undefined || inner === '') return []
    const following = html.slice(token.index + whole.length, tokens[index + 1]?.index)
    return [
      { href: unescaped(href), page: 0, numbers: numbersIn(inner), beside: besideOf(following), range: '' },
    ]
  })
}

function numbersIn(inner: string): WantedLink['numbers'] {
  return [...inner.matchAll(SLOT)].map((slot) => ({
    anchor: unescaped(slot[1]!),
    before: textOf(inner.slice(0, slot.index)),
    behind: textOf(inner.slice(slot.index + slot[0].length)),
  }))
}

function besideOf(following: string): WantedLink['beside'] {
  const slot = following.matchAll(SLOT).next().value
  return slot && { anchor: unescaped(slot[1]!), between: textOf(following.slice(0, slot.index)) }
}

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

const textOf = (html: string): string => squash(unescaped(html.replace(TAG, '')))

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
}

function unescaped(html: string): string {
  return html.replace(
    /&(?:#x([\da-f]+)|#(\d+)|([a-z]+));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return ENTITIES[name] ?? whole
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole
    },
  )
}
