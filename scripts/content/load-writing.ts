import { isEnglish } from './is-english.ts'
import type { ParseContext } from './parse-context.ts'
import type { CheckWriting } from './writing/check-writing.ts'

/**
 * The rules of writing, which know English only, with the language libraries that they need. Undefined for other
 * languages.
 */
export async function loadWriting({
  language,
}: Pick<ParseContext, 'language'>): Promise<CheckWriting | undefined> {
  if (!isEnglish(language)) return undefined
  return (await import('./writing/check-writing.ts')).checkWriting
}
