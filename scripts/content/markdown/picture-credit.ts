// Whose a picture is: `![A pier](pier.jpg "The pier"){credit="Photograph: the harbour office" licence="CC BY 4.0"}`.
import type { Element } from 'hast'
import type { PictureCredit } from '../../model/chapter.ts'
import { CONSENTS, readConsent } from '../consent.ts'
import { type Draft, type Placed, report } from './draft.ts'
import { classed, h } from './hast.ts'

declare module 'mdast' {
  interface ImageData {
    credit?: PictureCredit
  }
}

/** As other tools and other authors call them. */
const CREDITS = ['credit', 'credits', 'attribution', 'photographer', 'copyright']
const LICENCES = ['licence', 'license', 'rights']

/** Of what stands in braces behind a picture, or behind the block around it. Undefined where it says nothing of it. */
export function readCredit(
  said: ReadonlyMap<string, string>,
  draft: Draft,
  place: Placed,
): PictureCredit | undefined {
  const of = (names: readonly string[]): string =>
    names.map((name) => said.get(name) ?? '').find(Boolean) ?? ''
  const typed = said.get('consent')
  const consent = readConsent(typed, CONSENTS)
  if (typed && !consent)
    report(draft, 'markup-is-exact', place, { problem: 'no-word-of-consent', typed: `consent="${typed}"` })
  if (consent?.state === 'asked' || consent?.state === 'unknown')
    report(draft, 'consent-is-given', place, { state: consent.state })
  const [credit, licence] = [of(CREDITS), of(LICENCES)]
  if (credit === '' && licence === '' && !consent) return undefined
  return { credit, licence, ...(consent ? { consent } : {}) }
}

/** As it stands behind the caption: “Photograph: the harbour office. CC BY 4.0”. */
export const creditWords = ({ credit, licence }: PictureCredit): string =>
  [credit, licence].filter((words) => words !== '').join(beforeCredit(credit))

/** What stands between a caption and its credit: a stop, where the caption has none. */
export const beforeCredit = (caption: string): string => {
  if (caption === '') return ''
  return /[.!?…:;]["”’»]?(?:\[\^[^\]\s]+\])?$/.test(caption) ? ' ' : '. '
}

/** A caption and the credit of its picture, one behind the other. */
export function captionWithCredit(caption: string, credit: PictureCredit | undefined): string {
  const words = credit ? creditWords(credit) : ''
  return words === '' ? caption : `${caption}${beforeCredit(caption)}${words}`
}

/** The credit behind a caption, with what parts the two. */
export function creditBehind(caption: string, credit: PictureCredit | undefined): (Element | string)[] {
  const words = credit ? creditWords(credit) : ''
  return words === '' ? [] : [beforeCredit(caption), h('span', classed('credit'), words)]
}
