// <div class="steps"><ol>
import type { ElementContent } from 'hast'
import { z } from 'zod'
import { incomplete } from '../markdown/attributes.ts'
import { classed, draftOf, h } from '../markdown/hast.ts'
import { block } from './directive.ts'

export const steps = block({
  name: 'steps',
  about: 'what others can use: a heading and a numbered list',
  example: ':::steps\n## How others can begin\n\n1. Choose a channel.\n2. Name who answers.\n:::',
  attributes: z.object({}),
  label: false,
  words: 'author',
  holds: 'list',
  apart: false,
  html(state, node) {
    if (!node.children.some((child) => child.type === 'list' && child.ordered))
      incomplete(draftOf(state), node, { problem: 'no-steps' })
    return h('div', classed('steps'), ...(state.all(node) as ElementContent[]))
  },
})
