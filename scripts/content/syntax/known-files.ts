// What is known of the publication's files while a text is read, to tell what an address can mean.
import { posix } from 'node:path'
import { nameOf } from '../anchors.ts'

export interface KnownFiles {
  /** The file that is read, from the root. */
  readonly file: string
  /** Anchor prefix of every file that is printed, by path. */
  readonly prefixes: Readonly<Record<string, string>>
}

const PICTURE = /\.(?:png|jpe?g|gif|webp|svg|avif|bmp|tiff?|heic)$/i
const WEB = /^(?:https?:\/\/|www\.)[^\s.]+\.\S/i

export const isPicture = (address: string): boolean => PICTURE.test(address.replace(/[?#].*$/, ''))

/** The address as the dialect has it, when it is one: of the web, of a place in this file, of a file of the book. */
export function addressMeant(written: string, { file, prefixes }: KnownFiles): string | undefined {
  if (WEB.test(written)) return encodeURI(decodedOf(written))
  if (/^(?:mailto:|tel:)\S+$/i.test(written)) return written
  const [path = '', ...fragments] = written.split('#')
  const fragment = fragments.join('#')
  const place = fragment === '' ? '' : `#${/\s/.test(fragment) ? nameOf(fragment) : fragment}`
  if (path.trim() === '') return place || undefined
  const meant = posix.normalize(posix.join(posix.dirname(file), decodedOf(path.trim().replaceAll('\\', '/'))))
  return prefixes[meant] === undefined ? undefined : `${path.trim()}${place}`
}

export function decodedOf(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}
