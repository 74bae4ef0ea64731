// Where the bytes of a picture are: in a file of the publication; written into a text, from where they are put aside;
// or a part of a file, which is cut out once.
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { openCache } from './cache.ts'
import { cropped, readCropAddress } from './crop-address.ts'
import { insidePath } from './paths.ts'

const IN_TEXT = /^data:image\/(png|jpe?g|webp);base64,([\sA-Za-z\d+/=_-]*)$/i

export const isInText = (file: string): boolean => /^data:/i.test(file)

/** For messages: an address that holds a whole picture is none that anybody reads. */
export const shownPicture = (file: string): string =>
  isInText(file) ? `${file.slice(0, 22)}…` : readCropAddress(file).file

/**
 * The absolute path of a picture, which is a path from the root, cropped or not, or a `data:` address; else why there
 * is none. Throws where a part of what is no picture is asked for.
 */
export async function picturePath(
  file: string,
  where: { readonly root: string; readonly cache: string; readonly remembers?: boolean },
): Promise<{ path: string } | { problem: 'outside' | 'missing' }> {
  if (!isInText(file)) return filePath(file, where)
  const [, kind = '', letters = ''] = IN_TEXT.exec(file) ?? []
  if (kind === '') return { problem: 'missing' }
  const bytes = Buffer.from(letters, 'base64')
  const name = `${createHash('sha256').update(bytes).digest('hex').slice(0, 32)}.${kind.toLowerCase()}`
  return { path: await openCache(where.cache, 'pictures-in-texts').place(name, bytes) }
}

async function filePath(
  address: string,
  { root, cache, remembers }: Parameters<typeof picturePath>[1],
): ReturnType<typeof picturePath> {
  const { file, crop } = readCropAddress(address)
  const found = await insidePath(root, file)
  if (!crop || 'problem' in found) return found
  const bytes = await readFile(found.path)
  const drawer = openCache(cache, 'cropped-pictures', remembers)
  const key = await drawer.keyOf(bytes, JSON.stringify(crop))
  const known = await drawer.read<{ readonly type: string }>(key)
  if (known) return { path: known.files[known.facts.type]! }
  const part = await cropped(bytes, crop)
  const written = await drawer.write(key, { type: part.type }, { [part.type]: part.bytes })
  return { path: written.files[part.type]! }
}
