// `:index[term]`, a place that the index names. <span id="x--i1" class="ix">
import { toString as plainText } from 'mdast-util-to-string'
import { z } from 'zod'
import { withoutControls } from '../control-characters.ts'
import { termsAsked } from '../index-terms.ts'
import { markForIndex, report } from '../markdown/draft.ts'
import { classed, draftOf, h } from '../markdown/hast.ts'
import { value } from './attribute.ts'
import { inline } from './directive.ts'

export const indexTerm = inline({
  name: 'index',
  about: 'a place that the index names',
  example: 'Councils fear :index[the price]{as="barriers > cost"} most.',
  attributes: z.object({
    as: value(
      'what the index calls it: `barriers > cost` is a term below another, `;` parts several; `Twitter; see microblogging` sends readers on, `; see also …` does too',
    ),
  }),
  words: 'author',
  html(state, node) {
    const draft = draftOf(state)
    const children = state.all(node)
    const named = termsAsked(withoutControls(node.attributes?.as ?? plainText(node)))
    if (named.length === 0)
      report(draft, 'directive-is-complete', node, { problem: 'no-term', directive: ':index' })
    return h('span', { id: markForIndex(draft, named, node), ...classed('ix') }, ...(children as never[]))
  },
})
