// A drawing (SVG) is a program as much as a picture: it is read as a tree, and what runs, fetches or expands is not
// kept.
import type { Element, Root } from 'xast'
import { fromXml } from 'xast-util-from-xml'
import { toXml } from 'xast-util-to-xml'
import { cleanElement, type TakenPart } from './clean-element.ts'
import { decodeDrawing } from './decode-drawing.ts'
import { type AskedFaces, askedFaces } from './drawing-faces.ts'
import type { DrawingFault } from './drawing-fault.ts'
import { localName, textOf } from './drawing-tree.ts'
import { settleNames } from './settle-names.ts'
import { settleSize } from './settle-size.ts'

export interface Drawing {
  readonly root: Element
  /** What was taken out of it. */
  readonly taken: readonly TakenPart[]
  /** Undefined where it has no text. */
  readonly faces: AskedFaces | undefined
  /** Whether nothing in it says how large it is. */
  readonly isSizeless: boolean
}

export function readDrawing(bytes: Uint8Array, depth = 0): Drawing | { readonly fault: DrawingFault } {
  const decoded = decodeDrawing(bytes)
  if ('fault' in decoded) return decoded
  const parsed = parse(decoded.text)
  if ('fault' in parsed) return parsed
  const { root } = parsed
  const taken = new Set<TakenPart>()
  for (const one of parsed.tree.children)
    if (one.type === 'instruction' && one.name === 'xml-stylesheet') taken.add('style-sheet')
  const fault = cleanElement(root, taken, (inner) => cleanedInside(inner, depth))
  if (fault) return { fault }
  if (!hasShapes(root)) return { fault: { problem: 'shows-nothing' } }
  settleNames(root)
  return { root, taken: [...taken], faces: askedFaces(root), isSizeless: !settleSize(root) }
}

/** As it is published: without what was taken out. */
export const writeDrawing = (root: Element): string => `${toXml(root)}\n`

function parse(
  text: string,
): { readonly tree: Root; readonly root: Element } | { readonly fault: DrawingFault } {
  if (!/<(?:[\w.-]+:)?svg[\s/>]/i.test(text)) return { fault: { problem: 'is-no-drawing' } }
  if (!/(?:<\/(?:[\w.-]+:)?svg\s*|\/)>(?:\s|<!--[\s\S]{0,900}?-->)*$/i.test(text.slice(-1000)))
    return { fault: { problem: 'is-cut-off' } }
  try {
    const tree = fromXml(text)
    const root = tree.children.find((child): child is Element => child.type === 'element')
    if (root && localName(root.name) === 'svg') return { tree, root }
    return { fault: { problem: 'is-no-drawing' } }
  } catch (problem) {
    const line = (problem as { line?: number | null }).line
    return { fault: { problem: 'has-broken-markup', line: line ?? undefined } }
  }
}

const MOST_INSIDE = 3

/** A drawing that is written into another one is a drawing all the same. */
function cleanedInside(bytes: Uint8Array, depth: number): string | undefined {
  if (depth >= MOST_INSIDE) return undefined
  const inner = readDrawing(bytes, depth + 1)
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
