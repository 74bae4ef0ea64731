import { EXHIBIT_NAMES, isCalledSo } from '../../ground/exhibit-kinds.ts'
import type { Chapter, LinkMark } from '../../model/chapter.ts'
import type { Finding } from '../../model/finding.ts'
import { finding } from '../../rules/finding.ts'
import type { ExhibitNumbers } from '../numbering.ts'

const REFERENCE = new RegExp(
  String.raw`^(${EXHIBIT_NAMES.join('|')})(?:\s+(\p{Lu}?\d+(?:\.\d+)?[a-z]?))?$`,
  'iu',
)

/**
 * A link that says “figure 3” leads to figure 3, and one that says “figure” to a figure. Dead links are not its
 * affair.
 */
export function figureReferencesAreTrue(
  chapters: readonly Chapter[],
  numbers: ExhibitNumbers,
): readonly Finding[] {
  const places = new Set(
    chapters.flatMap(({ prefix, headings }) => [prefix, ...headings.map((heading) => heading.id)]),
  )
  return chapters.flatMap(({ file, links }) =>
    links.flatMap((link) => {
      const is = whatItIs(link, numbers, places)
      if (is === undefined) return []
      const { line, column, text } = link
      return [
        finding(
          'figure-reference-is-true',
          { file, line, column },
          { said: text.trim(), is, exhibit: exhibitOf(is) },
        ),
      ]
    }),
  )
}

/** A number is put in by us where the word stands alone. */
const exhibitOf = (is: string): string | undefined => REFERENCE.exec(is)?.[1]

/** `figure 3`, or `a section of the text`; undefined when the link says so itself. */
function whatItIs(
  { text, target, written }: LinkMark,
  numbers: ExhibitNumbers,
  places: ReadonlySet<string>,
): string | undefined {
  const [, kind, number] = REFERENCE.exec(text.trim()) ?? []
  if (kind === undefined || isCalledSo(text.trim(), written)) return undefined
  const exhibit = numbers.get(target)
  if (!exhibit) return places.has(target) ? 'a section of the text' : undefined
  const isTrue =
    exhibit.kind === kind.toLowerCase() && (!number || number.toLowerCase() === exhibit.number.toLowerCase())
  return isTrue ? undefined : `${exhibit.kind} ${exhibit.number}`
}
