// Photographs of launch day that may not be shown, where an author set them into a text: they are in no edition.
import type { Image, Nodes, Parents, Root } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import { anchorOf } from '../../ground/anchors.ts'
import type { ChapterMatter } from '../../model/chapter.ts'
import { type Frame, holdsPicture, isFrame } from '../links/settle-pictures.ts'
import { attributesOf } from '../markdown/attributes.ts'
import { type Draft, type Placed, report } from '../markdown/draft.ts'
import { fileOfPicture } from '../markdown/picture.ts'

const withheldFiles = ({ context }: Draft): ReadonlySet<string> =>
  new Set(context.launch?.withheld.flatMap(({ pictures }) => pictures))

/** Changes the tree in place: what held nothing else goes along. Returns the places that no link can lead to now. */
export function leaveOutPictures(tree: Root, draft: Draft): readonly string[] {
  const files = withheldFiles(draft)
  const anchors: string[] = []
  if (files.size > 0) without(tree, { files, draft, anchors })
  return anchors
}

/** Of a case study. */
export function withoutWithheldPicture<M extends ChapterMatter>(matter: M, draft: Draft): M {
  if (!matter.picture || !withheldFiles(draft).has(matter.picture.file)) return matter
  const { picture, ...left } = matter
  const line = matter.lines.picture ?? 1
  tell(draft, { position: at(line) }, [picture.alt === 'decorative' ? '' : picture.alt, picture.credit])
  return left as M
}

const at = (line: number) => ({ start: { line, column: 1 }, end: { line, column: 1 } })

interface Leaving {
  readonly files: ReadonlySet<string>
  readonly draft: Draft
  readonly anchors: string[]
}

/** Whether something within it is gone. */
function without(parent: Parents, leaving: Leaving): boolean {
  let isLess = false
  const left = (parent.children as Nodes[]).flatMap((child): Nodes[] => {
    const nodes = leftOf(child, leaving)
    isLess ||= nodes !== undefined
    return nodes ?? [child]
  })
  parent.children = left as typeof parent.children
  return isLess
}

/** Undefined where nothing of it is gone. */
function leftOf(node: Nodes, leaving: Leaving): Nodes[] | undefined {
  if (node.type === 'image') return isWithheld(node, leaving) ? goneImage(node, leaving) : undefined
  if (!('children' in node) || !without(node, leaving)) return undefined
  if (isFrame(node) && !holdsPicture(node)) return leftOfFrame(node, leaving)
  if (isHollow(node)) return []
  if (node.type === 'containerDirective') node.data = { ...node.data, isLess: true }
  return [node]
}

const isWithheld = (image: Image, { files, draft }: Leaving): boolean =>
  files.has(fileOfPicture(draft, image))

function goneImage(image: Image, { draft }: Leaving): Nodes[] {
  tell(draft, image, [image.alt === 'decorative' ? '' : image.alt, image.title])
  return []
}

/** Text beside a picture stands by itself; a caption would say what nobody can see. */
function leftOfFrame(node: Frame, { draft, anchors }: Leaving): Nodes[] {
  const { id, caption } = attributesOf(node) as { id?: string; caption?: string }
  if (id) anchors.push(anchorOf(draft.source.prefix, id))
  if (node.name === 'beside') return node.children
  const words = [caption, ...node.children.map((child) => plainText(child))]
  if (words.some(Boolean)) tell(draft, node, words)
  return []
}

function tell(draft: Draft, node: Placed, said: readonly (string | null | undefined)[]): void {
  const words = said.flatMap((one) => (one?.trim() ? `“${one.trim()}”` : [])).join(', ')
  report(draft, 'withdrawn-person-is-not-named', node, {
    problem: 'picture',
    ...(words === '' ? {} : { words }),
  })
}

const HOLDERS: ReadonlySet<string> = new Set([
  'paragraph',
  'link',
  'emphasis',
  'strong',
  'delete',
  'blockquote',
  'list',
  'listItem',
  'containerDirective',
])

const isHollow = (node: Parents): boolean =>
  HOLDERS.has(node.type) &&
  node.children.every(
    (child) => child.type === 'break' || (child.type === 'text' && child.value.trim() === ''),
  )
