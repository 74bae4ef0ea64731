// Addresses within the words of a work, as links.
import type { ElementContent } from 'hast'

export const linkedScheme = (address: string): boolean => /^(?:https?|ftp):/i.test(address)

/** An address ends before the stop of its sentence. */
const ADDRESS =
  /\bhttps?:\/\/[^\s<>"“”‘’]*[^\s<>"“”‘’.,;:!?)\]]|\bdoi:\s?(10\.\d{4,9}\/[^\s<>"]*[^\s<>".,;:)\]])/gi

/** A text in pieces. */
export function linkedAddresses(value: string): ElementContent[] {
  const pieces: ElementContent[] = []
  let done = 0
  for (const found of value.matchAll(ADDRESS)) {
    const [address, doi] = found
    if (found.index > done) pieces.push({ type: 'text', value: value.slice(done, found.index) })
    pieces.push({
      type: 'element',
      tagName: 'a',
      properties: { href: doi ? `https://doi.org/${doi}` : address, className: ['external'] },
      children: [{ type: 'text', value: address }],
    })
    done = found.index + address.length
  }
  if (done < value.length) pieces.push({ type: 'text', value: value.slice(done) })
  return pieces
}
