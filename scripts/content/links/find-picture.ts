// Which picture of the publication an address means, as other tools write it.

import { posix } from 'node:path'
import { decoded } from '../../ground/decoded.ts'
import type { ParseContext } from '../parse-context.ts'
import { findFile } from './find-file.ts'

export type FoundPicture =
  /** As its author wrote it; whether it is there is looked at with all others. */
  | { readonly kind: 'as-written' }
  | { readonly kind: 'found'; readonly file: string; readonly isSpeltSo: boolean }
  /** On another website, and in none of the folders. */
  | { readonly kind: 'nowhere' }

export function findPicture(url: string, from: string, context: ParseContext): FoundPicture {
  const path = decoded(url)
  const bare = path.replace(/[?#].*$/s, '')
  const isFromRoot = path.startsWith('/')
  const own = posix.normalize(posix.join(posix.dirname(from), path))
  if (!isFromRoot && context.files.includes(own)) return { kind: 'as-written' }
  const isOutside = own.startsWith('../')
  const found = context.files.length > 0 ? findFile(bare, from, context) : undefined
  // In its own folder only capitals may differ: another picture of that name may show something else.
  if (found?.kind === 'file' && (found.sure || isFromRoot || isOutside)) {
    // Letters with their marks apart are the same name to whoever wrote it.
    const isSpeltSo = found.file.normalize('NFC') === own.normalize('NFC')
    return { kind: 'found', file: found.file, isSpeltSo }
  }
  return isFromRoot ? { kind: 'nowhere' } : { kind: 'as-written' }
}
