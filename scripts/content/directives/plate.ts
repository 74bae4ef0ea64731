// <div data-plate>, at the top level only
import { z } from 'zod'
import { atWidth, classed, draftOf, h } from '../markdown/hast.ts'
import { ownName } from './attribute.ts'
import { block } from './directive.ts'
import { outlineOfPicture, wrappedPicture } from './wrapped-picture.ts'

export const plate = block({
  name: 'plate',
  about: 'a picture that takes a full page',
  example: ':::plate\n![A bridge of three arches](bridge.jpg)\n:::',
  attributes: z.object({ id: ownName() }),
  label: false,
  words: 'author',
  holds: 'picture',
  apart: false,
  ownPage: true,
  properties: ['dataPlate'],
  html(state, node, { id }) {
    const draft = draftOf(state)
    const picture = atWidth(draft, draft.measures.textMm, () => wrappedPicture(state, node, { id }))
    return h('div', { dataPlate: '', ...classed('plate') }, picture)
  },
  outline: (node, _, reader) => outlineOfPicture(node, reader),
})
