// What a file with raw HTML may hold in the end: what our own constructs write, and the short list for authors.
// clean-html.ts has taken everything else out by then, with findings; this stands behind it.
import type { Options } from 'rehype-sanitize'
import { SAFE_SCHEMES } from './link-scheme.ts'

/** Tags and attributes that an author may write. */
export const AUTHOR_TAGS: Readonly<Record<string, readonly string[]>> = {
  sub: [],
  sup: [],
  br: [],
  abbr: ['title'],
  kbd: [],
  mark: [],
  strong: [],
  cite: [],
  q: ['lang'],
  dl: [],
  dt: [],
  dd: [],
}

/** These go without `html-is-allowed`: a rule of their own says why. */
export const UNDERLINING_TAGS: readonly string[] = ['u', 'ins']

const OUR_TAGS =
  'a aside b blockquote caption code del div em figcaption figure footer h1 h2 h3 h4 h5 h6 hr img li ol p pre span strong table tbody td th thead tr ul'

export const HTML_SCHEMA: Options = {
  tagNames: [...Object.keys(AUTHOR_TAGS), ...OUR_TAGS.split(' ')],
  attributes: {
    '*': [
      'id',
      'className',
      'dataSrc',
      'dataMade',
      'dataMeans',
      'dataPageOf',
      'dataLandscape',
      'dataPlate',
      'dataFile',
      'lang',
      'role',
      'title',
      'ariaHidden',
    ],
    a: ['href'],
    img: ['src', 'alt'],
    ol: ['start'],
    th: ['scope'],
  },
  protocols: { href: SAFE_SCHEMES, src: [] },
  clobber: [],
  ancestors: {},
  strip: ['script', 'style'],
}
