import { escapeText } from '../ground/drawing/marks.ts'
import { pictureElement } from './picture-element.ts'
import type { SitePicture } from './site-pictures.ts'

/** The picture that front matter names, as an element; none where it could not be made. */
export function frontMatterPicture(
  { file, alt }: { readonly file: string; readonly alt: string },
  pictures: ReadonlyMap<string, SitePicture>,
  address: string,
): string | undefined {
  const made = pictures.get(file)
  const words = alt === 'decorative' ? '' : escapeText(alt)
  return made && pictureElement(`<img src="" alt="${words}">`, made, address)
}
