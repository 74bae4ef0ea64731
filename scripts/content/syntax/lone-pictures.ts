// A picture that has a line to itself is a figure, also where its caption follows on the next line, where text stands
// right above or below, or where several follow each other: the dialect asks for a paragraph of its own.
import type { Image, Link, Paragraph, Parents, PhrasingContent, Root, RootContent, Text } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import type { Draft } from '../markdown/draft.ts'

declare module 'mdast' {
  interface ImageData {
    /** Its caption begins with a number of its author's: ours is not printed. */
    hasOwnNumber?: boolean
  }
}

type Line = PhrasingContent[]

const NUMBERED =
  /^(?:fig(?:ure|\.)?|image|picture|photo|plate|chart|map|diagram|abb(?:ildung|\.)?|bild|figura|rys(?:unek|\.)?)\s*\d+/i
const LONGEST_CAPTION = 300
const REMOTE = /^(?:[a-z][a-z\d+.-]*:|\/\/)/i

export function lonePictures(tree: Root, _draft: Draft): void {
  const walk = (parent: Parents): void => {
    parent.children = parent.children.flatMap((child): RootContent[] =>
      child.type === 'paragraph' ? partsOf(child) : [child],
    ) as typeof parent.children
    for (const child of parent.children)
      if ('children' in child && child.type !== 'table' && child.type !== 'paragraph') walk(child)
  }
  walk(tree)
}

/** Pictures at the head and at the foot of a paragraph leave it; what stays keeps its lines. */
function partsOf(paragraph: Paragraph): Paragraph[] {
  if (!paragraph.children.some((child) => pictureOf(child))) return [paragraph]
  const lines = linesOf(paragraph.children)
  const isPictures = lines.map((line) => picturesOf(line) !== undefined)
  if (!isPictures[0] && !isPictures.at(-1)) return [paragraph]
  const firstText = isPictures.indexOf(false)
  if (firstText < 0)
    return lines.flatMap((line) => picturesOf(line)!.map((one) => paragraphOf([one], paragraph)))
  const lastText = isPictures.lastIndexOf(false)
  const before = lines.slice(0, firstText).flatMap((line) => picturesOf(line)!)
  const text = lines.slice(firstText, lastText + 1)
  const after = lines.slice(lastText + 1).flatMap((line) => picturesOf(line)!)
  const isCaption = before.length === 1 && after.length === 0 && takeCaption(before[0]!, text)
  return [
    ...before.map((one) => paragraphOf([one], paragraph)),
    ...(isCaption ? [] : [paragraphOf(joined(text), paragraph)]),
    ...after.map((one) => paragraphOf([one], paragraph)),
  ]
}

/** One line of emphasis, or a short one of plain text. */
function takeCaption(holder: Image | Link, text: readonly Line[]): boolean {
  const image = pictureOf(holder)
  const words = text.length === 1 ? captionIn(text[0]!) : undefined
  if (!image || image.title || words === undefined) return false
  image.title = words
  if (NUMBERED.test(words)) image.data = { ...image.data, hasOwnNumber: true }
  return true
}

function captionIn(line: Line): string | undefined {
  const solid = line.filter((child) => child.type !== 'text' || child.value.trim() !== '')
  const [only] = solid
  const inside =
    solid.length === 1 && (only?.type === 'emphasis' || only?.type === 'strong') ? only.children : solid
  // A caption is plain text: what is more keeps its own line.
  if (inside.some((child) => child.type !== 'text')) return undefined
  const words = plainText(inside).replace(/\s+/g, ' ').trim()
  return words !== '' && words.length <= LONGEST_CAPTION ? words : undefined
}

function linesOf(children: readonly PhrasingContent[]): Line[] {
  const lines: Line[] = [[]]
  for (const child of children) {
    if (child.type === 'break') lines.push([])
    else if (child.type !== 'text' || !child.value.includes('\n')) lines.at(-1)!.push(child)
    else {
      for (const [index, part] of textLines(child).entries()) {
        if (index > 0) lines.push([])
        if (part.value !== '') lines.at(-1)!.push(part)
      }
    }
  }
  return lines.filter((line) => line.some((child) => child.type !== 'text' || child.value.trim() !== ''))
}

function textLines(text: Text): Text[] {
  let offset = text.position?.start.offset ?? 0
  return text.value.split('\n').map((value, index) => {
    const { position } = text
    const start = position && {
      line: position.start.line + index,
      column: index === 0 ? position.start.column : 1,
      offset,
    }
    offset += value.length + 1
    return { ...text, value, ...(position && start ? { position: { start, end: position.end } } : {}) }
  })
}

const joined = (lines: readonly Line[]): PhrasingContent[] =>
  lines.flatMap((line, index): Line => (index === 0 ? line : [{ type: 'text', value: '\n' }, ...line]))

/** What a line consists of, if that is pictures alone. Those of the web are words in print. */
function picturesOf(line: Line): (Image | Link)[] | undefined {
  const solid = line.filter((child) => child.type !== 'text' || child.value.trim() !== '')
  return solid.length > 0 && solid.every((child) => pictureOf(child))
    ? (solid as (Image | Link)[])
    : undefined
}

/** The picture that a piece of a line is, linked or not. */
function pictureOf(child: PhrasingContent): Image | undefined {
  if (child.type === 'image') return REMOTE.test(child.url) ? undefined : child
  if (child.type !== 'link') return undefined
  const solid = child.children.filter((one) => one.type !== 'text' || one.value.trim() !== '')
  const only = solid[0]
  return solid.length === 1 && only?.type === 'image' && !REMOTE.test(only.url) ? only : undefined
}

const paragraphOf = (children: PhrasingContent[], { position }: Paragraph): Paragraph => {
  const place = children[0]?.position ?? position
  return { type: 'paragraph', children, ...(place ? { position: place } : {}) }
}
