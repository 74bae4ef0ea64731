// Pictures. Alone in a paragraph a picture is a figure, its title the caption; elsewhere it stands in the line.

import { posix } from 'node:path'
import type { Element, Properties } from 'hast'
import type { Image, Link, Nodes, Paragraph, PhrasingContent } from 'mdast'
import { decoded } from '../../ground/decoded.ts'
import { shownPicture } from '../../ground/files/picture-file.ts'
import { numberSlot } from '../../ground/html/slot.ts'
import type { ImageMark, PictureCredit } from '../../model/chapter.ts'
import { claimAnchor, type Draft, fileOf, freeAnchor, lineOf, type Placed, report } from './draft.ts'
import { classed, draftOf, from, type Handler, h, MADE, type State, withCalls } from './hast.ts'
import { creditBehind } from './picture-credit.ts'
import { placedWidth } from './picture-width.ts'

/** The picture that a paragraph consists of, linked or not, if it does. */
export function loneImage(node: Nodes): Image | undefined {
  const only = node.type === 'paragraph' ? onlyChild(node) : undefined
  const inside = only?.type === 'link' ? onlyChild(only) : only
  return inside?.type === 'image' ? inside : undefined
}

/** The link around it. */
export function loneLink(node: Nodes): Link | undefined {
  const only = node.type === 'paragraph' && loneImage(node) ? onlyChild(node) : undefined
  return only?.type === 'link' ? only : undefined
}

function onlyChild({ children }: Paragraph | Link): PhrasingContent | undefined {
  const solid = children.filter((child) => child.type !== 'text' || child.value.trim() !== '')
  return solid.length === 1 ? solid[0] : undefined
}

export const paragraph: Handler = (state, node: Paragraph) => {
  const image = loneImage(node)
  if (image) return figureOf(state, image, { link: loneLink(node) })
  const look = node.data?.isOfListing ? classed('listing-title') : {}
  const element = h('p', look, ...(state.all(node) as Element[]))
  state.patch(node, element)
  return element
}

export const image: Handler = (state, node: Image) => {
  const element = imageOf(draftOf(state), node)
  if (node.title?.trim()) element.properties.title = node.title.trim()
  element.properties.className = ['inline', ...((element.properties.className as string[] | undefined) ?? [])]
  return element
}

export interface FigureOptions {
  readonly id?: string | undefined
  readonly wide?: boolean
  /** No text may go before it. */
  readonly here?: boolean
  /** It is as large as its page. */
  readonly fillsPage?: boolean
  readonly more?: readonly Element[]
  /** Where the picture leads. */
  readonly link?: Link | undefined
}

/** A figure; numbered when it has a caption or an id. `more` is what else the author put into the block. */
export function figureOf(state: State, node: Image, options: FigureOptions): Element {
  const draft = draftOf(state)
  const caption = node.title?.trim() ?? ''
  const { columnMm, textMm } = draft.measures
  const { percent, isWide, mm } = placedWidth(node, draft)
  const isFree = percent === undefined && draft.widthMm === columnMm
  const name = options.id ?? node.data?.ownName
  const isNumbered = name !== undefined || (caption !== '' && !node.data?.hasOwnNumber)
  const id = isNumbered ? anchorFor(draft, node, name) : undefined
  const credit = node.data?.credit
  const place = id ?? (credit ? freePlace(draft) : undefined)
  if (credit && place) draft.credits.push({ anchor: place, title: caption || (node.alt ?? ''), ...credit })
  const picture = imageOf(draft, node, {
    widthMm: mm,
    ...(percent === undefined ? {} : { isAsked: true }),
    ...(isFree ? { landscapeMm: textMm } : {}),
    ...(options.fillsPage ? { fillsPage: true } : {}),
    ...(node.data?.tallestMm === undefined ? {} : { tallestMm: node.data.tallestMm }),
  })
  if (percent !== undefined) picture.properties.dataWidth = `${Math.round(mm * 100) / 100}mm`
  const shown = options.link ? linked(state, options.link, picture) : picture
  const body = h('div', classed('fig-body'), shown, ...(options.more ?? []))
  const look = classed(
    'fig',
    'picture',
    (options.wide || isWide) && 'wide',
    (options.here || node.data?.place === 'here') && 'here',
    percent !== undefined && `w${fives(percent)}`,
  )
  if (id) draft.exhibits.push({ kind: 'figure', id, caption, line: lineOf(node) })
  return h(
    'figure',
    { role: 'group', ...look, ...(place ? { id: place } : {}) },
    body,
    captionOf(state, node, { id, caption, credit }),
  )
}

/** Of a picture without a number that a list leads to. */
export function freePlace(draft: Draft): string {
  const anchor = freeAnchor(draft, 'picture')
  draft.anchors.push(anchor)
  return anchor
}

const anchorFor = (draft: Draft, node: Image, name: string | undefined): string =>
  name === undefined ? freeAnchor(draft, 'figure') : claimAnchor(draft, name, node)

/** One of several in a figure. */
export function pictureIn(
  state: State,
  node: Image,
  link: Link | undefined,
  placed?: Partial<ImageMark>,
): Element {
  const picture = imageOf(draftOf(state), node, placed)
  return link ? linked(state, link, picture) : picture
}

/** The style of the website has classes for these. */
const fives = (percent: number): number => Math.min(100, Math.max(5, Math.round(percent / 5) * 5))

/** What the link's own handler makes of it, around the picture alone. */
function linked(state: State, link: Link, picture: Element): Element {
  const made = state.one({ ...link, children: [] }, undefined)
  const [element, ...after] = Array.isArray(made) ? made : made ? [made] : []
  if (element?.type !== 'element' || element.tagName !== 'a') return picture
  element.children = [picture]
  return after.length > 0 ? h('span', {}, element, ...(after as Element[])) : element
}

/** Undefined where there is nothing to say. `id`: of what has a number. */
export function captionOf(
  state: State,
  place: Placed,
  {
    id,
    caption,
    credit,
  }: {
    readonly id?: string | undefined
    readonly caption: string
    readonly credit?: PictureCredit | undefined
  },
): Element | undefined {
  const behind = creditBehind(caption, credit)
  if (id === undefined && caption === '' && behind.length === 0) return undefined
  return h(
    'figcaption',
    from(place),
    id && numberOf(draftOf(state), id),
    id && (caption !== '' || behind.length > 0) ? ' ' : '',
    caption ? h('span', classed('caption'), ...withCalls(state, caption)) : '',
    ...behind,
  )
}

/** “Figure 3”. */
const numberOf = ({ context }: Draft, id: string): Element =>
  h('span', { ...classed('fig-number'), ...MADE }, `${context.words.figure} `, numberSlot(id))

/** `placed`: what is known of its place on the page, other than what its author wrote. */
function imageOf(draft: Draft, node: Image, placed: Partial<ImageMark> = {}): Element {
  const alt = node.alt?.trim() ?? ''
  const decorative = alt === 'decorative'
  if (alt === '') report(draft, 'image-has-alt', node, { picture: shownPicture(node.url) })
  const src = localFile(draft, node)
  const { line, column } = node.position?.start ?? { line: 1, column: 1 }
  if (src)
    draft.images.push({
      file: src,
      alt: decorative ? '' : alt,
      decorative,
      line,
      column,
      widthMm: draft.widthMm,
      ...placed,
    })
  const hidden: Properties = decorative ? { ...classed('decorative'), ariaHidden: 'true' } : {}
  // Nobody said what it shows: that is kept, so that it stays a picture in the tags and is not taken for decoration.
  const alternative: Properties = alt === '' ? { dataMeans: 'picture' } : { alt: decorative ? '' : alt }
  return h('img', { ...(src ? { src } : {}), ...alternative, ...hidden, ...from(node) })
}

/** Path from the root that its address means, wherever that leads. */
export const fileOfPicture = (draft: Draft, node: Image): string =>
  node.data?.file ?? posix.normalize(posix.join(posix.dirname(fileOf(draft, node)), decoded(node.url.trim())))

/** Path of the picture from the root, or undefined with a finding: nothing else is ever read or fetched. */
function localFile(draft: Draft, node: Image): string | undefined {
  if (node.data?.file) return node.data.file
  const url = node.url.trim()
  if (/^data:/i.test(url)) return url.replace(/\s+/g, '').replace(/^data:/i, 'data:')
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/|\\\\)/i.test(url)) {
    report(draft, 'image-is-local', node, { address: url.slice(0, 80) })
    return undefined
  }
  const path = decoded(url)
  const file = fileOfPicture(draft, node)
  if (path.startsWith('/') || file.startsWith('../') || path.includes('\\') || path.includes('\0')) {
    report(draft, 'path-stays-inside', node, { path: url })
    return undefined
  }
  return file
}
