// Values that pages print as words alone: marks of Markdown are taken off them, and that is told.
import type { ChapterMatter, Source } from '../../model/chapter.ts'
import type { Finding } from '../../model/finding.ts'
import { findingAs } from '../../rules/finding.ts'
import { type Field, textAt } from '../fields/field.ts'
import { FIELDS } from '../fields/fields.ts'
import type { ParseContext } from '../parse-context.ts'
import { inlineOfValue } from './inline-of-value.ts'

export interface PlainValues {
  readonly matter: ChapterMatter
  readonly findings: readonly Finding[]
}

/** Title and standfirst keep their marks, and are looked at elsewhere. */
export function plainValues(
  matter: ChapterMatter,
  source: Source,
  context: ParseContext,
  fields = FIELDS,
): PlainValues {
  const findings: Finding[] = []
  const plain =
    (key: string) =>
    (text: string): string => {
      const inline = inlineOfValue(text, source, context)
      if (!inline) return text
      const place = { file: source.file, line: matter.lines[key] ?? 1 }
      findings.push(findingAs('info', 'front-matter-value-fits', place, toldOf(key, text, inline.words)))
      return inline.words
    }
  const settled = fields.map(({ key, plain: settle }) => settle?.(matter, plain(key)) ?? {})
  return {
    matter: Object.assign({}, matter, ...settled),
    findings: [...findings, ...linksAsWords(matter, source, fields)],
  }
}

/** A link of title or standfirst into the book itself has no page to stand on in contents and bookmarks. */
const linksAsWords = (matter: ChapterMatter, { file }: Source, fields: readonly Field[]): Finding[] =>
  fields.flatMap(({ key, marks }) => {
    const [, words, address] = (marks && INNER_LINK.exec(textAt(matter, key))) || []
    const line = matter.lines[key]
    if (words === undefined || line === undefined) return []
    const place = { file, line }
    if (/^#?$/.test(words.trim())) {
      const reference = { problem: 'reference-is-left-out', key, address: address ?? '' } as const
      return [findingAs('error', 'front-matter-value-fits', place, reference)]
    }
    const facts = { problem: 'link-is-left-out', key, words, address: address ?? '' } as const
    return [findingAs('info', 'front-matter-value-fits', place, facts)]
  })

const INNER_LINK = /\[((?:[^[\]^][^[\]]*)?)\]\((?!https?:|mailto:|tel:)([^()\s]+)\)/i

const toldOf = (key: string, written: string, words: string) =>
  ({ problem: 'marks-are-left-out', key, words, written }) as const
