import type { Chapter, FormMark } from '../../model/chapter.ts'
import type { Finding } from '../../model/finding.ts'
import { finding } from '../../rules/finding.ts'

/** Dates, numbers and words that can be written in several ways are written in the one that most of the paper uses. */
export function formsAreAlike(chapters: readonly Chapter[]): readonly Finding[] {
  const usual = usualForms(chapters.flatMap(({ forms }) => forms))
  return chapters.flatMap(({ file, forms }) =>
    forms.flatMap((mark) => {
      const { form, count, of } = usual.get(mark.thing)!
      if (mark.form === form) return []
      const { rule, was, line, column, house, fix } = mark
      const found = finding(rule, { file, line, column }, { written: was, usual: form, count, of })
      return [fix && form === house ? { ...found, fix } : found]
    }),
  )
}

interface Usual {
  readonly form: string
  readonly count: number
  readonly of: number
}

/**
 * Of each thing the form that is used most. Where two are used as often, the house form wins, or the first that was
 * met.
 */
function usualForms(marks: readonly FormMark[]): Map<string, Usual> {
  const things = new Map<string, Map<string, number>>()
  const houses = new Map<string, string>()
  for (const { thing, form, house } of marks) {
    const counts = things.get(thing) ?? new Map<string, number>()
    things.set(thing, counts.set(form, (counts.get(form) ?? 0) + 1))
    houses.set(thing, house)
  }
  return new Map([...things].map(([thing, counts]) => [thing, mostUsed(counts, houses.get(thing)!)]))
}

function mostUsed(counts: ReadonlyMap<string, number>, house: string): Usual {
  const weight = ([form, count]: readonly [string, number]): number => count + (form === house ? 0.5 : 0)
  const [form, count] = [...counts].reduce((best, one) => (weight(one) > weight(best) ? one : best))
  return { form, count, of: [...counts.values()].reduce((sum, one) => sum + one, 0) }
}
