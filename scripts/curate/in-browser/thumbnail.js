// The first picture of a moment, small: its room is kept where it comes late, or cannot be shown.
import { element } from './element.js'
import { pictureAddress } from './words.js'

/**
 * @import { DeskPicture } from '../protocol.ts'
 */

/** @param {DeskPicture} picture */
export function thumbnailOf(picture) {
  const image = element('img', {
    class: 'thumb',
    src: pictureAddress(picture, 'small'),
    alt: '',
    width: '56',
    height: '56',
    decoding: 'async',
    draggable: 'false',
  })
  image.addEventListener('error', () => image.replaceWith(element('span', { class: 'thumb' })))
  return image
}
