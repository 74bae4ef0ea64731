import { cropAddress } from '../ground/files/crop-address.ts'
import { writeHtml } from '../ground/html/html-text.ts'
import { ASKED_HEIGHT } from '../ground/html/set-galleries.ts'
import type { MomentPicture } from '../model/launch.ts'
import { pictureElement } from './picture-element.ts'
import type { SitePicture } from './site-pictures.ts'

/**
 * The picture that front matter names, as HTML; none where it could not be made. `inRow`: width by height of one in a
 * row of pictures, and its part of the row.
 */
export function frontMatterPicture(
  { file, alt, crop }: Pick<MomentPicture, 'file' | 'alt' | 'crop'>,
  pictures: ReadonlyMap<string, SitePicture>,
  address: string,
  inRow?: { readonly shape: number; readonly ofRow: number },
): string | undefined {
  const made = pictures.get(cropAddress(file, crop))
  const size = inRow ? { width: Math.round(ASKED_HEIGHT * inRow.shape), height: ASKED_HEIGHT } : {}
  const properties = { src: '', alt: alt === 'decorative' ? '' : alt, ...size }
  return (
    made &&
    writeHtml([
      pictureElement(
        { type: 'element', tagName: 'img', properties, children: [] },
        made,
        address,
        inRow?.ofRow,
      ),
    ])
  )
}
