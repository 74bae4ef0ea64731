// What is known of the publication's files while a text is read, to tell what an address can mean.

import { nameOf } from '../../ground/anchors.ts'
import { decoded } from '../../ground/decoded.ts'
import { findFile } from '../links/find-file.ts'
import type { ParseContext } from '../parse-context.ts'
import type { KnownValues } from '../values/value-named.ts'

export interface KnownFiles extends Pick<ParseContext, 'prefixes' | 'leftOut' | 'files' | 'addresses'> {
  /** The file that is read, from the root. */
  readonly file: string
  /** What `:value[…]` can name; undefined where none is put in. */
  readonly values?: KnownValues
  /** Where the publication has a bibliography. */
  readonly citations?: ParseContext['citations']
  /** Works come along with a text that is adopted. */
  readonly cites?: boolean
}

const PICTURE = /\.(?:png|jpe?g|gif|webp|svg|avif|bmp|tiff?|heic)$/i
const WEB = /^(?:https?:\/\/|www\.)[^\s.]+\.\S/i

export const isPicture = (address: string): boolean => PICTURE.test(address.replace(/[?#].*$/, ''))

/**
 * The address as the dialect has it, when it is one: of the web, of a place in this file, of a file of the
 * publication.
 */
export function addressMeant(written: string, known: KnownFiles): string | undefined {
  if (WEB.test(written)) return encodeURI(decoded(written))
  if (/^(?:mailto:|tel:)\S+$/i.test(written)) return written
  const { path, place } = partsOf(written)
  if (path === '') return place || undefined
  const found = findFile(decoded(path.replaceAll('\\', '/')), known.file, known)
  return found === undefined || found.kind === 'outside' ? undefined : `${path}${place}`
}

/** A heading with blanks in it is named as headings are. */
export function partsOf(written: string): { readonly path: string; readonly place: string } {
  const [path = '', ...fragments] = written.split('#')
  const fragment = fragments.join('#').trim()
  const place = fragment === '' ? '' : `#${/\s/.test(fragment) ? nameOf(fragment) : fragment}`
  return { path: path.trim(), place }
}
