// Raw HTML in a text: the few tags and attributes that authors may use stay, comments go silently, all else goes with a finding.
import type { Html, Nodes, Parents } from 'mdast'
import { withoutControlReferences } from '../control-characters.ts'
import { type Draft, lineOf, report } from './draft.ts'
import { AUTHOR_TAGS, UNDERLINING_TAGS } from './html-schema.ts'

const TOKEN = /<!--[\s\S]*?(?:-->|$)|<(\/?)([a-z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^'"<>])*)>|<[!?/][^>]*>?/gi
const ATTRIBUTE = /([^\s=/"'<>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g

// What stands between these is no text for a reader, or would be another page: it goes with them.
const SWALLOWED = new Set(
  'script style iframe object embed noscript template svg math textarea select title xmp noembed noframes audio video canvas'.split(
    ' ',
  ),
)
// Inside these a tag and its end are nodes of their own, with the text between them.
const PHRASING_PARENTS = new Set(
  'paragraph heading tableCell emphasis strong delete link linkReference textDirective'.split(' '),
)
const LIST_TAG = /<d[ltd]\b/

/** Cleans the tree in place. True when HTML is left, so that the HTML parser is needed. */
export function cleanHtml(parent: Parents, draft: Draft): boolean {
  let left = false
  let swallowing = ''
  const inline = PHRASING_PARENTS.has(parent.type)
  const kept: Nodes[] = []
  for (const child of parent.children as Nodes[]) {
    if (child.type !== 'html') {
      if (swallowing) continue
      if ('children' in child && cleanHtml(child, draft)) left = true
      kept.push(child)
      continue
    }
    const cleaned = cleanValue(child, draft, swallowing)
    swallowing = inline ? cleaned.swallowing : ''
    if (cleaned.value.trim() === '') continue
    left = true
    kept.push({
      ...child,
      value: inline || LIST_TAG.test(cleaned.value) ? cleaned.value : asParagraph(child, cleaned.value),
    })
  }
  if (kept.length !== parent.children.length || left) parent.children = kept as typeof parent.children
  return left
}

const asParagraph = (node: Html, value: string): string => `<p data-src="${lineOf(node)}">${value}</p>`

function cleanValue(node: Html, draft: Draft, before: string): { value: string; swallowing: string } {
  let swallowing = before
  let result = ''
  let done = 0
  for (const match of node.value.matchAll(TOKEN)) {
    const [whole, closing, tag = '', attributes = ''] = match
    if (!swallowing) result += plain(node.value.slice(done, match.index))
    done = match.index + whole.length
    const name = tag.toLowerCase()
    const line = lineOf(node) + newlines(node.value.slice(0, match.index))
    if (swallowing) {
      if (closing && name === swallowing) swallowing = ''
    } else if (name && Object.hasOwn(AUTHOR_TAGS, name)) {
      result += closing ? `</${name}>` : openTag(name, attributes, line, draft)
    } else if (!whole.startsWith('<!--') && !closing && !UNDERLINING_TAGS.includes(name)) {
      reportTag(draft, line, name ? `<${name}>` : whole.slice(0, 20))
      if (SWALLOWED.has(name) && !attributes.endsWith('/')) swallowing = name
    }
  }
  if (!swallowing) result += plain(node.value.slice(done))
  return { value: result, swallowing }
}

function openTag(name: string, attributes: string, line: number, draft: Draft): string {
  let tag = name === 'dt' || name === 'dd' ? `<${name} data-src="${line}"` : `<${name}`
  for (const [, written = '', double, single, bare] of attributes.matchAll(ATTRIBUTE)) {
    const attribute = written.toLowerCase()
    const value = withoutControlReferences(double ?? single ?? bare ?? '')
    if (AUTHOR_TAGS[name]?.includes(attribute)) {
      tag += ` ${attribute}="${value.replaceAll('"', '&quot;').replaceAll('<', '&lt;')}"`
    } else {
      reportTag(draft, line, `<${name} ${attribute}>`)
    }
  }
  return `${tag}>`
}

function reportTag(draft: Draft, line: number, actual: string): void {
  report(draft, 'html-is-allowed', { position: { start: { line, column: 1 } } }, { actual })
}

const plain = (text: string): string =>
  withoutControlReferences(text).replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const newlines = (text: string): number => text.split('\n').length - 1
