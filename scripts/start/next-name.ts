// The name of a new file: the next number of its folder, and its title as the content room makes addresses of names.
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { asciiSlug } from '../ground/language/ascii-slug.ts'
import type { FileKind } from '../model/chapter.ts'

const MOST_LETTERS = 60
const HIGHEST = 999_999 // The content room reads six digits.

export const FOLDERS = { chapter: 'chapters', 'case-study': 'case-studies' } as const satisfies Record<
  FileKind,
  string
>

/** `case-studies/21-flickr-and-local-pride.md`. A folder that is not there yet begins with 01. */
export async function nextName(root: string, kind: FileKind, title: string): Promise<string> {
  const folder = FOLDERS[kind]
  const names = await readdir(join(root, folder)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  const number = nextNumber(names)
  const taken = new Set(names.map((name) => name.replace(/^\d+-|\.md$/gi, '')))
  return `${folder}/${String(number).padStart(2, '0')}-${freeSlug(title, `${kind}-${number}`, taken)}.md`
}

/** Drafts that are hidden from the book (`_22-x.md`) keep their number too. */
function nextNumber(names: readonly string[]): number {
  const numbers = new Set(names.map((name) => Number(/^[._]?(\d{1,6})-/.exec(name)?.[1] ?? 0)))
  const next = Math.max(0, ...numbers) + 1
  if (next <= HIGHEST) return next
  let free = 1
  while (numbers.has(free)) free += 1
  return free
}

/**
 * Two files of one name would get addresses that depend on their order. A title in letters that no address has:
 * `fallback`.
 */
function freeSlug(title: string, fallback: string, taken: ReadonlySet<string>): string {
  const wanted = shortened(asciiSlug(title)) || fallback
  let slug = wanted
  for (let turn = 2; taken.has(slug); turn += 1) slug = `${wanted}-${turn}`
  return slug
}

/** Whole words while there are any. */
function shortened(slug: string): string {
  if (slug.length <= MOST_LETTERS) return slug
  const cut = slug.slice(0, MOST_LETTERS + 1)
  return (cut.includes('-') ? cut.slice(0, cut.lastIndexOf('-')) : cut.slice(0, MOST_LETTERS)).replace(
    /-+$/,
    '',
  )
}
