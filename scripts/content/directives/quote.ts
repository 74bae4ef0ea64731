// <blockquote class="quote">…<footer><b>Name</b>, role</footer>
import type { ElementContent } from 'hast'
import { z } from 'zod'
import { report } from '../markdown/draft.ts'
import { classed, draftOf, from, h, withCalls } from '../markdown/hast.ts'
import { printedValue } from './attribute.ts'
import { block } from './directive.ts'

export const quote = block({
  name: 'quote',
  about: 'a quotation with whose words it is',
  example: ':::quote{by="A speaker" role="Chief Executive"}\nPeople answer when they are asked.\n:::',
  attributes: z.object({
    by: printedValue('person', 'whose words these are'),
    role: printedValue('role', 'what they are'),
  }),
  label: false,
  words: 'quoted',
  holds: 'anything',
  apart: true,
  hangs: true,
  elsewhere: 'same-untitled',
  html(state, node, { by, role }) {
    if (!by) report(draftOf(state), 'quotation-has-source', node)
    const footer =
      by &&
      h(
        'footer',
        from(node),
        h('b', {}, ...withCalls(state, by)),
        ...(role ? withCalls(state, `, ${role}`) : []),
      )
    return h('blockquote', classed('quote'), ...(state.all(node) as ElementContent[]), footer || undefined)
  },
  outline(node, { by, role }, reader) {
    reader.all(node.children)
    if (by) reader.sayWithCalls(node, role ? `${by}, ${role}` : by)
  },
})
