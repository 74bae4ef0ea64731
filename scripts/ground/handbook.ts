// The handbook that comes with the program: whoever has the package alone finds its pages in the package.
import { relative, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

export const HANDBOOK = fileURLToPath(new URL('../../docs/chapters', import.meta.url))

const RULES = '37-rules.md'

/** What is written as seen from a folder, `..` steps too, unless the whole path is shorter. */
export function handbookFrom(folder: string, page = ''): string {
  const path = page ? `${HANDBOOK}${sep}${page}` : HANDBOOK
  const seen = relative(folder, path)
  return seen !== '' && seen.length < path.length ? seen : path
}

export const pageOfRule = (id: string): string => `${RULES}#${id}`

/** An address that a browser on this machine opens. */
export const addressHere = (page: string): string => {
  const [file = '', place = ''] = page.split('#')
  return `${pathToFileURL(`${HANDBOOK}${sep}${file}`).href}${place && `#${place}`}`
}
