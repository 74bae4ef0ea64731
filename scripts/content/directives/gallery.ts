// <figure role="group" class="fig gallery" id><div class="fig-body"><div class="gallery-pictures">
// <figure role="group" class="cell"><img>…<figcaption>; the rows are made where the sizes of all are known.
import type { Element, ElementContent } from 'hast'
import type { Image, Nodes } from 'mdast'
import { z } from 'zod'
import type { PictureCredit } from '../../model/chapter.ts'
import { incomplete } from '../markdown/attributes.ts'
import {
  atWidth,
  type ContainerDirective,
  childrenOf,
  classed,
  draftOf,
  h,
  type State,
} from '../markdown/hast.ts'
import { captionOf, loneImage, loneLink, pictureIn } from '../markdown/picture.ts'
import { captionWithCredit, readCredit } from '../markdown/picture-credit.ts'
import { flag, ownName, place, printedValue } from './attribute.ts'
import { CREDIT_ATTRIBUTES } from './credit-attributes.ts'
import { block, type Given } from './directive.ts'
import { nextGallery, placeOfGallery } from './place-of-gallery.ts'

const FEWEST = 2
export const MOST_OF_GALLERY = 12

const ATTRIBUTES = {
  id: ownName(),
  caption: printedValue('prose', 'the caption of all; each picture may have its own'),
  ...CREDIT_ATTRIBUTES,
  narrow: flag('keeps to the column of the text'),
  place: place(),
}
type GivenGallery = Given<typeof ATTRIBUTES>

export const gallery = block({
  name: 'gallery',
  about: 'two to twelve pictures in rows of one height, as wide as the page',
  example:
    ':::gallery{caption="Two bridges"}\n![A bridge of three arches](bridge.jpg "In May")\n![A footbridge of planks](footbridge.jpg)\n:::',
  attributes: z.object(ATTRIBUTES),
  label: false,
  words: 'author',
  holds: 'picture',
  apart: false,
  html: galleryBlock,
  outline(node, { caption = '', ...given }, reader) {
    const { holders, others } = partsOf(node)
    for (const holder of holders) reader.picture(loneImage(holder)!, [])
    reader.all(others)
    reader.sayWithCalls(node, captionWithCredit(caption, plainCredit(given)), 'caption')
  },
})

/** The words alone: what is wrong with it is told where the block is made. */
const plainCredit = ({ credit = '', licence = '' }: GivenGallery): PictureCredit => ({ credit, licence })

/** Pictures on lines of their own, or as points of a list; and whatever else stands in the block. */
function partsOf(node: ContainerDirective): { readonly holders: Nodes[]; readonly others: Nodes[] } {
  const blocks = node.children.flatMap((child): Nodes[] => {
    if (child.type !== 'list') return [child]
    const inside = child.children.flatMap((item) => item.children)
    return inside.every((one) => loneImage(one)) ? inside : [child]
  })
  return {
    holders: blocks.filter((child) => loneImage(child)),
    others: blocks.filter((child) => !loneImage(child)),
  }
}

function galleryBlock(state: State, node: ContainerDirective, given: GivenGallery): Element {
  const draft = draftOf(state)
  const { holders, others } = partsOf(node)
  if (holders.length < FEWEST || holders.length > MOST_OF_GALLERY)
    incomplete(draft, node, {
      problem: 'pictures-of-a-gallery',
      count: holders.length,
      least: FEWEST,
      most: MOST_OF_GALLERY,
    })
  const { columnMm, textMm } = draft.measures
  const isWide = given.narrow === undefined && draft.widthMm === columnMm
  const images = holders.flatMap((holder) => loneImage(holder) ?? [])
  const credit = readCredit(wordsGiven(given), draft, node)
  const { id, isNumbered } = placeOfGallery(
    draft,
    node,
    given,
    credit !== undefined || images.some(({ data }) => data?.credit),
  )
  const { caption = '' } = given
  if (credit && id) draft.credits.push({ anchor: id, title: caption || (images[0]?.alt ?? ''), ...credit })
  const number = nextGallery(draft)
  const cells = atWidth(draft, isWide ? textMm : draft.widthMm, () =>
    holders.map((holder) => cellOf(state, holder, number, id)),
  )
  const look = classed('fig', 'gallery', isWide && 'wide', given.place === 'here' && 'here')
  return h(
    'figure',
    { role: 'group', ...look, ...(id ? { id } : {}) },
    h(
      'div',
      classed('fig-body'),
      h('div', classed('gallery-pictures'), ...cells),
      ...(childrenOf(state, node, others as ContainerDirective['children']) as ElementContent[]),
    ),
    captionOf(state, node, { id: isNumbered ? id : undefined, caption, credit }),
  )
}

const wordsGiven = ({ credit = '', licence = '', consent = '' }: GivenGallery): ReadonlyMap<string, string> =>
  new Map(Object.entries({ credit, licence, consent }))

function cellOf(state: State, holder: Nodes, gallery: number, id: string | undefined): Element {
  const image = loneImage(holder) as Image
  const caption = image.title?.trim() ?? ''
  const credit = image.data?.credit
  if (credit && id)
    draftOf(state).credits.push({ anchor: id, title: caption || (image.alt ?? ''), ...credit })
  return h(
    'figure',
    { role: 'group', ...classed('cell') },
    pictureIn(state, image, loneLink(holder), { gallery }),
    captionOf(state, image, { caption, credit }),
  )
}
