// An example of a specification as a chapter of a publication: the same Markdown, with addresses that lead somewhere.
import type { Definition, Image, Link, Nodes } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

export interface Example {
  readonly number: number
  readonly markdown: string
  /** What the specification says that it becomes. */
  readonly html: string
}

const reader = unified().use(remarkParse).use(remarkGfm).freeze()

interface Place {
  readonly start: number
  readonly end: number
  readonly becomes: string
}

/** Pictures become `picture`, every other destination an address of example.org; labels, titles and signs stay. */
export function exampleChapter({ number, markdown }: Example, picture: string): string {
  return `---\ntitle: Example ${number}\n---\n\n${withDestinations(markdown, picture)}`
}

function withDestinations(markdown: string, picture: string): string {
  const tree = reader.parse(markdown)
  const pictured = new Set<string>()
  visit(tree, (node) => {
    if (node.type === 'imageReference') pictured.add(node.identifier)
  })
  const places: Place[] = []
  visit(tree, (node) => {
    if (node.type !== 'link' && node.type !== 'image' && node.type !== 'definition') return
    const isPicture = node.type === 'image' || (node.type === 'definition' && pictured.has(node.identifier))
    const place = placeOf(node, markdown, isPicture ? picture : addressFor(node.url))
    if (place) places.push(place)
  })
  return places
    .sort((one, other) => other.start - one.start)
    .reduce((text, { start, end, becomes }) => text.slice(0, start) + becomes + text.slice(end), markdown)
    .replace(/(<img src=")[^"]*/g, `$1${picture}`)
}

const addressFor = (url: string): string =>
  `https://example.org/${encodeURIComponent(url.replace(/^[\W_]+/, '')).replace(/[()'*!]/g, '')}`

/** Where the address stands behind the label: as written, in angle brackets or bare. Autolinks stay as they are. */
function placeOf(node: Link | Image | Definition, markdown: string, becomes: string): Place | undefined {
  const from = node.position?.start.offset ?? 0
  const to = node.position?.end.offset ?? 0
  if (markdown[from] !== '[' && markdown[from] !== '!') return undefined
  const lastChild = node.type === 'link' ? node.children.at(-1)?.position?.end.offset : undefined
  const opening = node.type === 'definition' ? ']:' : ']('
  const label =
    node.type === 'image' ? markdown.lastIndexOf(opening, to) : markdown.indexOf(opening, lastChild ?? from)
  if (label < from || label > to) return undefined
  const found = /^\s*(?:<((?:\\.|[^<>\\])*)>|((?:\\.|[^\s\\])*))/.exec(markdown.slice(label + 2, to))
  if (!found) return undefined
  const written = found[1] ?? found[2] ?? ''
  // In brackets of a link, the last one closes the link and not the address, unless it was opened within.
  const bare = found[1] === undefined && node.type !== 'definition' ? balanced(written) : written
  const start = label + 2 + found[0].length - written.length - (found[1] === undefined ? 0 : 1)
  return { start, end: start + bare.length, becomes }
}

function balanced(text: string): string {
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === '(') depth++
    else if (text[at] === ')' && depth-- === 0) return text.slice(0, at)
  }
  return text
}

function visit(node: Nodes, look: (node: Nodes) => void): void {
  look(node)
  if ('children' in node) for (const child of node.children) visit(child, look)
}
