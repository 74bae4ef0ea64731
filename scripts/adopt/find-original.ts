// Which file of the original an address means: by its path, without its ending, as a folder, from the root of a site,
// by the address that its front matter gives it, or by the end of its path where one fits.
import { posix } from 'node:path'
import { asciiSlug } from '../ground/language/ascii-slug.ts'

export interface OriginalFile {
  readonly name: string
  /** Addresses on a website that front matter gives it. */
  readonly addresses: readonly string[]
  readonly isText: boolean
}

export interface Originals {
  /** `path` is decoded, without query and fragment. Undefined where nothing or more than one fits. */
  readonly find: (path: string, from: string) => string | undefined
  /** Whether a path leads out of what was given. */
  readonly isOutside: (path: string, from: string) => boolean
}

const TEXT_ENDING =
  /(?:\.html)?\.(?:md|mdx|qmd|rmd|markdown|mdown|mkdn?)(?:\.(?:erb|njk|liquid|j2|jinja2?))?$|\.(?:html?|ipynb|rst|txt)$/i
const STANDS_FOR_FOLDER = /(?:^|\/)(?:index|_index|readme)$/i
/** Folders whose files a website has at its root. */
const ROOTS = [
  '',
  'static',
  'public',
  'assets',
  'docs',
  'docs/public',
  'content',
  'src',
  'source',
  'website/static',
]

export function openOriginals(files: readonly OriginalFile[]): Originals {
  const byKey = new Map<string, string[]>()
  const byEnd = new Map<string, string[]>()
  const put = (map: Map<string, string[]>, key: string, name: string): void => {
    const names = map.get(key)
    if (!names) map.set(key, [name])
    // Of more than one nobody knows which is meant.
    else if (names.length < 2 && !names.includes(name)) names.push(name)
  }
  for (const { name, addresses, isText } of files) {
    for (const key of keysOf(name, isText)) put(byKey, key, name)
    for (const path of [name, ...addresses]) {
      const parts = partsOf(path, isText)
      for (let from = 0; from < parts.length; from += 1) put(byEnd, parts.slice(from).join('/'), name)
    }
  }
  const one = (names: readonly string[] | undefined): string | undefined =>
    names?.length === 1 ? names[0] : undefined
  const exact = new Set(files.map(({ name }) => name))
  const byPath = (path: string): string | undefined =>
    exact.has(path)
      ? path
      : (one(byKey.get(keyOf(path))) ?? one(byKey.get(keyOf(path.replace(TEXT_ENDING, '')))))
  return {
    isOutside: (path, from) => !path.startsWith('/') && joined(path, from).startsWith('..'),
    find: (path, from) => {
      const isFromRoot = path.startsWith('/')
      const paths = isFromRoot
        ? ROOTS.map((root) => posix.normalize(posix.join(root, path.replace(/^\/+/, ''))))
        : [joined(path, from)]
      for (const wanted of paths) {
        const found = wanted.startsWith('..') ? undefined : byPath(wanted)
        if (found !== undefined) return found
      }
      return byItsEnd(path, byEnd)
    },
  }
}

const joined = (path: string, from: string): string => posix.normalize(posix.join(posix.dirname(from), path))

const keyOf = (path: string): string => path.replace(/\/+$/, '').normalize('NFC').toLowerCase()

function keysOf(name: string, isText: boolean): string[] {
  if (!isText) return [keyOf(name)]
  const stem = name.replace(TEXT_ENDING, '')
  const folder = STANDS_FOR_FOLDER.test(stem) ? [stem.replace(STANDS_FOR_FOLDER, '')] : []
  return [name, stem, ...folder].map(keyOf)
}

/** As many of its last names as agree with one file alone: `guides/setup` is `guides/01-setup.md`. */
function byItsEnd(path: string, byEnd: ReadonlyMap<string, readonly string[]>): string | undefined {
  const isText = TEXT_ENDING.test(path) || !/\.[a-z\d]{1,5}$/i.test(path)
  const parts = partsOf(path, isText)
  for (let from = 0; from < parts.length; from += 1) {
    const found = byEnd.get(parts.slice(from).join('/')) ?? []
    if (found.length > 1) return undefined
    if (found[0] !== undefined) return found[0]
  }
  return undefined
}

/** Folders and name, without numbers, endings, capitals and what stands for a folder itself. */
function partsOf(path: string, isText: boolean): string[] {
  const stem = isText
    ? path.replace(TEXT_ENDING, '').replace(/\/+$/, '').replace(STANDS_FOR_FOLDER, '')
    : path
  return stem
    .split('/')
    .filter((part) => !['', '.', '..'].includes(part))
    .map((part) => (isText ? plain(part) : part.normalize('NFC').toLowerCase()))
}

const plain = (part: string): string => {
  const bare = part.replace(/^(?:\d{4}-\d\d-\d\d-|\d{1,6}[-_. ]+)(?=\D)/, '').replaceAll('_', '-')
  return asciiSlug(bare) || bare.normalize('NFC').toLowerCase()
}
