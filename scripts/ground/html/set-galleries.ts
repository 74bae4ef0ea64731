// The pictures of a gallery or a wall → its rows, where the shapes of all are known.
import type { Element, ElementContent, Root } from 'hast'
import { emptyShape, galleryRows, USUAL_SHAPE, wallRows } from '../gallery-rows.ts'
import { changeTree, hasClass, isElement, textProperty, withProperties } from './change-tree.ts'

/**
 * In a row each picture takes as much of the width as its shape wants. The styles need no numbers for that: every
 * picture asks for far more room than there is, in its shape, and all give way in proportion.
 */
export const ASKED_HEIGHT = 4000

/** `shapeOf`: width by height of a file. */
export const setGalleries = (tree: Root, shapeOf: (file: string) => number | undefined): Root =>
  changeTree(tree, (node) => {
    if (!isElement(node)) return node
    const best = Number(textProperty(node, 'dataWall'))
    if (best > 0) return inRows(withProperties(node, { dataWall: undefined }), shapeOf, best)
    return hasClass(node, 'gallery-pictures') ? inRows(node, shapeOf) : node
  })

/** `best`: of a wall, how high its rows are at best, in parts of its width. */
function inRows(gallery: Element, shapeOf: (file: string) => number | undefined, best?: number): Element {
  const cells = gallery.children.filter((child) => isElement(child))
  const shapes = cells.map((cell) => shapeOf(textProperty(imageIn(cell) ?? cell, 'src') ?? '') ?? USUAL_SHAPE)
  let at = 0
  const rows = (best ? wallRows(shapes, best) : galleryRows(shapes)).map((length): Element => {
    const row = shapes.slice(at, at + length)
    const children = cells.slice(at, at + length).map((cell, index) => withShape(cell, row[index]!))
    at += length
    const empty = best ? emptyShape(row, best) : 0
    return division(['gallery-row'], empty > 0 ? [...children, emptyEnd(empty)] : children)
  })
  return { ...gallery, children: rows }
}

const division = (className: string[], children: Element[]): Element => ({
  type: 'element',
  tagName: 'div',
  properties: { className },
  children,
})

/**
 * Keeps the last pictures of a wall from growing as wide as it is: a drawing of nothing, as styles are no attributes
 * here.
 */
const emptyEnd = (shape: number): Element =>
  division(
    ['cell'],
    [
      {
        type: 'element',
        tagName: 'svg',
        properties: { width: Math.round(ASKED_HEIGHT * shape), height: 1, ariaHidden: 'true' },
        children: [],
      },
    ],
  )

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
