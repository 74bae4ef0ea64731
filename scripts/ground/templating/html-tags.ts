// Walks the tags of a fragment that rehype wrote: text holds no bare `<`, attribute values are quoted.

export interface Tag {
  readonly name: string
  /** As written, from `<` to `>`. */
  readonly text: string
  readonly start: number
  readonly end: number
  readonly kind: 'open' | 'close' | 'void'
}

const TAG = /<(\/?)([a-zA-Z][a-zA-Z0-9-]*)((?:\s+[^\s"'<>/=]+(?:=(?:"[^"]*"|'[^']*'))?)*)\s*(\/?)>/g
const VOID = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'track',
  'wbr',
])

/** Every tag in order. */
export function* tagsOf(html: string): Generator<Tag> {
  for (const match of html.matchAll(TAG)) {
    const [text, slash, name = '', , selfClosing] = match
    const kind = slash ? 'close' : selfClosing || VOID.has(name) ? 'void' : 'open'
    yield { name, text, start: match.index, end: match.index + text.length, kind }
  }
}

/** Rewrites the opening tags; the text between them is left as it is, whatever it looks like. */
export const mapTags = (html: string, change: (tag: string, name: string) => string): string =>
  html.replace(TAG, (whole: string, slash: string, name: string) => (slash ? whole : change(whole, name)))
