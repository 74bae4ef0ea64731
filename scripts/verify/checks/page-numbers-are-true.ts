import type { Finding } from '../../model/finding.ts'
import { finding } from '../../rules/finding.ts'
import { type Places, placesOf } from '../places.ts'
import type { Proof } from '../proof.ts'
import type { ReadLink } from '../reading-order.ts'
import { squash } from '../squash.ts'
import { type WantedLink, wantedLinks } from '../wanted-links.ts'

/**
 * Every number that sends a reader to a page is the folio of the page where that place really is: in the contents, in
 * the index, in “(page 31)”. The number is read from the PDF, and so is the place; which words are a number, only the
 * HTML knows.
 */
export function pageNumbersAreTrue(proof: Proof): readonly Finding[] {
  const places = placesOf(proof)
  const wanted = wantedLinks(proof.document.links, places)
  return wanted.flatMap((link, index) => {
    const found = proof.read.links[index]
    return found ? checkLink(proof, link, found, places) : [] // links-land says that it is missing
  })
}

function checkLink(proof: Proof, link: WantedLink, found: ReadLink, places: Places): readonly Finding[] {
  const text = squash(found.text)
  const told = [
    ...(link.range ? [{ said: text, page: link.range }] : []),
    ...link.numbers.map(({ anchor, before, behind }) => ({
      said: text.slice(before.length, text.length - behind.length),
      page: folioOf(anchor, places),
    })),
    ...(link.beside ? numberBeside(proof, link.beside, found, places) : []),
  ]
  const place = { page: found.page }
  return told.flatMap((facts) =>
    facts.said === facts.page ? [] : [finding('page-numbers-are-true', place, facts)],
  )
}

const folioOf = (anchor: string, { pageOf, folio }: Places): string => folio(pageOf.get(anchor) ?? 0)

/** Enough pieces of text to hold what stands between a link and its number. */
const NEAR = 8

function numberBeside(
  { read }: Proof,
  { anchor, between }: NonNullable<WantedLink['beside']>,
  found: ReadLink,
  places: Places,
): readonly { said: string; page: string }[] {
  const following = read.text.slice(found.end, found.end + NEAR).map((piece) => squash(piece.text))
  const text = following.join('')
  if (!text.startsWith(between)) return [] // another text than was printed: text-is-complete says so
  const page = folioOf(anchor, places)
  // The number of a note may follow it: “on page 2¹”.
  const isWhole = pieceAt(following, between.length) === page
  const said = isWhole ? page : (/^(\d+|[ivxlcdm]+|)/.exec(text.slice(between.length))?.[0] ?? '')
  return [{ said, page }]
}

/** Undefined where no piece begins there. */
function pieceAt(pieces: readonly string[], offset: number): string | undefined {
  let at = 0
  for (const piece of pieces) {
    if (at >= offset && piece !== '') return at === offset ? piece : undefined
    at += piece.length
  }
  return undefined
}
