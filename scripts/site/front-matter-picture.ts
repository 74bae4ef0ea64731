import { cropAddress } from '../ground/files/crop-address.ts'
import { writeHtml } from '../ground/html/html-text.ts'
import type { MomentPicture } from '../model/launch.ts'
import { pictureElement } from './picture-element.ts'
import type { SitePicture } from './site-pictures.ts'

/** The picture that front matter names, as HTML; none where it could not be made. */
export function frontMatterPicture(
  { file, alt, crop }: Pick<MomentPicture, 'file' | 'alt' | 'crop'>,
  pictures: ReadonlyMap<string, SitePicture>,
  address: string,
): string | undefined {
  const made = pictures.get(cropAddress(file, crop))
  const properties = { src: '', alt: alt === 'decorative' ? '' : alt }
  return (
    made &&
    writeHtml([pictureElement({ type: 'element', tagName: 'img', properties, children: [] }, made, address)])
  )
}
