import type { Finding } from '../../model/finding.ts'
import { finding } from '../../rules/finding.ts'
import { destinationAnchor } from '../destination-anchor.ts'
import { type Places, placesOf } from '../places.ts'
import type { Proof } from '../proof.ts'
import type { ReadAnnotation } from '../read-links.ts'
import type { ReadLink } from '../reading-order.ts'
import { type WantedLink, wantedLinks } from '../wanted-links.ts'

/** Every link leads where the document wants it to, and its target is on the page where the book has it. */
export function linksLand(proof: Proof): readonly Finding[] {
  return [...landsOnItsPage(proof), ...leadsAsPrinted(proof)]
}

/** Each target once: a hundred links to a lost chapter are one fault. */
function landsOnItsPage({ read, printed }: Proof): readonly Finding[] {
  const lost = new Map<string, Finding>()
  for (const { destination, address, page } of read.annotations) {
    const anchor = destinationAnchor(destination)
    const target = read.seen.destinations[destination]
    const lands =
      destination === '' ? leadsOutside(address) : target && target === printed.pageMap.anchors[anchor]
    const actual = destination === '' ? address || 'nothing' : `#${anchor}`
    if (!lands && !lost.has(actual)) lost.set(actual, finding('links-land', { page }, { target: actual }))
  }
  return [...lost.values()]
}

/** `.invalid` is the origin that pages are served from: such an address was meant to stay inside the paper. */
const leadsOutside = (address: string): boolean =>
  /^(?:https?:\/\/|(?:mailto|tel|sms|geo|ftp|xmpp|irc|news|webcal):)/i.test(address) &&
  !/^https?:\/\/[^/]*\.invalid(\/|$)/i.test(address)

function leadsAsPrinted(proof: Proof): readonly Finding[] {
  const { read, document } = proof
  const places = placesOf(proof)
  const annotations = new Map(read.annotations.map((annotation) => [annotation.object, annotation]))
  const wanted = wantedLinks(document.links, places)
  for (let index = 0; index < Math.max(wanted.length, read.links.length); index++) {
    const link = read.links[index]
    const targets = link?.annotations.map((object) => annotations.get(object)) ?? []
    if (
      wanted[index] &&
      targets.length > 0 &&
      targets.every((target) => leadsTo(wanted[index]!, target, places))
    )
      continue
    return [reportLink(wanted[index], link ?? read.links.at(-1))]
  }
  return []
}

/**
 * The browser writes addresses its own way (a slash at the end, letters as %C3%BC); only places inside are compared.
 */
function leadsTo(
  { href, page }: WantedLink,
  target: ReadAnnotation | undefined,
  { pageOf }: Places,
): boolean {
  if (target === undefined) return false
  const anchor = destinationAnchor(target.destination)
  if (href === '') return pageOf.get(anchor) === page
  return href.startsWith('#') ? anchor === destinationAnchor(href.slice(1)) : target.destination === ''
}

function reportLink(wanted: WantedLink | undefined, link: ReadLink | undefined): Finding {
  const target = wanted?.href || wanted?.range || link?.text || ''
  return finding('links-land', link ? { page: link.page } : {}, { target })
}
