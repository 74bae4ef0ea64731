// Pages and sources: what was written where, and where it came to stand.
import { PT_PER_PIXEL } from '../ground/units.ts'
import type { HtmlDocument } from '../model/document.ts'
import type { Place } from '../model/place.ts'
import type { Layout } from '../print/lay-out.ts'
import type { PageGeometry } from '../print/page-geometry.ts'
import { placeOfSource } from '../print/place-of-source.ts'

export interface Places {
  /** What was written at a place on a page (from 1), in points from its left and its top. */
  readonly sourceAt: (page: number, xPt: number, yPt: number) => { file: string; line: number } | undefined
  /** The page on which a place in a source stands, or what stands before it. */
  readonly pageOf: (place: Place) => number | undefined
}

interface Box {
  readonly page: number
  readonly file: string
  readonly line: number
  /** In points, from the left and the top of the sheet. */
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** From the very boxes that the page numbers were measured with. */
export function placesOf(document: HtmlDocument, layout: Layout, geometry: PageGeometry): Places {
  const boxes = boxesOf(document, layout, geometry)
  const onPage = groupedBy(boxes, ({ page }) => page)
  const inFile = groupedBy(boxes, ({ file }) => file)
  return {
    sourceAt: (page, x, y) => {
      const box = nearestBox(onPage.get(page) ?? [], x, y)
      return box && { file: box.file, line: box.line }
    },
    pageOf: ({ file, line = 1, page }) => {
      if (page !== undefined) return page
      const known = inFile.get(file ?? '') ?? []
      const before = known.filter((box) => box.line <= line)
      return (before.length > 0 ? lastOf(before) : known[0])?.page
    },
  }
}

function groupedBy<Key>(boxes: readonly Box[], keyOf: (box: Box) => Key): ReadonlyMap<Key, readonly Box[]> {
  const groups = new Map<Key, Box[]>()
  for (const box of boxes) {
    const group = groups.get(keyOf(box))
    if (group) group.push(box)
    else groups.set(keyOf(box), [box])
  }
  return groups
}

/** The one of the highest line; of several in one line the first, where it begins. */
const lastOf = (boxes: readonly Box[]): Box | undefined =>
  boxes.reduce<Box | undefined>((last, box) => (last && last.line >= box.line ? last : box), undefined)

function boxesOf(document: HtmlDocument, { placed, measured }: Layout, geometry: PageGeometry): Box[] {
  const kinds = new Map(document.runs.map(({ id, kind }) => [id, kind]))
  return placed.flatMap(({ id, first }) =>
    (measured.marks[id] ?? []).flatMap((mark) => {
      const { file, line } = placeOfSource(mark.src, document)
      if (file === undefined) return []
      const page = first + mark.page
      const corner = cornerOf(kinds.get(id) ?? 'flow', page, geometry)
      const left = (corner.left + mark.left) * PT_PER_PIXEL
      const top = (corner.top + mark.top) * PT_PER_PIXEL
      const right = left + mark.width * PT_PER_PIXEL
      return [{ page, file, line: line ?? 1, left, top, right, bottom: top + mark.height * PT_PER_PIXEL }]
    }),
  )
}

/**
 * Where the text area begins on a page, in pixels. Odd pages are right-hand ones: their inner margin is the left one.
 */
function cornerOf(kind: string, page: number, { margins }: PageGeometry): { left: number; top: number } {
  if (kind === 'full') return { left: 0, top: 0 }
  return { left: page % 2 === 1 ? margins.inner : margins.outer, top: margins.top }
}

/** The smallest box around the point; else the one that is next to it in height. */
function nearestBox(boxes: readonly Box[], x: number, y: number): Box | undefined {
  const around = boxes.filter((box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom)
  if (around.length > 0) return least(around, areaOf)
  return least(boxes, (box) => distance(y, box.top, box.bottom) * FAR + distance(x, box.left, box.right))
}

/** A line that is next to the point counts before one that is above it, whatever the widths. */
const FAR = 1000

const areaOf = (box: Box): number => (box.right - box.left) * (box.bottom - box.top)

const distance = (at: number, from: number, to: number): number => Math.max(from - at, at - to, 0)

function least(boxes: readonly Box[], measure: (box: Box) => number): Box | undefined {
  return boxes.reduce<Box | undefined>(
    (best, box) => (best && measure(best) <= measure(box) ? best : box),
    undefined,
  )
}
