// How wide pictures are printed whose width follows from their shape: those of a gallery or a wall, and one that
// fills its page.
import { galleryWidths, USUAL_SHAPE, wallWidths } from '../../ground/gallery-rows.ts'
import type { PageMeasures } from '../../ground/page-measures.ts'
import type { ImageMark } from '../../model/chapter.ts'

/** `shapeOf`: width by height of a file, undefined where it is not known. */
export function printedWidths(
  images: readonly ImageMark[],
  shapeOf: (file: string) => number | undefined,
  { pageMm, pageHeightMm }: PageMeasures,
): ImageMark[] {
  const shape = ({ file }: ImageMark): number => shapeOf(file) ?? USUAL_SHAPE
  const widths = new Map<ImageMark, number>()
  for (const gallery of new Set(images.map((image) => image.gallery))) {
    if (gallery === undefined) continue
    const together = images.filter((image) => image.gallery === gallery)
    const all = (together[0]!.isOfWall ? wallWidths : galleryWidths)(
      together.map(shape),
      together[0]!.widthMm,
    )
    for (const [index, image] of together.entries()) widths.set(image, all[index]!)
  }
  for (const image of images)
    if (image.fillsPage) widths.set(image, Math.max(pageMm, pageHeightMm * shape(image)))
  return images.map((image) => {
    const widthMm = widths.get(image)
    return widthMm === undefined ? image : { ...image, widthMm: Math.round(widthMm * 100) / 100 }
  })
}
