// A drawing (SVG) is a program as much as a picture: it is read as a tree, and what runs, fetches or expands is not
// kept.
import type { Element, Root } from 'xast'
import { fromXml } from 'xast-util-from-xml'
import { toXml } from 'xast-util-to-xml'
import { cleanElement } from './clean-element.ts'
import { decodeDrawing } from './decode-drawing.ts'
import { type AskedFaces, askedFaces } from './drawing-faces.ts'
import { localName, textOf } from './drawing-tree.ts'
import { settleNames } from './settle-names.ts'
import { settleSize } from './settle-size.ts'

export interface Drawing {
  readonly root: Element
  /** What was taken out of it, in words: `a program`. */
  readonly taken: readonly string[]
  /** Undefined where it has no text. */
  readonly faces: AskedFaces | undefined
  /** Whether nothing in it says how large it is. */
  readonly isSizeless: boolean
}

/** `fault` follows the name of the file. */
export function readDrawing(bytes: Uint8Array, depth = 0): Drawing | { readonly fault: string } {
  const decoded = decodeDrawing(bytes)
  if ('fault' in decoded) return decoded
  const parsed = parse(decoded.text)
  if ('fault' in parsed) return parsed
  const { root } = parsed
  const taken = new Set<string>()
  for (const one of parsed.tree.children)
    if (one.type === 'instruction' && one.name === 'xml-stylesheet') taken.add('a style sheet of its own')
  const fault = cleanElement(root, taken, (inner) => cleanedInside(inner, depth))
  if (fault) return { fault }
  if (!hasShapes(root)) return { fault: 'is a drawing that shows nothing' }
  settleNames(root)
  return { root, taken: [...taken], faces: askedFaces(root), isSizeless: !settleSize(root) }
}

/** As it is published: without what was taken out. */
export const writeDrawing = (root: Element): string => `${toXml(root)}\n`

function parse(text: string): { readonly tree: Root; readonly root: Element } | { readonly fault: string } {
  if (!/<(?:[\w.-]+:)?svg[\s/>]/i.test(text)) return { fault: 'is not a drawing that can be read' }
  if (!/(?:<\/(?:[\w.-]+:)?svg\s*|\/)>(?:\s|<!--[\s\S]{0,900}?-->)*$/i.test(text.slice(-1000)))
    return { fault: 'is cut off: its end is missing' }
  try {
    const tree = fromXml(text)
    const root = tree.children.find((child): child is Element => child.type === 'element')
    if (root && localName(root.name) === 'svg') return { tree, root }
    return { fault: 'is not a drawing that can be read' }
  } catch (problem) {
    const line = (problem as { line?: number | null }).line
    return { fault: `is a drawing with a fault in its markup${line ? `, in line ${line}` : ''}` }
  }
}

const MOST_INSIDE = 3

/** A drawing that is written into another one is a drawing all the same. */
function cleanedInside(bytes: Uint8Array, depth: number): string | undefined {
  const inner = depth < MOST_INSIDE ? readDrawing(bytes, depth + 1) : { fault: '' }
  return 'fault' in inner ? undefined : writeDrawing(inner.root)
}

const SHAPES = /^(?:path|rect|circle|ellipse|line|polyline|polygon|text|image|use)$/

function hasShapes(element: Element): boolean {
  return element.children.some(
    (child) =>
      child.type === 'element' &&
      (SHAPES.test(localName(child.name))
        ? localName(child.name) !== 'text' || textOf(child).trim() !== ''
        : hasShapes(child)),
  )
}
