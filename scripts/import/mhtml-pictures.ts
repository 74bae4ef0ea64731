// The pictures of a page that was saved as one file (MHTML, RFC 2557): parts of it, each with the address that the page
// names. Only where they stand is kept: a saved page can be large.
import PostalMime from 'postal-mime'

interface Part {
  readonly from: number
  readonly to: number
}

/** By address, and by number behind `cid:`. */
export function mhtmlPictures(page: Buffer): ReadonlyMap<string, Part> {
  const [, quoted, plain] = /boundary=(?:"([^"]+)"|([^\s;"]+))/i.exec(headAt(page, 0)) ?? []
  const mark = quoted ?? plain
  const found = new Map<string, Part>()
  if (!mark) return found
  const boundary = Buffer.from(`\n--${mark}`, 'latin1')
  for (let at = page.indexOf(boundary); at >= 0; ) {
    const from = page.indexOf(NEW_LINE, at + boundary.length) + 1
    const to = page.indexOf(boundary, at + boundary.length)
    if (from === 0 || to < 0) break
    const head = headAt(page, from)
    const [address, number] = [field(head, 'location'), field(head, 'id')]
    if (/^content-type:\s*image\//im.test(head)) {
      if (address) found.set(address, { from, to })
      if (number) found.set(`cid:${number.replace(/^<|>$/g, '')}`, { from, to })
    }
    at = to
  }
  return found
}

/** As it was saved. */
export async function mhtmlPicture(page: Buffer, { from, to }: Part): Promise<Buffer> {
  const { attachments } = await PostalMime.parse(page.subarray(from, to))
  return Buffer.from((attachments[0]?.content ?? []) as Uint8Array)
}

const NEW_LINE = 10
const MOST_OF_HEAD = 16_384

/** Up to the blank line, without folds. */
const headAt = (page: Buffer, from: number): string =>
  (page.toString('latin1', from, from + MOST_OF_HEAD).split(/\r?\n\r?\n/)[0] ?? '').replace(
    /\r?\n[ \t]+/g,
    ' ',
  )

const field = (head: string, name: 'location' | 'id'): string | undefined =>
  new RegExp(`^content-${name}:\\s*(\\S+)`, 'im').exec(head)?.[1]
