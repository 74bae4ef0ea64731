// Pictures that are elsewhere → what they say, and where they are. Nothing is fetched.
import { posix } from 'node:path'
import type { Image, Link, Nodes, Parents, PhrasingContent } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import { directiveOf } from '../directives/directives.ts'
import { type Draft, fileOf, lineOf, report, reportAs } from '../markdown/draft.ts'
import { othersBeside } from '../other-lines.ts'
import { findPicture } from './find-picture.ts'
import { templateAddress } from './template-address.ts'

declare module 'mdast' {
  interface ImageData {
    /** Path from the root, where it is not what the address says. */
    file?: string
  }
  interface TextData {
    /** The words of a picture, or its address: no prose. */
    isPicture?: boolean
  }
  interface LinkData {
    /** The address of a picture, which stands for itself. */
    isAddress?: boolean
  }
}

/** Each of a few is told at its line; of many badges the first, with their number. */
const TOLD_SINGLY = 3
const REMOTE = /^(?:(?:https?|ftp):|\/\/)/i
const IN_TEXT = /^data:image\/(?:png|jpe?g|webp);base64,/i

/** Changes the tree in place. */
export function settlePictures(tree: Parents, draft: Draft): void {
  const remote: Remote[] = []
  settle(tree, { draft, remote, isInLink: false, isInHeading: false, isBare: false })
  const [first, ...more] = remote
  if (remote.length <= TOLD_SINGLY || !first) {
    for (const { image, instead } of remote)
      report(draft, 'image-is-local', image, { address: shown(image), instead })
    return
  }
  const leftOut = remote.filter(({ instead }) => instead === 'nothing' || instead === 'decoration').length
  const { lines } = othersBeside(
    lineOf(first.image),
    more.map(({ image }) => lineOf(image)),
  )
  report(draft, 'image-is-local', first.image, {
    address: shown(first.image),
    count: remote.length,
    ...(lines ? { lines } : {}),
    leftOut,
  })
}

/** What stands on the page for a picture that does not. */
type Instead = 'words' | 'address' | 'both' | 'nothing' | 'decoration'

interface Remote {
  readonly image: Image
  readonly instead: Instead
}

interface InWords {
  readonly instead: Instead
  readonly nodes: PhrasingContent[]
}

interface Around {
  readonly draft: Draft
  readonly remote: Remote[]
  readonly isInLink: boolean
  readonly isInHeading: boolean
  /** Whether a link has no words but those of its pictures. */
  readonly isBare: boolean
}

function settle(parent: Parents, around: Around): void {
  const inside: Around = {
    ...around,
    isInLink: around.isInLink || parent.type === 'link',
    isInHeading: around.isInHeading || parent.type === 'heading',
    isBare: parent.type === 'link' ? isBare(parent) : around.isBare,
  }
  parent.children = (parent.children as Nodes[]).flatMap((child): Nodes[] => {
    if (child.type === 'image') return settled(child, inside)
    const before = isFrame(child) && holdsPicture(child)
    if ('children' in child) settle(child, inside)
    // A frame around a picture that is elsewhere would be empty.
    return before && isFrame(child) && !holdsPicture(child) ? child.children : [child]
  }) as typeof parent.children
}

const isBare = (link: Parents): boolean => plainText(link, { includeImageAlt: false }).trim() === ''

export type Frame = Extract<Nodes, { type: 'containerDirective' }>

/** A block around pictures. */
export const isFrame = (node: Nodes): node is Frame => directiveOf(node)?.holds === 'picture'

export const holdsPicture = (node: Nodes): boolean =>
  node.type === 'image' || ('children' in node && node.children.some(holdsPicture))

function settled(image: Image, around: Around): PhrasingContent[] {
  const { draft, remote } = around
  if (image.data?.file) return [image]
  image.url = templateAddress(image.url) ?? image.url
  const url = image.url.trim()
  if (REMOTE.test(url)) {
    const { instead, nodes } = inWords(image, around, url.startsWith('//') ? `https:${url}` : url)
    remote.push({ image, instead })
    return nodes
  }
  if (IN_TEXT.test(url)) return [image]
  if (/^[a-z][a-z\d+.-]*:|^\\\\/i.test(url)) {
    const { instead, nodes } = inWords(image, around)
    reportAs(draft, 'warning', 'image-is-local', image, { address: shown(image), other: 'kind', instead })
    return nodes
  }
  const from = fileOf(draft, image)
  const found = findPicture(url, from, draft.context)
  if (found.kind === 'found') {
    const expected = posix.relative(posix.dirname(from), found.file)
    if (!found.isSpeltSo)
      report(draft, 'markup-is-exact', image, { problem: 'address', typed: url, expected })
    image.data = { ...image.data, file: found.file }
    return [image]
  }
  if (found.kind === 'as-written') return [image]
  const { instead, nodes } = inWords(image, around)
  reportAs(draft, 'warning', 'image-exists', image, { picture: url, other: 'root', instead })
  return nodes
}

/** Its text alternative and its caption, and behind them its address as a link. Decoration is nothing to read. */
function inWords(image: Image, { isInLink, isInHeading, isBare }: Around, url = ''): InWords {
  const alt = image.alt?.trim() ?? ''
  const position = image.position ? { position: image.position } : {}
  const text = (value: string): PhrasingContent => ({
    type: 'text',
    value,
    data: { isPicture: true },
    ...position,
  })
  const said = [...new Set([alt, image.title?.trim() ?? ''])].filter(
    (words) => words !== '' && words !== 'decorative',
  )
  const words = said.join('. ')
  const isDecoration = alt === 'decorative' && words === '' && !isBare
  if (isDecoration) return { instead: 'decoration', nodes: [] }
  if (isInHeading || url === '' || !URL.canParse(url) || (isInLink && words !== ''))
    return words === '' ? { instead: 'nothing', nodes: [] } : { instead: 'words', nodes: [text(words)] }
  if (isInLink) return { instead: 'address', nodes: [text(url)] }
  const children: PhrasingContent[] = [text(url)]
  const link = { type: 'link' as const, url, children: children as Link['children'], ...position }
  const address: Link = { ...link, data: { isAddress: true } }
  if (words === '') return { instead: 'address', nodes: [address] }
  return { instead: 'both', nodes: [text(`${words} (`), address, text(')')] }
}

const shown = ({ url }: Image): string => url.trim().slice(0, 80)
