// Where each text stands on the website. On paper the same addresses are printed beside the QR code, so both rooms
// ask here.
import type { Chapter } from '../model/chapter.ts'
import type { Publication } from '../model/publication.ts'
import { LAYOUTS } from './layouts.ts'

type Addressed = Pick<Chapter, 'kind' | 'prefix'> & { readonly matter: Pick<Chapter['matter'], 'layout'> }

/** `case-studies/dudley-flickr/`: from the file's name, so that it stays when the title changes. */
export function addressOf({ kind, prefix, matter }: Addressed): string {
  if (kind === 'case-study') return `case-studies/${prefix.replace(/^case-/, '')}/`
  return LAYOUTS[matter.layout].address ?? `chapters/${prefix.replace(/^chapter-/, '')}/`
}

/** `web:` as the address that every other one is below: with `https://` and a last `/`. Undefined when it is none. */
export function webAddress({ web }: Pick<Publication, 'web'>): string | undefined {
  if (web === '') return undefined
  const written = /^[a-z][a-z\d+.-]*:/i.test(web) ? web : `https://${web}`
  if (/[?#]/.test(written) || !URL.canParse(written)) return undefined
  const { protocol, origin, hostname, pathname, username } = new URL(written)
  if (!/^https?:$/.test(protocol) || username || !hostname.includes('.')) return undefined
  if (/\.[^/]*$/.test(pathname)) return undefined // A page such as `index.html` has nothing below it.
  return `${origin}${pathname.replace(/\/*$/, '/')}`
}

/** An address as it is read and typed: what every address begins with is left out. */
export const shownAddress = (href: string): string => href.replace(/^(?:https?:\/\/|mailto:)|\/$/g, '')
