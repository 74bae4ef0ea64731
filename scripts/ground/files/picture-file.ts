// Where the bytes of a picture are: in a file of the publication, or written into a text, from where they are put
// aside.
import { createHash } from 'node:crypto'
import { openCache } from './cache.ts'
import { insidePath } from './paths.ts'

const IN_TEXT = /^data:image\/(png|jpe?g|webp);base64,([\sA-Za-z\d+/=_-]*)$/i

export const isInText = (file: string): boolean => /^data:/i.test(file)

/** For messages: an address that holds a whole picture is none that anybody reads. */
export const shownPicture = (file: string): string => (isInText(file) ? `${file.slice(0, 22)}…` : file)

/** The absolute path of a picture, which is a path from the root or a `data:` address; else why there is none. */
export async function picturePath(
  file: string,
  { root, cache }: { readonly root: string; readonly cache: string },
): Promise<{ path: string } | { problem: 'outside' | 'missing' }> {
  if (!isInText(file)) return insidePath(root, file)
  const [, kind = '', letters = ''] = IN_TEXT.exec(file) ?? []
  if (kind === '') return { problem: 'missing' }
  const bytes = Buffer.from(letters, 'base64')
  const name = `${createHash('sha256').update(bytes).digest('hex').slice(0, 32)}.${kind.toLowerCase()}`
  return { path: await openCache(cache, 'pictures-in-texts').place(name, bytes) }
}
