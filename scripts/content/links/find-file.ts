// Which file a path means, as other tools write it: without its ending or its number, as a folder, from the root of a
// site, by the address that front matter gave it.
import { posix } from 'node:path'
import { asciiSlug } from '../../ground/language/ascii-slug.ts'
import type { ParseContext } from '../parse-context.ts'

interface Found {
  readonly kind: 'text' | 'left-out' | 'file'
  readonly file: string
  /** By its path, though perhaps with another ending or other capitals. */
  readonly sure: boolean
}

export type FoundFile = Found | { readonly kind: 'outside' } | undefined

type Files = Pick<ParseContext, 'prefixes' | 'leftOut' | 'files' | 'addresses'>

const TEXT_ENDING = /\.(?:md|mdx|markdown|mkd|html?|php|aspx?|rst|txt|ipynb)$/i
const INDEX = /(?:^|\/)(?:index|_index|readme)$/i

/** `path` is decoded, without query and fragment; `from` is the file that it stands in. */
export function findFile(path: string, from: string, context: Files): FoundFile {
  const isFromRoot = path.startsWith('/')
  const joined = posix.normalize(isFromRoot ? path.slice(1) : posix.join(posix.dirname(from), path))
  const isOutside = joined === '..' || joined.startsWith('../')
  if (!isFromRoot && Object.hasOwn(context.prefixes, joined))
    return { kind: 'text', file: joined, sure: true }
  const exact = isOutside || isFromRoot ? undefined : byPath(joined, context)
  if (exact) return exact
  const fromRoot = isFromRoot && !isOutside ? byPath(joined, context) : undefined
  if (fromRoot) return { ...fromRoot, sure: false }
  return byName(path, context) ?? (isOutside ? { kind: 'outside' } : undefined)
}

/** The path itself; then with a text's ending, as a folder, in other capitals. */
function byPath(path: string, { prefixes, leftOut, files }: Files): Found | undefined {
  const bare = path.replace(/(?<!\/)\/+$/, '')
  const stem = bare.replace(TEXT_ENDING, '')
  const wanted = [
    bare,
    ...['.md', '.markdown', '/index.md', '/README.md', '/_index.md'].flatMap((ending) => [
      stem + ending,
      bare + ending,
    ]),
  ]
  const kinds = [
    ['text', Object.keys(prefixes)],
    ['left-out', leftOut],
    ['file', files],
  ] as const
  for (const same of [(name: string) => name, (name: string) => name.normalize('NFC').toLowerCase()]) {
    for (const [kind, names] of kinds) {
      // A file that is no text has its whole name.
      for (const one of kind === 'file' ? [bare] : wanted) {
        const found = names.filter((name) => same(name) === same(one))
        if (found[0] && isOne(found, prefixes)) return { kind, file: found[0], sure: true }
      }
    }
  }
  return undefined
}

/**
 * By an address of front matter, or by the end of it or of the path without numbers and endings: where exactly one
 * fits.
 */
function byName(path: string, { prefixes, leftOut, files, addresses }: Files): Found | undefined {
  const texts = [...Object.keys(prefixes), ...leftOut]
  const wanted = partsOf(path)
  if (wanted.length === 0) return undefined
  const kindOf = (file: string) => (Object.hasOwn(prefixes, file) ? 'text' : 'left-out')
  const given = texts.filter((file) => addresses[file]?.some((one) => same(partsOf(one), wanted)))
  if (given[0] && isOne(given, prefixes)) return { kind: kindOf(given[0]), file: given[0], sure: false }
  const isText = TEXT_ENDING.test(path) || !/\.[a-z\d]{1,5}$/i.test(path)
  const candidates = isText ? texts : [...files]
  // As many of the last names as agree: `guides/setup` fits better to `guides/01-setup.md` than to `more/setup.md`.
  for (let length = wanted.length; length > 0; length -= 1) {
    const end = wanted.slice(-length)
    const found = candidates.filter((file) =>
      [file, ...(addresses[file] ?? [])].some((name) => same(partsOf(name).slice(-length), end)),
    )
    if (found.length > 1 && !isOne(found, prefixes)) return undefined
    if (found[0]) return { kind: isText ? kindOf(found[0]) : 'file', file: found[0], sure: false }
  }
  return undefined
}

/** A file may be known under two spellings of its letters. */
const isOne = (found: readonly string[], prefixes: Files['prefixes']): boolean =>
  new Set(found.map((file) => prefixes[file] ?? file)).size === 1

const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((part, index) => part === b[index])

/** Folders and name, without numbers, endings, capitals and what stands for a folder itself. */
function partsOf(path: string): string[] {
  const isText = TEXT_ENDING.test(path)
  const stem = path
    .replace(/[?#].*$/, '')
    .replace(TEXT_ENDING, '')
    .replace(/(?<!\/)\/+$/, '')
    .replace(INDEX, '')
  return stem
    .split('/')
    .filter((part) => !['', '.', '..'].includes(part))
    .map((part) =>
      isText || !/\.[a-z\d]{1,5}$/i.test(part) ? plain(part) : part.normalize('NFC').toLowerCase(),
    )
}

/** `03-Getting_started` is `getting-started`. */
const plain = (part: string): string => {
  const bare = part.replace(/^\d{1,6}[-_. ]+(?=\D)/, '').replaceAll('_', '-')
  return asciiSlug(bare) || bare.normalize('NFC').toLowerCase()
}
