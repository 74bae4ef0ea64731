// What is decided of a picture: its alternative text, its credit, the part that is shown.
import { group } from './consent-fields.js'
import { cropFields } from './crop.js'
import { element } from './element.js'
import { textField } from './fields.js'
import { pictureAddress } from './words.js'

/**
 * @import { Change, DeskMoment, DeskPicture } from '../protocol.ts'
 */

/**
 * @param {DeskMoment} moment
 * @param {DeskPicture} picture
 * @param {number} index
 * @param {(change: Change) => void} change
 */
export function pictureFields({ name, pictures }, picture, index, change) {
  const { file, alt, credit, shows, canCrop } = picture
  const focus = `picture-${index}`
  const title = pictures.length > 1 ? `Picture ${index + 1} of ${pictures.length}` : 'Picture'
  /** @param {{ alt?: string, credit?: string, crop?: DeskPicture['crop'] | null }} wish */
  const set = (wish) => {
    const { crop, ...texts } = wish
    change({ kind: 'picture', name, index, set: crop === undefined ? texts : { ...texts, crop } })
  }
  const image = element('img', { src: pictureAddress(file, 'large'), alt, draggable: 'false' })
  const crop = canCrop
    ? cropFields(picture, image, focus, (value) => set({ crop: value ?? null }))
    : undefined
  return group(
    title,
    crop?.frame ?? image,
    element('p', { class: 'hint file' }, file.replace(/^launch\/moments\//, ''), whoIsSeen(shows)),
    textField({
      ...{ label: 'Alternative text', value: alt, focus: `${focus}-alt`, isLong: true },
      hint: alt ? '' : 'Missing: say what it shows, for readers who cannot see it.',
      changed: (value) => set({ alt: value }),
    }),
    textField({
      ...{ label: 'Credit', value: credit, focus: `${focus}-credit` },
      changed: (value) => set({ credit: value }),
    }),
    ...(crop
      ? [element('details', { 'data-focus': `${focus}-crop` }, element('summary', {}, 'Crop'), crop.fields)]
      : []),
  )
}

/** @param {readonly string[]} shows */
const whoIsSeen = (shows) => (shows.length > 0 ? ` · shows ${shows.join(', ')}` : '')
