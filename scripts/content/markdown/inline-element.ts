// What HTML has for words in a line and Markdown has not: keys, marks, indices, titles of works. A closed list of
// names, each with the attributes that print.
import type { ElementContent } from 'hast'
import type { Parent, PhrasingContent } from 'mdast'
import { anchorOf } from '../../ground/anchors.ts'
import type { Draft } from './draft.ts'
import { draftOf, type Handler, h } from './hast.ts'

export interface InlineElement extends Parent {
  type: 'inlineElement'
  name: InlineName
  /** `title`: what letters stand for; `lang` and `dir`: of the words; `id`: a place that links lead to. */
  attributes: { readonly title?: string; readonly lang?: string; readonly dir?: string; readonly id?: string }
  children: PhrasingContent[]
}

export const INLINE_ELEMENTS = [
  'abbr',
  'bdi',
  'bdo',
  'cite',
  'code',
  'dfn',
  'ins',
  'kbd',
  'mark',
  'q',
  'samp',
  'small',
  'span',
  'sub',
  'sup',
  'u',
  'var',
  'wbr',
] as const
export type InlineName = (typeof INLINE_ELEMENTS)[number]

declare module 'mdast' {
  interface PhrasingContentMap {
    inlineElement: InlineElement
  }
  interface RootContentMap {
    inlineElement: InlineElement
  }
}

export const inlineElement: Handler = (state, node: InlineElement) => {
  const { title, lang, dir, id } = node.attributes
  const children = state.all(node) as ElementContent[]
  const element = h(
    node.name,
    {
      ...(title ? { title } : {}),
      ...(lang ? { lang } : {}),
      ...(dir ? { dir } : {}),
      // Without a role Chromium leaves the box, and the language with it, out of its tree.
      ...(lang && node.name === 'span' ? { role: 'generic' } : {}),
      ...(id ? { id: anchored(id, draftOf(state)) } : {}),
    },
    ...children,
  )
  state.patch(node, element)
  return element
}

function anchored(id: string, { source, anchors }: Draft): string {
  const anchor = anchorOf(source.prefix, id)
  anchors.push(anchor)
  return anchor
}
