// <div data-landscape>, at the top level only
import type { ElementContent } from 'hast'
import { z } from 'zod'
import { incomplete } from '../markdown/attributes.ts'
import { atWidth, classed, draftOf, h } from '../markdown/hast.ts'
import { block } from './directive.ts'

export const landscape = block({
  name: 'landscape',
  about: 'pages turned on their side',
  example: ':::landscape\n| Channel | Readers |\n|---|---:|\n| Flickr | 40 |\n| Twitter | 90 |\n:::',
  attributes: z.object({}),
  label: false,
  words: 'author',
  holds: 'anything',
  apart: false,
  ownPage: true,
  properties: ['dataLandscape'],
  html(state, node) {
    const draft = draftOf(state)
    if (node.children.length === 0) incomplete(draft, node, { problem: 'nothing-to-turn' })
    const children = atWidth(draft, draft.measures.turnedMm, () => state.all(node) as ElementContent[])
    return h('div', { dataLandscape: '', ...classed('landscape') }, ...children)
  },
})
