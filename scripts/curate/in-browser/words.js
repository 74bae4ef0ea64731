// How the page calls things.

/**
 * @import { DeskMoment, DeskPerson, DeskPicture } from '../protocol.ts'
 */

/** @type {Record<DeskMoment['kind'], string>} */
export const KINDS = { post: 'Post', photograph: 'Photograph', talk: 'Talk', video: 'Video', note: 'Note' }

/** Why a moment is not shown. @type {Record<DeskMoment['state'], string>} */
export const STATES = {
  shown: 'Shown',
  unsaid: 'Nobody has asked',
  unknown: 'Not known',
  asked: 'Asked, no answer',
  refused: 'Refused',
  withdrawn: 'Withdrawn',
}

/** What the file of a moment can say. */
export const OWN_CONSENT = {
  '': 'Nothing: as the person says',
  'public-post': 'Posted for everybody',
  given: 'Given',
  asked: 'Asked',
  unknown: 'Not known',
  refused: 'Refused',
  withdrawn: 'Withdrawn',
}

/** @type {Record<DeskPerson['state'], string>} */
export const ANSWERS = {
  unknown: 'Not asked',
  asked: 'Asked, no answer',
  given: 'Agrees to be shown',
  refused: 'Does not want to be shown',
  withdrawn: 'Has withdrawn',
}

/** @param {DeskMoment} moment */
export const whoOf = ({ author, handle }) => author || handle || 'Nobody named'

/** The beginning of what was said. @param {DeskMoment} moment */
export function excerptOf({ text, pictures, name }, longest = 140) {
  const words = text.replace(/\s+/g, ' ') || pictures[0]?.alt || name
  return words.length > longest ? `${words.slice(0, longest).trimEnd()}…` : words
}

/** `10:32`, or the day where no hour is known. @param {DeskMoment} moment */
export const timeOf = ({ clock, day }) => clock || day

/**
 * Another when its file has changed.
 * @param {Pick<DeskPicture, 'file' | 'stamp'>} picture
 * @param {'small' | 'large'} size
 */
export const pictureAddress = ({ file, stamp }, size) =>
  `picture?${new URLSearchParams({ file, size, stamp: String(stamp) })}`
