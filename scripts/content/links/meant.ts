// What the address of a link means: a place in the book, a file beside it, an address of the web, or nothing.

import { posix } from 'node:path'
import { anchorOf } from '../../ground/anchors.ts'
import { decoded } from '../../ground/decoded.ts'
import { nearest } from '../../ground/yaml/checked-yaml.ts'
import type { Severity } from '../../model/place.ts'
import type { Breach } from '../../rules/rules.ts'
import { linkScheme } from '../markdown/link-scheme.ts'
import type { ParseContext } from '../parse-context.ts'
import { findFile } from './find-file.ts'
import { type LinkedMoment, momentOfLink } from './moment-of-link.ts'
import { canBeFollowed, hostAddress, webAddress } from './web-address.ts'

export type Told = Breach<'link-is-safe' | 'link-resolves' | 'markup-is-exact' | 'path-stays-inside'> & {
  readonly severity?: Severity
}

export type Meant = { readonly told?: Told } & (
  | { readonly kind: 'web'; readonly url: string }
  | { readonly kind: 'place'; readonly target: string }
  | { readonly kind: 'file'; readonly file: string }
  | { readonly kind: 'words' }
)

/** Nothing is read or fetched for it: the files of the publication are known. */
export function meantBy(written: string, from: string, context: ParseContext): Meant {
  const url = written.trim()
  const linked = momentOfLink(decoded(url.replace(/[?#].*$/s, '')), from, context)
  if (linked) return ofLaunch(linked)
  const web = webAddress(url)
  if (web) return web.url === url ? followed(url) : suppliedWeb(url, web.url, web.wrong)
  const { scheme, safe } = linkScheme(url)
  if (scheme && !safe) return words({ rule: 'link-is-safe', facts: { scheme } })
  if (scheme) return followed(url)
  return inPublication(url, from, context)
}

const RUNS =
  /\.(?:x?html?|svgz?|[cm]?[jt]sx?|css|wasm|php|xml|xslt?|swf|exe|msi|bat|cmd|com|scr|ps1|sh|jar|app|dmg)$/i

const words = (told?: Told): Meant => (told ? { kind: 'words', told } : { kind: 'words' })

function followed(url: string): Meant {
  if (canBeFollowed(url)) return { kind: 'web', url: withSmallScheme(url) }
  return words({
    rule: 'link-resolves',
    facts: { problem: 'cannot-be-followed', address: url },
    severity: 'warning',
  })
}

/** `HTTPS:` is `https:`, and whatever looks at addresses after this knows only that. */
const withSmallScheme = (url: string): string => url.replace(/^[a-z][a-z\d+.-]*:/i, (it) => it.toLowerCase())

function suppliedWeb(written: string, url: string, wrong = false): Meant {
  if (!canBeFollowed(url)) return followed(url)
  return { kind: 'web', url, told: supplied(written, url, wrong ? 'warning' : 'info') }
}

const supplied = (typed: string, expected: string, severity: Severity): Told => ({
  rule: 'markup-is-exact',
  facts: { problem: 'address', typed, expected },
  severity,
})

function ofLaunch({ moment, isWithheld, url }: LinkedMoment): Meant {
  if (url && !isWithheld) return { kind: 'web', url }
  const problem = isWithheld ? 'moment-withheld' : 'moment-without-page'
  return words({ rule: 'link-resolves', facts: { problem, moment }, severity: 'warning' })
}

function inPublication(url: string, from: string, context: ParseContext): Meant {
  const [before = '', fragment = ''] = splitOnce(url, '#')
  const path = decoded(before.replace(/\?.*$/s, ''))
  const place = decoded(fragment)
  const own = context.prefixes[from] ?? ''
  if (path === '' && (place === '' || place === '#')) {
    const facts = { problem: 'cannot-be-followed', address: `(${url})` } as const
    return words({ rule: 'link-resolves', facts, severity: 'warning' })
  }
  if (path === '') return { kind: 'place', target: anchorOf(own, place) }
  const found = findFile(path, from, context)
  if (found?.kind === 'left-out') return words()
  if (found?.kind === 'text' || found?.kind === 'file') {
    const name = posix.relative(posix.dirname(from), found.file)
    const told = found.sure ? {} : { told: supplied(url, name + (fragment ? `#${fragment}` : ''), 'info') }
    const problem = found.kind === 'file' ? notOffered(found.file) : undefined
    if (problem)
      return words({ rule: 'link-resolves', facts: { problem, address: url }, severity: 'warning' })
    if (found.kind === 'file') return { kind: 'file', file: found.file, ...told }
    const prefix = context.prefixes[found.file] ?? ''
    return { kind: 'place', target: place ? anchorOf(prefix, place) : prefix, ...told }
  }
  const host = hostAddress(url)
  if (host) return suppliedWeb(url, host)
  return words(missing(url, path, from, found?.kind === 'outside', context))
}

/** What would run on the reader’s computer; and launch day, which holds what nobody may be shown. */
function notOffered(file: string): 'could-run' | 'of-launch-day' | undefined {
  if (/^launch\//i.test(file)) return 'of-launch-day'
  return RUNS.test(file) ? 'could-run' : undefined
}

/**
 * A slip in the name of a text that is there is the author's to mend; where nothing is like it, the text came from
 * elsewhere.
 */
function missing(
  url: string,
  path: string,
  from: string,
  isOutside: boolean,
  { prefixes }: ParseContext,
): Told {
  if (isOutside) return { rule: 'path-stays-inside', facts: { path: url, isLink: true }, severity: 'warning' }
  if (path.startsWith('/')) {
    return { rule: 'link-resolves', facts: { problem: 'from-the-root', address: url }, severity: 'warning' }
  }
  const file = posix.normalize(posix.join(posix.dirname(from), path))
  const near = nearest(file, Object.keys(prefixes))
  const isSlip = near !== undefined && digitsIn(near) === digitsIn(file)
  if (!isSlip) {
    const facts = { problem: 'not-of-the-publication', address: url } as const
    return { rule: 'link-resolves', facts, severity: 'warning' }
  }
  return {
    rule: 'link-resolves',
    facts: { problem: 'not-there', address: url, suggestion: posix.relative(posix.dirname(from), near) },
  }
}

/** `02-part.md` is no slip for `03-part.md`. */
const digitsIn = (text: string): string => text.replace(/\D/g, '')

function splitOnce(text: string, at: string): string[] {
  const index = text.indexOf(at)
  return index < 0 ? [text] : [text.slice(0, index), text.slice(index + 1)]
}
