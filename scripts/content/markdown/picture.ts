// Pictures. Alone in a paragraph a picture is a figure, its title the caption; elsewhere it stands in the line.
import { posix } from 'node:path'
import type { Element, Properties } from 'hast'
import type { Image, Link, Nodes, Paragraph, PhrasingContent } from 'mdast'
import { shownPicture } from '../../ground/files/picture-file.ts'
import { numberSlot } from '../../ground/html/slot.ts'
import { claimAnchor, type Draft, freeAnchor, lineOf, type Placed, report } from './draft.ts'
import { classed, draftOf, from, type Handler, h, MADE, type State, withCalls } from './hast.ts'

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
  const element = h('p', {}, ...(state.all(node) as Element[]))
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
  readonly more?: readonly Element[]
  /** Where the picture leads. */
  readonly link?: Link | undefined
}

/** A figure; numbered when it has a caption or an id. `more` is what else the author put into the block. */
export function figureOf(state: State, node: Image, options: FigureOptions): Element {
  const draft = draftOf(state)
  const caption = node.title?.trim() ?? ''
  const percent = node.data?.widthPercent
  const { columnMm, textMm } = draft.measures
  const picture = imageOf(draft, node, percent === undefined && draft.widthMm === columnMm ? textMm : 0)
  const shown = options.link ? linked(state, options.link, picture) : picture
  const body = h('div', classed('fig-body'), shown, ...(options.more ?? []))
  const look = classed(
    ...['fig', 'picture'],
    options.wide && 'wide',
    (options.here || node.data?.place === 'here') && 'here',
    percent !== undefined && `w${tens(percent)}`,
  )
  const name = options.id ?? node.data?.ownName
  if (caption && node.data?.hasOwnNumber && !name)
    return h('figure', { role: 'group', ...look }, body, ownCaption(state, node, caption))
  if (!caption && !name) return h('figure', { role: 'group', ...look }, body)
  const id = name ? claimAnchor(draft, name, node) : freeAnchor(draft, 'figure')
  draft.exhibits.push({ kind: 'figure', id, caption, line: lineOf(node) })
  return h('figure', { role: 'group', ...look, id }, body, captionOf(state, node, id, caption))
}

/** One of several in a figure. */
export function pictureIn(state: State, node: Image, link: Link | undefined): Element {
  const picture = imageOf(draftOf(state), node)
  return link ? linked(state, link, picture) : picture
}

/** A style has classes for these. */
const tens = (percent: number): number => Math.min(100, Math.max(10, Math.round(percent / 10) * 10))

/** What the link's own handler makes of it, around the picture alone. */
function linked(state: State, link: Link, picture: Element): Element {
  const made = state.one({ ...link, children: [] }, undefined)
  const [element, ...after] = Array.isArray(made) ? made : made ? [made] : []
  if (element?.type !== 'element' || element.tagName !== 'a') return picture
  element.children = [picture]
  return after.length > 0 ? h('span', {}, element, ...(after as Element[])) : element
}

const ownCaption = (state: State, node: Image, caption: string): Element =>
  h('figcaption', from(node), h('span', classed('caption'), ...withCalls(state, caption)))

export function captionOf(state: State, node: Placed, id: string, caption: string): Element {
  const draft = draftOf(state)
  const number = h(
    'span',
    { ...classed('fig-number'), ...MADE },
    `${draft.context.words.figure} `,
    numberSlot(id),
  )
  return h(
    'figcaption',
    from(node),
    number,
    caption ? ' ' : '',
    caption ? h('span', classed('caption'), ...withCalls(state, caption)) : '',
  )
}

function imageOf(draft: Draft, node: Image, landscapeMm = 0): Element {
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
      ...(landscapeMm > 0 ? { landscapeMm } : {}),
    })
  const hidden: Properties = decorative ? { ...classed('decorative'), ariaHidden: 'true' } : {}
  // Nobody said what it shows: that is kept, so that it stays a picture in the tags and is not taken for decoration.
  const alternative: Properties = alt === '' ? { dataMeans: 'picture' } : { alt: decorative ? '' : alt }
  return h('img', { ...(src ? { src } : {}), ...alternative, ...hidden, ...from(node) })
}

/** Path of the picture from the root, or undefined with a finding: nothing else is ever read or fetched. */
function localFile(draft: Draft, node: Image): string | undefined {
  if (node.data?.file) return node.data.file
  const url = node.url.trim()
  if (/^data:/i.test(url)) return url.replace(/\s+/g, '').replace(/^data:/i, 'data:')
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/|\\\\)/i.test(url)) {
    report(draft, 'image-is-local', node, { address: url.slice(0, 80) })
    return undefined
  }
  const path = decodedPath(url)
  const file = posix.normalize(posix.join(posix.dirname(draft.source.file), path))
  if (path.startsWith('/') || file.startsWith('../') || path.includes('\\') || path.includes('\0')) {
    report(draft, 'path-stays-inside', node, { path: url })
    return undefined
  }
  return file
}

function decodedPath(url: string): string {
  try {
    return decodeURIComponent(url)
  } catch {
    return url
  }
}
