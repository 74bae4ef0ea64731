// <div class="beside left"><figure role="group" class="fig picture">…</figure><div class="beside-text">…
import type { ElementContent } from 'hast'
import { z } from 'zod'
import { incomplete } from '../markdown/attributes.ts'
import { atWidth, type ContainerDirective, childrenOf, classed, draftOf, h } from '../markdown/hast.ts'
import { figureOf, loneImage, loneLink } from '../markdown/picture.ts'
import type { AskedWidth } from '../markdown/picture-width.ts'
import { choice, flag } from './attribute.ts'
import { block } from './directive.ts'

/** Of what both have, in per cent, unless the picture says how wide it is. */
const USUAL = 40
const LEAST = 20
const MOST = 70

export const beside = block({
  name: 'beside',
  about: 'a picture with text at its side',
  example:
    ':::beside{left}\n![A bridge of three arches](bridge.jpg)\n\nThe bridge was closed for a year, and nobody missed it.\n:::',
  attributes: z.object({
    left: flag('the picture stands on the left'),
    right: flag('on the right, unless said otherwise'),
    side: choice(['left', 'right'], 'the same in one word'),
  }),
  label: false,
  words: 'author',
  holds: 'picture',
  apart: false,
  html(state, node, { left, side }) {
    const draft = draftOf(state)
    const { holder, image, others, isFirst } = partsOf(node)
    if (!holder || !image || others.length === 0) {
      incomplete(draft, node, { problem: image ? 'no-text-beside' : 'no-picture' })
      return h('div', {}, ...(state.all(node) as ElementContent[]))
    }
    const share = shareOf(image.data?.asked, draft.widthMm)
    const { asked: _, ...data } = image.data ?? {}
    const figure = atWidth(draft, (draft.widthMm * share) / 100, () =>
      figureOf(state, { ...image, data }, { link: loneLink(holder), here: true }),
    )
    const text = atWidth(draft, (draft.widthMm * (100 - share)) / 100, () => childrenOf(state, node, others))
    const words = h('div', classed('beside-text'), ...text)
    const isLeft = left !== undefined || side === 'left'
    return h(
      'div',
      classed('beside', isLeft ? 'left' : 'right', `share-${share}`),
      ...(isFirst ? [figure, words] : [words, figure]),
    )
  },
  outline(node, _, reader) {
    const { image, others, isFirst } = partsOf(node)
    if (!isFirst) reader.all(others)
    if (image) reader.picture(image, [])
    if (isFirst) reader.all(others)
  },
})

/** In tens, for which the styles have classes. */
function shareOf(asked: AskedWidth | undefined, widthMm: number): number {
  const percent = !asked ? USUAL : 'percent' in asked ? asked.percent : (asked.mm / widthMm) * 100
  return Math.min(MOST, Math.max(LEAST, Math.round(percent / 10) * 10))
}

/** The picture stands before all text, or behind it: beside it there is nothing between. */
function partsOf(node: ContainerDirective) {
  const holder = node.children.find((child) => loneImage(child))
  const others = node.children.filter((child) => child !== holder)
  return { holder, image: holder && loneImage(holder), others, isFirst: holder === node.children[0] }
}
