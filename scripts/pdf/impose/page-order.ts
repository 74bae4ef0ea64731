import type { SheetSide } from '../../model/booklet.ts'

type Side = Omit<SheetSide, 'shiftPt'> & {
  /** Of its sheet in its section: 0 for the outermost. */
  readonly depth: number
}

/**
 * Which page stands where on the sheets of a booklet, in printing order: section by section, each from its outermost
 * sheet inwards, front and back. Backs are meant for printers that turn the sheet over its short edge, so that what
 * stands on the left of the back is behind what stands on the right of the front.
 */
export function bookletOrder(
  pages: number,
  sections: readonly number[],
  lastIsCover: boolean,
): readonly Side[] {
  const all = filledUp(pages, lastIsCover)
  let first = 0
  let sheet = 0
  return sections.flatMap((sheets, index) => {
    const own = all.slice(first, first + sheets * 4)
    first += sheets * 4
    return Array.from({ length: sheets }, (_, depth): Side[] => {
      const leaf = { section: index + 1, sheet: ++sheet, depth }
      const [low, high] = [depth * 2, own.length - 1 - depth * 2]
      return [
        { ...leaf, side: 'front', left: own[high]!, right: own[low]! },
        { ...leaf, side: 'back', left: own[low + 1]!, right: own[high - 1]! },
      ]
    }).flat()
  })
}

/** Pages from 1 and blanks as 0, up to a multiple of four. A back cover stays last. */
export function filledUp(pages: number, lastIsCover: boolean): readonly number[] {
  const all = Array.from({ length: pages }, (_, index) => index + 1)
  const blanks = new Array<number>((4 - (pages % 4)) % 4).fill(0)
  all.splice(lastIsCover ? pages - 1 : pages, 0, ...blanks)
  return all
}

/** As the open book shows them: page 1 alone on the right, then two by two. Printed on one side. */
export function twoUpOrder(pages: number): readonly Side[] {
  return Array.from({ length: Math.floor(pages / 2) + 1 }, (_, index): Side => {
    const right = index * 2 + 1
    return {
      section: 1,
      sheet: index + 1,
      depth: 0,
      side: 'front',
      left: index * 2,
      right: right > pages ? 0 : right,
    }
  })
}
