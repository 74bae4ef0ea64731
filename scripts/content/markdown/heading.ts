// `## Cost`: one level deeper than the file's own title for each hash sign after the first.
import type { ElementContent } from 'hast'
import type { Heading, Parents } from 'mdast'

import { anchorOf, nameOf } from '../../ground/anchors.ts'
import { isEscaped } from '../syntax/escaped-sign.ts'
import { wordsOf } from '../words-of.ts'
import { claimAnchor, type Draft, lineOf } from './draft.ts'
import { classed, draftOf, type Handler, h, quietly } from './hast.ts'

/** Office programs number their headings: `{#1.-budget}`. */
const OWN_ID = /(?<!\s)\s*\{#([\p{L}\p{N}_][\p{L}\p{M}\p{N}_.:-]*)\}\s*$/u
// A pattern that begins with blanks must not be tried on a million of them.
const LONGEST_ID = 100
/** A heading may end in `{#id}` when its own words would clash with another's. */
export const heading: Handler = (state, node: Heading) => {
  const draft = draftOf(state)
  const words = wordsOf(node)
  const { ownId, name, repeats } = node.data ?? {}
  const id =
    ownId || !name ? claimAnchor(draft, name ?? nameOf(words), node) : anchorOf(draft.source.prefix, name)
  const level = Math.min(6, draft.source.level + node.depth - 1)
  const heard = node.children.some(({ type }) => type === 'formula') ? heardOf(node, draft) : undefined
  draft.headings.push({
    level,
    text: words,
    ...(heard === undefined ? {} : { heard }),
    id,
    line: lineOf(node),
    ...(repeats ? { repeats } : {}),
  })
  const children = quietly(draft, () => state.all(node)) as ElementContent[]
  const element = h(`h${level}`, { id, ...classed(`s${Math.max(1, node.depth - 1)}`) }, ...children)
  state.patch(node, element)
  return element
}

/** With what is read aloud in place of each formula. */
const heardOf = (node: Heading, { formulas }: Draft): string =>
  wordsOf({
    ...node,
    children: node.children.map((child) =>
      child.type === 'formula' ? { ...child, value: formulas[child.data?.index ?? -1]?.spoken ?? '' } : child,
    ),
  })

/** Takes `{#id}` off the end of every heading, before anything reads its words. */
export function takeHeadingIds(parent: Parents, draft: Draft): void {
  for (const node of parent.children) {
    if (node.type === 'heading') takeOwnId(node, draft)
    else if ('children' in node && node.type !== 'paragraph' && node.type !== 'table')
      takeHeadingIds(node, draft)
  }
}

function takeOwnId(node: Heading, draft: Draft): void {
  const last = node.children.at(-1)
  const found = last?.type === 'text' ? OWN_ID.exec(last.value.slice(-LONGEST_ID)) : null
  if (last?.type !== 'text' || !found || isEscaped(last, last.value.lastIndexOf('{'), draft)) return
  last.value = last.value.slice(0, -found[0].length)
  node.data = { ...node.data, ownId: found[1] }
}
