import type { PrintedFile } from './read-printed.ts'

/** Physical page, from 1, of every named destination in the printed file. */
export function readDestinations(printed: PrintedFile): ReadonlyMap<string, number> {
  const pageOf = new Map(printed.pages.map((number, index) => [number, index + 1]))
  const found = new Map<string, number>()
  for (const [, name, page] of printed.destinations.text.matchAll(DESTINATION)) {
    const number = pageOf.get(Number(page))
    if (number !== undefined) found.set(decodeName(name!), number)
  }
  return found
}

const DESTINATION = /\/((?:[^\s/()<>[\]{}%#]|#[0-9A-Fa-f]{2})+)\s*\[(\d+) \d+ R\s*\/XYZ/g

/** The array after a name, at the beginning of a text. */
export const DESTINATION_TARGET = /^\[\d+ \d+ R\s*\/XYZ[^\]]*\]/

/** Names are bytes of UTF-8, those outside of ASCII written as `#C3`. */
function decodeName(name: string): string {
  const bytes = name.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
