// Figures, tables and whatever else is numbered, in the order of print: through the book, or by chapter.
import { EXHIBIT_NAMES, type ExhibitKind } from '../ground/exhibit-kinds.ts'
import { withoutSoftHyphens } from '../ground/language/without-soft-hyphens.ts'
import type { ExhibitEntry, Section } from '../model/book.ts'
import type { Chapter } from '../model/chapter.ts'
import type { Settings } from '../model/settings.ts'
import { words } from './words.ts'

export type ExhibitNumbers = ReadonlyMap<string, { readonly kind: ExhibitKind; readonly number: string }>

/** `3`, by chapter `3.2`; of a part of a figure `3.2b`. `chapters` are in the order of print. */
export function numberExhibits(
  chapters: readonly Chapter[],
  sections: readonly Section[],
  settings: Settings,
): ExhibitNumbers {
  const numbers = new Map<string, { kind: ExhibitKind; number: string }>()
  const through = counter()
  const before = settings.publication.numbering === 'chapter' ? leadingNumbers(sections, settings) : undefined
  chapters.forEach(({ exhibits }, index) => {
    const leading = before?.get(index)
    const count = leading === undefined ? through : counter()
    for (const { kind, id, parts = [] } of exhibits) {
      const number = leading === undefined ? String(count(kind)) : `${leading}.${count(kind)}`
      numbers.set(id, { kind, number })
      for (const part of parts) numbers.set(part.id, { kind, number: number + part.letter })
    }
  })
  return numbers
}

/** Calls of notes, and citations. */
const CALLS = /(?<!\s)\s*\[(?:\^[^\][\s]+|[^\][]*(?<![\p{L}\d.])@[\p{L}\d_][^\][]*)\]/gu

/** Without what their captions call, which stands where the exhibit is. */
export const listExhibits = (chapters: readonly Chapter[], numbers: ExhibitNumbers): ExhibitEntry[] =>
  chapters.flatMap(({ exhibits }) =>
    exhibits.map(({ kind, id, caption }) => ({
      kind,
      anchor: id,
      number: numbers.get(id)?.number ?? '',
      caption: withoutSoftHyphens(caption.replace(CALLS, '')).trim(),
    })),
  )

function counter(): (kind: ExhibitKind) => number {
  const counts = new Map(EXHIBIT_NAMES.map((kind) => [kind, 0]))
  return (kind) => {
    const next = (counts.get(kind) ?? 0) + 1
    counts.set(kind, next)
    return next
  }
}

/**
 * By index of the chapter. A text without a number lends none: its figures are counted plainly, with those of its
 * like. Case studies have numbers of their own, which must not be taken for those of chapters.
 */
function leadingNumbers(sections: readonly Section[], settings: Settings): ReadonlyMap<number, string> {
  const texts = sections.filter(({ number, chapter }) => chapter !== undefined && number !== '')
  const letter = texts.some(({ kind }) => kind === 'chapter') ? words(settings, 'caseStudyLetter') : ''
  return new Map(
    texts.map(({ kind, number, chapter }) => [
      chapter ?? -1,
      kind === 'case-study' ? letter + number : number,
    ]),
  )
}
