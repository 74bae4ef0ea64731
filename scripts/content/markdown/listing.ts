// A listing as it was typed. What is to be seen of its lines stands at it until they are set: listings/set-listings.ts.
import type { Code } from 'mdast'
import { lineBeyond } from '../syntax/listing-looks.ts'
import { claimAnchor, type Draft, report } from './draft.ts'
import { classed, draftOf, type Handler, h } from './hast.ts'

export const listing: Handler = (state, node: Code) => {
  const look = node.data?.look
  const beyond = look && lineBeyond(look, node)
  if (beyond !== undefined)
    report(draftOf(state), 'markup-is-exact', node, {
      problem: 'line-is-not-there',
      typed: look?.written ?? '',
      line: beyond,
      lines: node.value.split('\n').length,
    })
  const id = node.data?.ownName ? named(node.data.ownName, node, draftOf(state)) : undefined
  const language = /^[^\s{}]+/.exec(node.lang ?? '')?.[0]
  const element = h(
    'pre',
    {
      ...(id ? { id } : {}),
      ...(look?.firstNumber === undefined ? {} : { dataFirst: String(look.firstNumber) }),
      ...(look && look.marked.length > 0 ? { dataMarked: look.marked.join(' ') } : {}),
    },
    h('code', language ? classed(`language-${language}`) : {}, node.value === '' ? '' : `${node.value}\n`),
  )
  state.patch(node, element)
  return element
}

/** A place that links lead to. */
function named(name: string, node: Code, draft: Draft): string {
  const anchor = claimAnchor(draft, name, node)
  draft.anchors.push(anchor)
  if (node.data?.title) draft.blockTitles.set(anchor, node.data.title)
  return anchor
}
