import type { Element } from 'hast'
import { relativeHref } from './links.ts'
import type { SitePicture } from './site-pictures.ts'

/**
 * Wide screens show a picture in the text column and its margin, narrow ones from edge to edge; of several in a row
 * each has its part, but on a telephone.
 */
const sizesOf = (ofRow: number): string =>
  ofRow === 1
    ? '(min-width: 62rem) 58rem, 94vw'
    : `(min-width: 62rem) ${Math.ceil(58 * ofRow)}rem, (min-width: 34rem) ${Math.ceil(94 * ofRow)}vw, 94vw`

/** An `img`, whose source gives way to files in fitting formats and widths. `ofRow`: its part of the width. */
export function pictureElement(image: Element, picture: SitePicture, address: string, ofRow = 1): Element {
  const href = (path: string) => relativeHref(address, path)
  // In a gallery its shape alone is said.
  const isSized = image.properties.width !== undefined
  const size =
    !isSized && picture.width && picture.height ? { width: picture.width, height: picture.height } : {}
  const shown: Element = {
    ...image,
    properties: { ...image.properties, src: href(picture.path), ...size, loading: 'lazy', decoding: 'async' },
  }
  if (picture.sources.length === 0) return shown
  const sources = picture.sources.map(({ type, files }) => {
    const srcSet = files.map(({ path, width }) => `${href(path)} ${width}w`).join(', ')
    return element('source', { type, srcSet, sizes: sizesOf(ofRow) })
  })
  return element('picture', {}, [...sources, shown])
}

const element = (
  tagName: string,
  properties: Element['properties'],
  children: Element['children'] = [],
): Element => ({ type: 'element', tagName, properties, children })
