import { nameOfLanguage } from '../../ground/language/language-of-words.ts'
import { type Draft, report } from '../markdown/draft.ts'

/** A file in another language than its publication, no word of which is said to be in it. */
export function textIsInItsLanguage(draft: Draft): void {
  const { language, context, source } = draft
  if (language === context.language) return
  const isSaid = new RegExp(`\\blang=["']?${language}\\b|\\]\\{${language}\\b`, 'i').test(source.text)
  if (isSaid) return
  const first = source.text.split('\n').findIndex((line) => /\p{L}/u.test(line))
  report(
    draft,
    'text-is-in-its-language',
    { position: { start: { line: first + 1, column: 1 } } },
    { code: language, language: nameOfLanguage(language), publication: context.language },
  )
}
