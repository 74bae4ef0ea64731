import type { Finding } from '../../model/finding.ts'
import { finding } from '../../rules/finding.ts'
import type { ReadPdf } from '../read-back.ts'

/** Each figure and formula says what it shows (PDF/UA-1, 7.3 and 7.7), and where it stands on its page. */
export function taggedPicturesHaveAlternatives({ elements }: ReadPdf): readonly Finding[] {
  return elements.flatMap(({ element, type, page }) => {
    if (type !== 'Figure' && type !== 'Formula') return []
    const place = page ? { page } : {}
    if (!element.alt?.trim())
      return [finding('tagged-pictures-have-alternatives', place, { problem: 'no-alternative' })]
    if (element.look.hasBox || type === 'Formula') return []
    return [finding('tagged-pictures-have-alternatives', place, { problem: 'no-place' })]
  })
}
