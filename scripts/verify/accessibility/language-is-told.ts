import type { Finding } from '../../model/finding.ts'
import { finding } from '../../rules/finding.ts'
import type { ReadPdf } from '../read-back.ts'

/** A code as BCP 47 has them; our own private subtags carry meaning through the browser and must be gone. */
const CODE = /^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/i
const PRIVATE = /(?:^|-)x-/i

/** The file has a language, and every language in it is one (PDF/UA-1, 7.2). */
export function languageIsTold({ elements, claims }: ReadPdf): readonly Finding[] {
  if (claims.language === '') return [finding('language-is-told', {})]
  const told = new Set<string>()
  const codes = [
    { code: claims.language, page: 0 },
    ...elements.map(({ element, page }) => ({ code: element.language, page })),
  ]
  return codes.flatMap(({ code, page }) => {
    if (code === '' || (CODE.test(code) && !PRIVATE.test(code)) || told.has(code)) return []
    told.add(code)
    return [finding('language-is-told', page ? { page } : {}, { code })]
  })
}
