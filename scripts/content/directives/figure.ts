// <figure role="group" class="fig picture" id><div class="fig-body"><img>…<figcaption>
import { z } from 'zod'
import { atWidth, draftOf } from '../markdown/hast.ts'
import { flag, ownName, place } from './attribute.ts'
import { CREDIT_ATTRIBUTES } from './credit-attributes.ts'
import { block } from './directive.ts'
import { outlineOfPicture, wrappedPicture } from './wrapped-picture.ts'

export const figure = block({
  name: 'figure',
  about: 'a numbered figure that can be referred to',
  example: ':::figure{#bridge}\n![A bridge of three arches](bridge.jpg "The bridge in May")\n:::',
  attributes: z.object({
    id: ownName(),
    wide: flag('uses the whole width of the page'),
    ...CREDIT_ATTRIBUTES,
    place: place(),
  }),
  label: false,
  words: 'author',
  holds: 'picture',
  apart: false,
  html(state, node, { id, wide, place, ...credit }) {
    const draft = draftOf(state)
    const isWide = wide !== undefined
    return atWidth(draft, isWide ? draft.measures.textMm : draft.widthMm, () =>
      wrappedPicture(state, node, { id, wide: isWide, here: place === 'here' }, credit),
    )
  },
  outline: (node, { credit, licence }, reader) => outlineOfPicture(node, reader, { credit, licence }),
})
