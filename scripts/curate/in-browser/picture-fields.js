// What is decided of a picture: its alternative text, its credit, the part that is shown.
import { group } from './consent-fields.js'
import { cropFields } from './crop.js'
import { element } from './element.js'
import { textField } from './fields.js'
import { pictureAddress } from './words.js'

/**
 * @import { Change, DeskMoment, DeskPicture } from '../protocol.ts'
 * @import { Piece } from './drawn-anew.js'
 * @typedef {{ alt?: string, credit?: string, crop?: DeskPicture['crop'] | null }} PictureWish
 */

/**
 * @param {DeskMoment} moment
 * @param {DeskPicture} picture
 * @param {number} index
 * @param {(change: Change) => void} change
 * @returns {Piece}
 */
export function picturePiece({ name, pictures }, picture, index, change) {
  const title = pictures.length > 1 ? `Picture ${index + 1} of ${pictures.length}` : 'Picture'
  return {
    key: JSON.stringify(['picture', name, title, picture]),
    make: () =>
      pictureFields(picture, title, `picture-${index}`, (set) =>
        change({ kind: 'picture', name, index, set }),
      ),
  }
}

/** @param {DeskPicture} picture @param {string} title @param {string} focus @param {(wish: PictureWish) => void} set */
function pictureFields(picture, title, focus, set) {
  const { file, alt, credit, shows, canCrop } = picture
  const image = imageOf(picture)
  const crop = canCrop ? cropFields(picture, image, focus, (value) => set({ crop: value })) : undefined
  return group(
    title,
    element('div', { class: 'mat' }, crop?.frame ?? image),
    element('p', { class: 'hint file' }, file.replace(/^launch\/moments\//, ''), whoIsSeen(shows)),
    textField({
      label: 'Alternative text',
      value: alt,
      focus: `${focus}-alt`,
      isLong: true,
      hint: alt ? '' : 'Missing: say what it shows, for readers who cannot see it.',
      changed: (value) => set({ alt: value }),
    }),
    textField({
      label: 'Credit',
      value: credit,
      focus: `${focus}-credit`,
      changed: (value) => set({ credit: value }),
    }),
    ...(crop
      ? [element('details', { 'data-focus': `${focus}-crop` }, element('summary', {}, 'Crop'), crop.fields)]
      : []),
  )
}

/** @param {DeskPicture} picture */
function imageOf({ file, alt, stamp }) {
  const image = element('img', { src: pictureAddress({ file, stamp }, 'large'), alt, draggable: 'false' })
  image.addEventListener('error', () => {
    const words = 'This picture cannot be shown: its file is not there, or holds no picture that can be read.'
    const mat = image.closest('.mat')
    mat?.replaceChildren(element('p', { class: 'lost' }, words))
    mat?.parentElement?.querySelector('details')?.remove()
  })
  return image
}

/** @param {readonly string[]} shows */
const whoIsSeen = (shows) => (shows.length > 0 ? ` · shows ${shows.join(', ')}` : '')
