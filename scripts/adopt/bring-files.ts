// Pictures and other files that texts name → their places in the publication, each once, under a name that every system
// takes.
import { createHash } from 'node:crypto'
import { posix } from 'node:path'
import { asciiSlug } from '../ground/language/ascii-slug.ts'
import { MEGABYTE } from '../ground/limits.ts'
import type { Given } from './draft.ts'

export interface BroughtFile {
  /** From the root of the publication. */
  readonly file: string
  readonly bytes: () => Promise<Uint8Array>
}

export interface Bringer {
  /** Where a file of the original is going to be; why it cannot be brought. */
  readonly bring: (
    given: Given,
    made: ReadonlyMap<string, Uint8Array>,
    name: string,
    folder?: string,
  ) => Promise<Brought>
  readonly files: () => readonly BroughtFile[]
}

export type Brought = { readonly file: string } | { readonly problem: 'too-large' | 'unread' }

export const IS_PICTURE = /\.(?:png|jpe?g|gif|svg|webp|avif|tiff?|bmp)$/i
export const MOST_PICTURE_MB = 64

/** `taken`: files that are there already. */
export function openBringer(taken: readonly string[]): Bringer {
  const names = new Set(taken.map((file) => file.toLowerCase()))
  const byDigest = new Map<string, string>()
  const byName = new Map<string, Promise<Brought>>()
  const files: BroughtFile[] = []
  const settle = async (bytes: () => Promise<Uint8Array>, name: string, folder: string): Promise<Brought> => {
    const digest = await bytes().then(
      (read) => createHash('sha256').update(read).digest('hex'),
      (fault: unknown) => faultOf(fault),
    )
    if (digest === 'too-large' || digest === 'unread') return { problem: digest }
    const key = `${folder === 'data' ? 'data ' : ''}${digest}${posix.extname(name).toLowerCase()}`
    const known = byDigest.get(key)
    if (known !== undefined) return { file: known }
    const file = freeName(name, folder, names)
    byDigest.set(key, file)
    files.push({ file, bytes })
    return { file }
  }
  const ids = new Map<Given, number>()
  return {
    files: () => files,
    bring: (given, made, name, folder = IS_PICTURE.test(name) ? 'chapters/images' : 'attachments') => {
      if (!ids.has(given)) ids.set(given, ids.size)
      const key = `${ids.get(given)} ${name}`
      const inside = made.get(name)
      const bytes = async (): Promise<Uint8Array> =>
        inside ?? given.files.read(name, MOST_PICTURE_MB * MEGABYTE)
      const found = byName.get(key) ?? settle(bytes, name, folder)
      byName.set(key, found)
      return found
    },
  }
}

const faultOf = (fault: unknown): 'too-large' | 'unread' =>
  JSON.stringify((fault as { breach?: unknown })?.breach ?? '').includes('file-too-large')
    ? 'too-large'
    : 'unread'

const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i

function freeName(name: string, folder: string, names: Set<string>): string {
  const ending = posix.extname(name).toLowerCase()
  const slug = asciiSlug(posix.basename(name, posix.extname(name)).replaceAll('_', '-')).slice(0, 60)
  const stem =
    slug === '' || RESERVED.test(slug)
      ? `${IS_PICTURE.test(name) ? 'picture' : 'file'}${slug && `-${slug}`}`
      : slug
  let file = `${folder}/${stem}${ending}`
  for (let turn = 2; names.has(file); turn += 1) file = `${folder}/${stem}-${turn}${ending}`
  names.add(file)
  return file
}
