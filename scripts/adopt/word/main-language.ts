import { allWithin, childOf, type Element, textWithin, valOf } from './element.ts'
import type { Styles } from './read-styles.ts'
import { languageOf } from './run-marks.ts'

/** The language of most of the letters, which need not be the one that the file says of itself. */
export function mainLanguage(body: Element | undefined, styles: Styles): string | undefined {
  const letters = new Map<string, number>()
  for (const run of allWithin(body, 'w:r')) {
    const own = childOf(run, 'w:rPr')
    const properties = own ? [...styles.runs(valOf(own, 'w:rStyle')), own] : []
    const language = languageOf(run, properties, styles) ?? styles.language
    if (language === undefined) continue
    const length = allWithin(run, 'w:t').reduce((sum, text) => sum + textWithin(text).length, 0)
    letters.set(language, (letters.get(language) ?? 0) + length)
  }
  const [most] = [...letters].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
  return most?.[0]
}
