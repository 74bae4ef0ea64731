// Pictures that are elsewhere → what they say, and where they are. Nothing is fetched.
import { posix } from 'node:path'
import type { Image, Nodes, Parents, PhrasingContent } from 'mdast'
import { type Draft, report, reportAs } from '../markdown/draft.ts'
import { findPicture } from './find-picture.ts'
import { templateAddress } from './template-address.ts'

declare module 'mdast' {
  interface ImageData {
    /** Path from the root, where it is not what the address says. */
    file?: string
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
  const remote: Image[] = []
  settle(tree, { draft, remote, isInLink: false, isInHeading: false })
  if (remote.length <= TOLD_SINGLY)
    for (const image of remote) report(draft, 'image-is-local', image, { actual: shown(image) })
  else report(draft, 'image-is-local', remote[0]!, { actual: shown(remote[0]!), count: remote.length })
}

interface Around {
  readonly draft: Draft
  readonly remote: Image[]
  readonly isInLink: boolean
  readonly isInHeading: boolean
}

function settle(parent: Parents, around: Around): void {
  const inside: Around = {
    ...around,
    isInLink: around.isInLink || parent.type === 'link',
    isInHeading: around.isInHeading || parent.type === 'heading',
  }
  parent.children = (parent.children as Nodes[]).flatMap((child): Nodes[] => {
    if (child.type === 'image') return settled(child, inside)
    const before = isFrame(child) && holdsPicture(child)
    if ('children' in child) settle(child, inside)
    // A frame around a picture that is elsewhere would be empty.
    return before && isFrame(child) && !holdsPicture(child) ? child.children : [child]
  }) as typeof parent.children
}

type Frame = Extract<Nodes, { type: 'containerDirective' }>

const isFrame = (node: Nodes): node is Frame =>
  node.type === 'containerDirective' && (node.name === 'figure' || node.name === 'plate')

const holdsPicture = (node: Nodes): boolean =>
  node.type === 'image' || ('children' in node && node.children.some(holdsPicture))

function settled(image: Image, around: Around): PhrasingContent[] {
  const { draft, remote } = around
  image.url = templateAddress(image.url) ?? image.url
  const url = image.url.trim()
  if (REMOTE.test(url)) {
    remote.push(image)
    return inWords(image, around, url.startsWith('//') ? `https:${url}` : url)
  }
  if (IN_TEXT.test(url)) return [image]
  if (/^[a-z][a-z\d+.-]*:|^\\\\/i.test(url)) {
    reportAs(draft, 'warning', 'image-is-local', image, { actual: shown(image), other: 'kind' })
    return inWords(image, around)
  }
  const found = findPicture(url, draft.source.file, draft.context)
  if (found.kind === 'found') {
    const expected = posix.relative(posix.dirname(draft.source.file), found.file)
    const mend = 'Write it so: it means the same everywhere.'
    if (!found.isSpeltSo) report(draft, 'markup-is-exact', image, { actual: url, expected, mend })
    image.data = { ...image.data, file: found.file }
    return [image]
  }
  if (found.kind === 'as-written') return [image]
  reportAs(draft, 'warning', 'image-exists', image, { actual: url, other: 'root' })
  return inWords(image, around)
}

/** Its text alternative and its caption, and behind them its address as a link. */
function inWords(image: Image, { isInLink, isInHeading }: Around, url = ''): PhrasingContent[] {
  const alt = image.alt?.trim() ?? ''
  const position = image.position ? { position: image.position } : {}
  const text = (value: string): PhrasingContent => ({ type: 'text', value, ...position })
  const said = [...new Set([alt, image.title?.trim() ?? ''])].filter(
    (words) => words !== '' && words !== 'decorative',
  )
  const words = said.join('. ')
  if (isInHeading || url === '' || !URL.canParse(url)) return words === '' ? [] : [text(words)]
  if (isInLink) return [text(words || url)]
  if (alt === 'decorative') return []
  const link: PhrasingContent = {
    type: 'link',
    url,
    children: [text(url)],
    data: { isAddress: true },
    ...position,
  }
  return words === '' ? [link] : [text(`${words} (`), link, text(')')]
}

const shown = ({ url }: Image): string => url.trim().slice(0, 80)
