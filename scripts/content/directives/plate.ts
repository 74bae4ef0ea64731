// <div data-plate>, or <div data-bleed> over the edges of its page; at the top level only
import { z } from 'zod'
import { incomplete } from '../markdown/attributes.ts'
import { atWidth, classed, draftOf, h } from '../markdown/hast.ts'
import { flag, ownName, value } from './attribute.ts'
import { CREDIT_ATTRIBUTES } from './credit-attributes.ts'
import { block } from './directive.ts'
import { outlineOfPicture, wrappedPicture } from './wrapped-picture.ts'

/** What CSS takes for a place within a box: a photograph is cut to its page around it. */
const FOCUS = /^(?:left|right|top|bottom|center|\d{1,3}%)(?: +(?:left|right|top|bottom|center|\d{1,3}%))?$/

export const plate = block({
  name: 'plate',
  about: 'a picture that takes a full page',
  example: ':::plate\n![A bridge of three arches](bridge.jpg)\n:::',
  attributes: z.object({
    id: ownName(),
    bleed: flag('fills the page to its edges; what does not fit its shape is cut off'),
    focus: value('what stays in sight where it is cut: `left`, `top right`, `50% 20%`'),
    ...CREDIT_ATTRIBUTES,
  }),
  label: false,
  words: 'author',
  holds: 'picture',
  apart: false,
  ownPage: true,
  properties: ['dataPlate', 'dataBleed', 'dataFocus'],
  html(state, node, { id, bleed, focus, ...credit }) {
    const draft = draftOf(state)
    const { textMm, pageMm } = draft.measures
    const isBled = bleed !== undefined
    const picture = atWidth(draft, isBled ? pageMm : textMm, () =>
      wrappedPicture(state, node, { id, fillsPage: isBled }, credit),
    )
    if (!isBled) return h('div', { dataPlate: '', ...classed('plate') }, picture)
    const place = focus && FOCUS.test(focus) ? { dataFocus: focus } : {}
    if (focus && !place.dataFocus)
      incomplete(draft, node, {
        problem: 'attribute',
        schemaSays: `has an unknown focus, “${focus}”`,
        schemaAsks: 'Write focus=left, focus="top right" or focus="50% 20%".',
      })
    return h('div', { dataBleed: '', ...place, ...classed('plate') }, picture)
  },
  outline: (node, { credit, licence }, reader) => outlineOfPicture(node, reader, { credit, licence }),
})
