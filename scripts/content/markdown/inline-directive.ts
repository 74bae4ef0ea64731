// `:name[words]{…}`: one of ours is what its file makes of it; one without words in brackets is text.
import { composed } from '../composed.ts'
import { unknownAttributes } from '../directives/check-attributes.ts'
import { inlineNamed } from '../directives/directives.ts'
import { report } from './draft.ts'
import { draftOf, type Handler, type TextDirective } from './hast.ts'

export const inlineDirective: Handler = (state, node: TextDirective) => {
  const draft = draftOf(state)
  const source = sourceOf(node, draft.source.text)
  const directive = inlineNamed(node.name)
  // `:lang[` without its closing bracket is parsed as an empty directive; then it is text like any other.
  if (!directive || !source.includes('[')) return { type: 'text', value: source }
  if (directive.attributes)
    for (const lack of unknownAttributes(node.attributes ?? {}, directive.attributes))
      report(draft, 'directive-is-complete', node, { ...lack, directive: `:${node.name}` })
  return directive.html(state, node)
}

const sourceOf = (node: TextDirective, source: string): string =>
  composed(source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0))
