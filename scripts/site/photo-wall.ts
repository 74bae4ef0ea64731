// The photographs of launch day on a page of the website, in rows of one height, each with the way to its moment.
import { cropAddress } from '../ground/files/crop-address.ts'
import { emptyShape, USUAL_SHAPE, wallRows } from '../ground/gallery-rows.ts'
import { ASKED_HEIGHT } from '../ground/html/set-galleries.ts'
import type { TimelineEntry } from '../ground/time/timeline.ts'
import { frontMatterPicture } from './front-matter-picture.ts'
import type { SitePicture } from './site-pictures.ts'

/** What `templates/site/launch-photographs.liquid` gets. */
export interface WallRow {
  readonly cells: readonly WallCell[]
  /** Width that the empty end of the row asks for, as its pictures do; 0 for a row that is filled. */
  readonly empty: number
}

interface WallCell {
  readonly moment: TimelineEntry
  readonly element: string
  readonly credit: string
  /** Whether the words of the moment stand below it: they do so below the first of its pictures. */
  readonly isFirst: boolean
}

/** Of the width of the page, how high a row is at best. */
const BEST = 0.3

/** Pictures that could not be made are left out; a finding tells of them. */
export function photoWall(
  moments: readonly TimelineEntry[],
  pictures: ReadonlyMap<string, SitePicture>,
  address: string,
): WallRow[] {
  const shown = moments.flatMap((moment) =>
    moment.pictures.flatMap((picture, index) => {
      const made = pictures.get(cropAddress(picture.file, picture.crop))
      return made ? [{ moment, picture, shape: shapeOf(made), isFirst: index === 0 }] : []
    }),
  )
  let at = 0
  return wallRows(
    shown.map(({ shape }) => shape),
    BEST,
  ).map((length) => {
    const row = shown.slice(at, at + length)
    at += length
    const shapes = row.map(({ shape }) => shape)
    const empty = emptyShape(shapes, BEST)
    const sum = shapes.reduce((all, shape) => all + shape, empty)
    const cells = row.map(({ moment, picture, shape, isFirst }) => ({
      moment,
      element: frontMatterPicture(picture, pictures, address, { shape, ofRow: shape / sum }) ?? '',
      credit: picture.credit,
      isFirst,
    }))
    return { cells, empty: Math.round(empty * ASKED_HEIGHT) }
  })
}

const shapeOf = ({ width, height, shape }: SitePicture): number =>
  shape ?? (width && height ? width / height : USUAL_SHAPE)
