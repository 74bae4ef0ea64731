// Links: to a place in this file, to another file of the book (with its page in print), or out into the web.
import { posix } from 'node:path'
import type { Element, ElementContent } from 'hast'
import type { Link } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import { nearest } from '../../checked-yaml.ts'
import { slot } from '../../slots.ts'
import { anchorOf } from '../anchors.ts'
import { type Draft, report } from './draft.ts'
import { classed, draftOf, type Handler, h, MADE, quietly, type State } from './hast.ts'
import { linkScheme } from './link-scheme.ts'

export const link: Handler = (state, node: Link) => {
  const draft = draftOf(state)
  const children = quietly(draft, () => state.all(node)) as ElementContent[]
  const { scheme, safe } = linkScheme(node.url)
  if (scheme)
    return safe
      ? patched(state, node, h('a', { href: node.url.trim(), ...classed('external') }, ...children))
      : children
  const target = targetOf(node, draft)
  if (!target) return children
  const { line, column } = node.position?.start ?? { line: 1, column: 1 }
  draft.links.push({ target, written: node.url, text: plainText(node), line, column })
  const element = patched(
    state,
    node,
    h('a', { href: `#${target}` }, ...children, exhibitNumber(node, target)),
  )
  const elsewhere = !node.url.startsWith('#') && draft.quiet === 0
  return elsewhere ? [element, pageReference(target, draft)] : element
}

/** `[figure](#barriers)` prints “figure 3”: the number is put in where all files are known. */
function exhibitNumber(node: Link, target: string): Element | undefined {
  if (!node.url.includes('#') || !/^(?:figure|table)$/i.test(plainText(node).trim())) return undefined
  return h('span', MADE, `\u00a0${slot('number', target)}`)
}

function pageReference(target: string, draft: Draft): Element {
  const number = h('span', { ...classed('pg'), dataPageOf: target }, '000')
  return h(
    'span',
    { ...classed('ref'), ...MADE },
    ` (${draft.context.words.page ?? 'page'}\u00a0`,
    number,
    ')',
  )
}

/** The anchor in the book that a relative link means, or undefined with a finding. */
function targetOf(node: Link, draft: Draft): string | undefined {
  const [path = '', fragment = ''] = splitOnce(node.url.replace(/\?[^#]*/, ''), '#')
  if (path === '' && fragment === '') {
    report(draft, 'link-resolves', node, { actual: `(${node.url})` })
    return undefined
  }
  const file =
    path === ''
      ? draft.source.file
      : posix.normalize(posix.join(posix.dirname(draft.source.file), decoded(path)))
  if (file.startsWith('../') || file.startsWith('/') || path.startsWith('/')) {
    report(draft, 'path-stays-inside', node, { actual: node.url })
    return undefined
  }
  const prefix = draft.context.prefixes[file]
  if (prefix === undefined) {
    if (draft.context.leftOut.includes(file)) return undefined // What is left out has told so itself.
    const suggestion = nearestFile(file, draft)
    report(draft, 'link-resolves', node, { actual: node.url, suggestion })
    return undefined
  }
  return fragment ? anchorOf(prefix, decoded(fragment)) : prefix
}

function nearestFile(file: string, draft: Draft): string | undefined {
  const names = Object.keys(draft.context.prefixes)
  const sameName = names.find((name) => posix.basename(name) === posix.basename(file))
  const found = sameName ?? nearest(file, names)
  return found && posix.relative(posix.dirname(draft.source.file), found)
}

const splitOnce = (text: string, at: string): string[] => {
  const index = text.indexOf(at)
  return index < 0 ? [text] : [text.slice(0, index), text.slice(index + 1)]
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function patched(state: State, node: Link, element: Element): Element {
  state.patch(node, element)
  return element
}
