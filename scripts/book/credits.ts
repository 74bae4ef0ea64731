// Whose the pictures are, in the order of print.
import type { CreditEntry } from '../model/book.ts'
import type { Chapter } from '../model/chapter.ts'
import type { Settings } from '../model/settings.ts'
import type { ExhibitNumbers } from './numbering.ts'

/** Of all texts, and of the covers, which have no page to lead to. */
export function listCredits(
  chapters: readonly Chapter[],
  numbers: ExhibitNumbers,
  { publication, theme }: Settings,
): CreditEntry[] {
  const { cover, options } = publication
  const ofCover =
    options.covers && cover.picture !== '' && cover.credit !== ''
      ? [{ anchor: '', number: '', title: theme.words.coverPicture, said: cover.credit }]
      : []
  const ofTexts = chapters.flatMap(({ credits = [], matter: { picture }, prefix }) => [
    ...credits.map(({ anchor, title, credit, licence, consent }) => ({
      anchor,
      number: numbers.get(anchor)?.number ?? '',
      title: title.replace(/\[\^[^\][\s]+\]/g, '').trim(),
      said: sentences([credit, licence, consent ? theme.words[CONSENT_WORDS[consent.state]] : '']),
    })),
    ...(picture && picture.credit !== ''
      ? [{ anchor: prefix, number: '', title: picture.alt, said: picture.credit }]
      : []),
  ])
  return [...ofCover, ...ofTexts]
}

/** One behind the other, each with its stop. */
const sentences = (parts: readonly string[]): string =>
  parts
    .filter((part) => part !== '')
    .map((part, index, all) => (index < all.length - 1 && !/[.!?…]$/.test(part) ? `${part}.` : part))
    .join(' ')

const CONSENT_WORDS = {
  'public-post': 'consentPublicPost',
  given: 'consentGiven',
  asked: 'consentAsked',
  unknown: 'consentUnknown',
} as const
