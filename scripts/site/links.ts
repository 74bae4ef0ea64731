// Addresses inside the website are relative, so that it works in any folder of any host.

/** From page to page: `relativeHref('chapters/a/', 'data/x.csv')` → `../../data/x.csv`. */
export function relativeHref(from: string, to: string, fragment = ''): string {
  const hash = fragment ? `#${encodeURIComponent(fragment)}` : ''
  if (from === to && hash) return hash
  return `${rootOf(from)}${to}${hash}`
}

/** The way up to the home page: `../../`, or `./` from the home page itself. */
export const rootOf = (from: string): string => '../'.repeat(from.split('/').length - 1) || './'

/** The file in which a page stands: a host shows `index.html` of a folder. */
export const fileOf = (address: string): string =>
  address === '' || address.endsWith('/') ? `${address}index.html` : address
