// Links: to a place in this file, to another file of the book (with its page in print), or out into the web.
import { posix } from 'node:path'
import type { Element, ElementContent, Properties } from 'hast'
import type { Link, Parents } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import { EXHIBIT_NAMES, isCalledSo } from '../../ground/exhibit-kinds.ts'
import { numberSlot, referenceSlot } from '../../ground/html/slot.ts'
import { partsOfWords } from '../../ground/language/foreign-words.ts'
import { beginsSentence } from './begins-sentence.ts'
import type { Draft } from './draft.ts'
import { classed, draftOf, type Handler, h, MADE, quietly, type State } from './hast.ts'
import { linkScheme } from './link-scheme.ts'

export const link: Handler = (state, node: Link, parent) => {
  const draft = draftOf(state)
  const children = quietly(draft, () => state.all(node)) as ElementContent[]
  const { scheme, safe } = linkScheme(node.url)
  if (scheme)
    return safe
      ? patched(
          state,
          node,
          h('a', { href: node.url.trim(), ...titleOf(node), ...classed('external') }, ...children),
        )
      : children
  const { target, file, refers } = node.data ?? {}
  if (file) return [attached(state, node, file, children), ...fileName(node, file)]
  if (!target) return children
  const { line, column } = node.position?.start ?? { line: 1, column: 1 }
  const mark = { target, written: node.url, text: plainText(node), line, column }
  draft.links.push(refers ? { ...mark, refers } : mark)
  if (refers) return reference(state, node, target, parent)
  const element = patched(
    state,
    node,
    h('a', { href: `#${target}`, ...titleOf(node) }, ...children, exhibitNumber(node, target)),
  )
  const elsewhere = !node.url.startsWith('#') && draft.quiet === 0
  return elsewhere ? [element, pageReference(target, draft)] : element
}

/** All of it is printed by us: “figure 3.2 on page 14”. A number alone stands in a sentence that says more. */
function reference(state: State, node: Link, target: string, parent: Parents | undefined): Element[] {
  const draft = draftOf(state)
  const isName = node.data?.refers === 'name'
  const name = isName ? referenceSlot(target, beginsSentence(node, parent)) : numberSlot(target)
  const element = patched(state, node, h('a', { href: `#${target}`, ...titleOf(node), ...MADE }, name))
  if (!isName || draft.quiet > 0) return [element]
  const [before = '', behind = ''] = partsOfWords(draft.context.words.onPage, / ?\{page\}/)
  return [element, pageNamed(target, ` ${before}\u00a0`, behind)]
}

/** Shown on a screen where a mouse rests on the link. */
const titleOf = ({ title }: Link): Properties => (title?.trim() ? { title: title.trim() } : {})

const IS_KIND = new RegExp(`^(?:${EXHIBIT_NAMES.join('|')})$`, 'i')

/**
 * `[figure](#barriers)` prints “figure 3”: the number is put in where all files are known. `[table](#table)` leads to
 * what is called so.
 */
function exhibitNumber(node: Link, target: string): Element | undefined {
  const words = plainText(node).trim()
  if (!node.url.includes('#') || !IS_KIND.test(words) || isCalledSo(words, node.url)) return undefined
  return h('span', MADE, '\u00a0', numberSlot(target))
}

/** A file that the website offers beside its pages. On paper its name tells what is meant. */
function attached(state: State, node: Link, file: string, children: readonly ElementContent[]): Element {
  draftOf(state).files.push(file)
  return patched(state, node, h('a', { ...classed('attached'), dataFile: file }, ...children))
}

function fileName(node: Link, file: string): Element[] {
  const name = posix.basename(file)
  const isSaid = plainText(node).toLowerCase().includes(name.toLowerCase())
  return isSaid ? [] : [h('span', { ...classed('ref'), ...MADE }, ` (${name})`)]
}

const pageReference = (target: string, draft: Draft): Element =>
  pageNamed(target, ` (${draft.context.words.page}\u00a0`, ')')

function pageNamed(target: string, before: string, behind: string): Element {
  const number = h('span', { ...classed('pg'), dataPageOf: target }, '000')
  return h('span', { ...classed('ref'), ...MADE }, before, number, behind)
}

function patched(state: State, node: Link, element: Element): Element {
  state.patch(node, element)
  return element
}
