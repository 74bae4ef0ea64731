// <aside class="brief"><p class="label" data-made>In brief</p>
import { z } from 'zod'
import { incomplete } from '../markdown/attributes.ts'
import { classed, draftOf } from '../markdown/hast.ts'
import { asideElement, ourLabel } from './aside.ts'
import { block } from './directive.ts'

const MOST_POINTS = 3

export const brief = block({
  name: 'brief',
  about: 'the panel “In brief”: three points at most, once a chapter',
  example: ':::brief\n- Start small.\n- Answer quickly.\n:::',
  attributes: z.object({}),
  label: false,
  words: 'author',
  holds: 'anything',
  apart: true,
  means: 'callout',
  html(state, node) {
    const draft = draftOf(state)
    const points = node.children.flatMap((child) => (child.type === 'list' ? child.children : []))
    if (points.length > MOST_POINTS)
      incomplete(draft, node, { problem: 'too-many-points', points: points.length, most: MOST_POINTS })
    return asideElement(state, node, {
      name: 'brief',
      made: ourLabel(classed('label'), draft.context.words.brief),
    })
  },
})
