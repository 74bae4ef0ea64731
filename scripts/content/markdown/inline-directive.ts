// `:lang[mot juste]{fr}`, words of another language, and `:index[term]`, a place that the index names.

import type { ElementContent } from 'hast'
import { toString as plainText } from 'mdast-util-to-string'
import { composed } from '../composed.ts'
import { withoutControls } from '../control-characters.ts'
import { markForIndex, report } from './draft.ts'
import { classed, draftOf, type Handler, h, quietly, type TextDirective } from './hast.ts'

export const inlineDirective: Handler = (state, node: TextDirective) => {
  const draft = draftOf(state)
  if (!hasLabel(node, draft.source.text)) return { type: 'text', value: sourceOf(node, draft.source.text) }
  if (node.name === 'lang') {
    const children = quietly(draft, () => state.all(node)) as ElementContent[]
    const language = languageOf(node)
    if (language) return h('span', { lang: language, role: 'generic' }, ...children)
    const mend = 'Write the code of the language behind the words: `:lang[mot juste]{fr}`.'
    report(draft, 'directive-is-complete', node, { actual: ':lang', other: 'names no language', mend })
    return children
  }
  const children = state.all(node) as ElementContent[]
  const terms = withoutControls(node.attributes?.as ?? plainText(node))
    .split(';')
    .map((term) => term.trim().replace(/\s+/g, ' '))
  const named = terms.filter((term) => term !== '')
  if (named.length === 0) {
    const mend = 'Write `:index[term]`, or `:index[shown]{as="barriers > cost"}`.'
    report(draft, 'directive-is-complete', node, { actual: ':index', other: 'names no term', mend })
  }
  return h('span', { id: markForIndex(draft, named), ...classed('ix') }, ...children)
}

/** `:lang[` without its closing bracket is parsed as an empty directive; then it is text like any other. */
export const hasLabel = (node: TextDirective, source: string): boolean => sourceOf(node, source).includes('[')

export const sourceOf = (node: TextDirective, source: string): string =>
  composed(source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0))

function languageOf(node: TextDirective): string | undefined {
  const { lang, ...others } = node.attributes ?? {}
  const code = lang || Object.keys(others)[0]
  return code && /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(code) ? code : undefined
}
