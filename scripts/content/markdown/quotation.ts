// A plain `>` quotation. It names its speaker in a last line that begins with a dash; else `:::quote` should be used.
import type { ElementContent } from 'hast'
import type { Blockquote } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import { report } from './draft.ts'
import { draftOf, type Handler, h } from './hast.ts'

export const quotation: Handler = (state, node: Blockquote) => {
  const lastLine = plainText(node.children.at(-1)).trim().split('\n').at(-1) ?? ''
  if (!/^[—–-]\s*\S/.test(lastLine)) report(draftOf(state), 'quotation-has-source', node)
  return h('blockquote', {}, ...(state.all(node) as ElementContent[]))
}
