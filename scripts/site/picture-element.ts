import { escapeText } from '../ground/drawing/marks.ts'
import { relativeHref } from './links.ts'
import type { SitePicture } from './site-pictures.ts'

/** Wide screens show a picture in the text column and its margin, narrow ones from edge to edge. */
const SIZES = '(min-width: 62rem) 58rem, 94vw'

/** `tag` is an `img` element; its source gives way to files in fitting formats and widths. */
export function pictureElement(tag: string, picture: SitePicture, address: string): string {
  const href = (path: string) => escapeText(relativeHref(address, path))
  const size = picture.width && picture.height ? ` width="${picture.width}" height="${picture.height}"` : ''
  const image = tag
    .replace(/ src="[^"]*"/, ` src="${href(picture.path)}"`)
    .replace(/\s*\/?>$/, `${size} loading="lazy" decoding="async">`)
  if (picture.sources.length === 0) return image
  const sources = picture.sources.map(({ type, files }) => {
    const set = files.map(({ path, width }) => `${href(path)} ${width}w`).join(', ')
    return `<source type="${type}" srcset="${set}" sizes="${SIZES}">`
  })
  return `<picture>${sources.join('')}${image}</picture>`
}
