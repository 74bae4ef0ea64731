// The pictures of a gallery → its rows, where the shapes of all are known.
import type { Element, ElementContent, Root } from 'hast'
import { galleryRows, USUAL_SHAPE } from '../gallery-rows.ts'
import { changeTree, hasClass, isElement, textProperty, withProperties } from './change-tree.ts'

/**
 * In a row each picture takes as much of the width as its shape wants. The styles need no numbers for that: every
 * picture asks for far more room than there is, in its shape, and all give way in proportion.
 */
const ASKED_HEIGHT = 4000

/** `shapeOf`: width by height of a file. */
export const setGalleries = (tree: Root, shapeOf: (file: string) => number | undefined): Root =>
  changeTree(tree, (node) =>
    isElement(node) && hasClass(node, 'gallery-pictures') ? inRows(node, shapeOf) : node,
  )

function inRows(gallery: Element, shapeOf: (file: string) => number | undefined): Element {
  const cells = gallery.children.filter((child) => isElement(child))
  const shapes = cells.map((cell) => shapeOf(textProperty(imageIn(cell) ?? cell, 'src') ?? '') ?? USUAL_SHAPE)
  let at = 0
  const rows = galleryRows(shapes).map((length): Element => {
    const children = cells.slice(at, at + length).map((cell, index) => withShape(cell, shapes[at + index]!))
    at += length
    return { type: 'element', tagName: 'div', properties: { className: ['gallery-row'] }, children }
  })
  return { ...gallery, children: rows }
}

function imageIn(element: Element): Element | undefined {
  for (const child of element.children) {
    if (!isElement(child)) continue
    const found = child.tagName === 'img' ? child : imageIn(child)
    if (found) return found
  }
  return undefined
}

const withShape = (cell: Element, shape: number): Element =>
  changeTree(cell, (node): ElementContent => {
    if (!isElement(node, 'img')) return node
    return withProperties(node, { width: Math.round(ASKED_HEIGHT * shape), height: ASKED_HEIGHT })
  })
