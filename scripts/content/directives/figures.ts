// <figure role="group" class="fig picture parts" id><div class="fig-body c2">
//   <figure role="group" class="part" id><img>…<figcaption>(a) …</figure>…</div><figcaption>
import type { Element } from 'hast'
import type { Image, Nodes, Paragraph, PhrasingContent } from 'mdast'
import { z } from 'zod'
import type { ExhibitPart } from '../../model/chapter.ts'
import { incomplete } from '../markdown/attributes.ts'
import { claimAnchor, freeAnchor, lineOf, type Placed } from '../markdown/draft.ts'
import {
  atWidth,
  type ContainerDirective,
  classed,
  draftOf,
  from,
  h,
  MADE,
  type State,
  withCalls,
} from '../markdown/hast.ts'
import { captionOf, loneImage, loneLink, pictureIn } from '../markdown/picture.ts'
import { creditBehind } from '../markdown/picture-credit.ts'
import { flag, ownName, place, printedValue } from './attribute.ts'
import { block, type Given } from './directive.ts'

const ATTRIBUTES = {
  id: ownName(),
  caption: printedValue('prose', 'the caption of all; without it the text behind the last picture is'),
  wide: flag('uses the whole width of the page'),
  place: place(),
}

export const figures = block({
  name: 'figures',
  about: 'two to nine pictures that share a number, each with a letter of its own',
  example:
    ':::figures{#tides caption="The wall at two tides"}\n![Stones above the water](low.jpg "At low tide"){#low}\n\n![Water to the rim](high.jpg "At high tide"){#high}\n:::',
  attributes: z.object(ATTRIBUTES),
  label: false,
  words: 'author',
  holds: 'picture',
  apart: false,
  html: figuresElement,
  outline(node, { caption }, reader) {
    const { pictures, said, at, others } = partsOf(node, caption)
    for (const { image } of pictures) reader.picture(image, [])
    reader.all(others)
    reader.sayWithCalls(at, said, 'caption')
  },
})

interface Parts {
  readonly pictures: readonly { readonly holder: Paragraph; readonly image: Image }[]
  /** The caption of all. */
  readonly said: string
  /** Where that stands. */
  readonly at: Placed
  readonly others: readonly Nodes[]
}

/** Other tools write the caption of all as the last paragraph. */
function partsOf(node: ContainerDirective, caption = ''): Parts {
  const { children } = node
  const pictures = children.flatMap((holder) => {
    const image = loneImage(holder)
    return image && holder.type === 'paragraph' ? [{ holder, image }] : []
  })
  const others = children.filter((child) => !loneImage(child))
  const last = children.at(-1)
  const isCaption = caption === '' && others.length === 1 && last === others[0] && last?.type === 'paragraph'
  const words = isCaption ? plainWords(last) : undefined
  if (words === undefined || !last) return { pictures, said: caption, at: node, others }
  return { pictures, said: words, at: last, others: [] }
}

/** As a caption is typed; undefined for what it cannot be: it is plain text, with notes and citations. */
function plainWords({ children }: Paragraph): string | undefined {
  const words = children.map(typedIn)
  return words.includes(undefined) ? undefined : words.join('').replace(/\s+/g, ' ')
}

function typedIn(node: PhrasingContent): string | undefined {
  if (node.type === 'text') return node.value
  if (node.type === 'break') return ' '
  if (node.type === 'footnoteReference') return `[^${node.label ?? node.identifier}]`
  return node.type === 'citation' ? node.typed : undefined
}

const MOST = 9

function figuresElement(
  state: State,
  node: ContainerDirective,
  { id: name, caption, wide, place }: Given<typeof ATTRIBUTES>,
): Element {
  const draft = draftOf(state)
  const { pictures, said, at, others } = partsOf(node, caption)
  if (pictures.length === 0) incomplete(draft, node, { problem: 'no-picture' })
  else if (pictures.length === 1 || pictures.length > MOST)
    incomplete(draft, node, { problem: 'too-few-or-many', count: pictures.length })
  if (others.length > 0) incomplete(draft, node, { problem: 'other-than-pictures' })
  const id = name ? claimAnchor(draft, name, node) : freeAnchor(draft, 'figure')
  const parts: ExhibitPart[] = []
  draft.exhibits.push({ kind: 'figure', id, caption: said, line: lineOf(node), parts })
  const columns = pictures.length % 3 === 0 || pictures.length > 4 ? 3 : 2
  const widthMm = (wide === undefined ? draft.widthMm : draft.measures.textMm) / columns
  const made = atWidth(draft, widthMm, () =>
    pictures.map(({ holder, image }, index) => {
      const letter = String.fromCharCode('a'.charCodeAt(0) + index)
      const own = image.data?.ownName
      const partId = own ? claimAnchor(draft, own, image) : undefined
      const { credit } = image.data ?? {}
      if (credit)
        draft.credits.push({ anchor: partId ?? id, title: image.title ?? image.alt ?? '', ...credit })
      if (partId) parts.push({ id: partId, letter })
      return partElement(state, { holder, image, letter, id: partId })
    }),
  )
  return h(
    'figure',
    {
      role: 'group',
      ...classed('fig', 'picture', 'parts', wide !== undefined && 'wide', place === 'here' && 'here'),
      id,
    },
    h('div', classed('fig-body', `c${columns}`), ...made),
    ...(state.all({ ...node, children: others as ContainerDirective['children'] }) as Element[]),
    captionOf(state, at, { id, caption: said }),
  )
}

interface Part {
  readonly holder: Paragraph
  readonly image: Image
  readonly letter: string
  readonly id: string | undefined
}

function partElement(state: State, { holder, image, letter, id }: Part): Element {
  const caption = image.title?.trim() ?? ''
  return h(
    'figure',
    { role: 'group', ...classed('part'), ...(id ? { id } : {}) },
    pictureIn(state, image, loneLink(holder)),
    h(
      'figcaption',
      from(image),
      h('span', { ...classed('letter'), ...MADE }, `(${letter})`),
      caption && ' ',
      caption && h('span', classed('caption'), ...withCalls(state, caption)),
      ...creditBehind(caption, image.data?.credit),
    ),
  )
}
