import { type PrintedFile, reference } from './read-printed.ts'

/** Physical page, from 1, of every named destination in the printed file. Throws on a file of another making. */
export function readDestinations(printed: PrintedFile): ReadonlyMap<string, number> {
  const pageOf = new Map(printed.pages.map((number, index) => [number, index + 1]))
  const found = new Map<string, number>()
  for (const [, name, page] of destinationText(printed).matchAll(DESTINATION)) {
    const number = pageOf.get(Number(page))
    if (number !== undefined) found.set(decodeName(name!), number)
  }
  return found
}

const DESTINATION = /\/((?:[^\s/()<>[\]{}%#]|#[0-9A-Fa-f]{2})+)\s*\[(\d+) \d+ R\s*\/XYZ/g

function destinationText({ catalog, object }: PrintedFile): string {
  if (!/\/Dests\b/.test(catalog)) return ''
  return /\/Dests\s*<</.test(catalog) ? catalog : object(reference(catalog, 'Dests'))
}

/** Names are bytes of UTF-8, those outside of ASCII written as `#C3`. */
function decodeName(name: string): string {
  const bytes = name.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
