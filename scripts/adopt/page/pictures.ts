// Pictures of a page: those that it holds itself become files, those on the web are told and not fetched.
import { posix } from 'node:path'
import type { Element, ElementContent, Root } from 'hast'
import { changeTree, isElement, textProperty, withProperties } from '../../ground/html/change-tree.ts'
import { writeHtml } from '../../ground/html/html-text.ts'
import { decodeDataAddress } from './data-address.ts'
import { shortened, type Telling } from './telling.ts'

export interface PictureStore {
  /** Of the page that shows them; beside it they get their names. */
  readonly from: string
  readonly made: Map<string, Uint8Array>
  readonly telling: Telling
}

/** `saysAlways`: this maker writes an empty alternative where its author gave none. */
export const settlePictures = (tree: Root, store: PictureStore, saysAlways: boolean): Root =>
  changeTree(tree, (node) => {
    if (!isElement(node)) return node
    if (node.tagName === 'picture') return node.children.filter((child) => !isElement(child, 'source'))
    if (node.tagName === 'svg') return drawing(node, store)
    if (node.tagName !== 'img') return node
    return picture(
      saysAlways && node.properties.alt === '' ? withProperties(node, { alt: undefined }) : node,
      store,
    )
  })

const IS_REMOTE = /^(?:https?:)?\/\//i

function picture(element: Element, store: PictureStore): ElementContent[] {
  const source = sourceOf(element)
  const alt = (textProperty(element, 'alt') ?? '').trim()
  if (source === '') return wordsFor(alt, '')
  if (/^data:/i.test(source)) return held(element, source, alt, store)
  if (!IS_REMOTE.test(source)) return [withProperties(element, { src: source })]
  if (alt === '' && isDot(element)) return []
  store.telling.picture({ problem: 'remote', picture: shortened(source) })
  return wordsFor(alt, source)
}

/** Pages that load their pictures late name them elsewhere. */
function sourceOf(element: Element): string {
  const source = (textProperty(element, 'src') ?? '').trim()
  const late = ['dataSrc', 'dataLazySrc', 'dataOriginal'].map((name) => textProperty(element, name) ?? '')
  const real = late.find((one) => one !== '')
  return real !== undefined && (source === '' || /^data:/i.test(source)) ? real : source
}

const isDot = (element: Element): boolean =>
  ['width', 'height'].some((name) => /^[01](?:px)?$/.test(textProperty(element, name) ?? ''))

/** In place of a picture, and the address for whoever wants to fetch it. */
const wordsFor = (alt: string, address: string): ElementContent[] => [
  ...(alt === '' ? [] : [{ type: 'text' as const, value: alt }]),
  ...(address === '' ? [] : [{ type: 'comment' as const, value: ` ${address.replace(/-{2,}|>/g, '')} ` }]),
]

function held(element: Element, source: string, alt: string, store: PictureStore): ElementContent[] {
  const read = decodeDataAddress(source)
  if ('problem' in read) {
    store.telling.picture({
      problem: read.problem,
      picture: source.slice(0, source.indexOf(',')).slice(0, 40),
    })
    return wordsFor(alt, '')
  }
  return [withProperties(element, { src: add(read.bytes, read.ending, store) })]
}

/** Its name as the page sees it. */
function add(bytes: Uint8Array, ending: string, { from, made }: PictureStore): string {
  const stem =
    posix
      .basename(from)
      .replace(/\.[^.]*$/, '')
      .replace(/[^\p{L}\p{N}-]+/gu, '-') || 'page'
  const name = `${stem}-picture-${made.size + 1}.${ending}`
  made.set(posix.join(posix.dirname(from), name), bytes)
  return name
}

const MOST_ICON = 32

function drawing(element: Element, store: PictureStore): ElementContent[] {
  const title = element.children.find((child) => isElement(child, 'title'))
  const inner = isElement(title)
    ? title.children.map((one) => (one.type === 'text' ? one.value : '')).join('')
    : ''
  const alt = (textProperty(element, 'ariaLabel') ?? inner).trim()
  const sizes = ['width', 'height'].map((name) => Number.parseFloat(textProperty(element, name) ?? ''))
  const isIcon = textProperty(element, 'ariaHidden') === 'true' || sizes.some((size) => size <= MOST_ICON)
  if (alt === '' && isIcon) return []
  const svg = withProperties(element, { xmlns: 'http://www.w3.org/2000/svg' })
  const src = add(Buffer.from(writeHtml([svg])), 'svg', store)
  return [{ type: 'element', tagName: 'img', properties: { src, ...(alt ? { alt } : {}) }, children: [] }]
}
