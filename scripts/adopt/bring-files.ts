// Pictures and other files that texts name → their places in the publication, each once, under a name that every system
// takes.
import { createHash } from 'node:crypto'
import { posix } from 'node:path'
import { asciiSlug } from '../ground/language/ascii-slug.ts'
import { MEGABYTE } from '../ground/limits.ts'
import type { Given } from './draft.ts'
import type { Existing } from './there-already.ts'

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

/** `isThere`: the publication had it before. */
export type Brought =
  | { readonly file: string; readonly isThere?: boolean }
  | { readonly problem: 'too-large' | 'unread' }

export const IS_PICTURE = /\.(?:png|jpe?g|gif|svg|webp|avif|tiff?|bmp)$/i
export const MOST_PICTURE_MB = 64

/** `taken`: files that are there already; one of the same bytes is not brought again. */
export function openBringer({ taken, read }: Existing): Bringer {
  const names = new Set(taken.map((file) => file.toLowerCase()))
  const isThere = async (file: string, digest: string): Promise<boolean> => {
    const bytes = names.has(file) ? await read?.(file) : undefined
    return bytes !== undefined && digestOf(bytes) === digest
  }
  const byDigest = new Map<string, string>()
  const byName = new Map<string, Promise<Brought>>()
  const files: BroughtFile[] = []
  const settle = async (bytes: () => Promise<Uint8Array>, name: string, folder: string): Promise<Brought> => {
    const digest = await bytes().then(digestOf, (fault: unknown) => faultOf(fault))
    if (digest === 'too-large' || digest === 'unread') return { problem: digest }
    const key = `${folder === 'data' ? 'data ' : ''}${digest}${posix.extname(name).toLowerCase()}`
    const known = byDigest.get(key)
    if (known !== undefined) return { file: known }
    const first = posix.join(folder, plainName(name))
    if (await isThere(first, digest)) {
      byDigest.set(key, first)
      return { file: first, isThere: true }
    }
    const file = freeName(first, names)
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

function plainName(name: string): string {
  const ending = posix.extname(name).toLowerCase()
  const slug = asciiSlug(posix.basename(name, posix.extname(name)).replaceAll('_', '-')).slice(0, 60)
  if (slug !== '' && !RESERVED.test(slug)) return slug + ending
  return `${IS_PICTURE.test(name) ? 'picture' : 'file'}${slug && `-${slug}`}${ending}`
}

function freeName(first: string, names: Set<string>): string {
  const ending = posix.extname(first)
  let file = first
  for (let turn = 2; names.has(file); turn += 1)
    file = `${first.slice(0, -ending.length || undefined)}-${turn}${ending}`
  names.add(file)
  return file
}

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
