// One text as the rules of writing see it, and what they say of it.
import { parseChapter } from '../../../scripts/content/parse-chapter.ts'
import type { ParseContext } from '../../../scripts/content/parse-context.ts'
import { checkWriting } from '../../../scripts/content/writing/check-writing.ts'
import type { Chapter } from '../../../scripts/model/chapter.ts'
import type { Finding, Fix } from '../../../scripts/model/finding.ts'
import { headingOf } from '../../../scripts/rules/rules.ts'
import { CONTEXT, source } from '../parse.ts'

const HEAD = '---\ntitle: Barriers\n---\n'
const QUIET: Partial<ParseContext> = {
  data: { figures: {}, questions: {}, lists: {}, percentages: [] },
}

/** The body begins on line 4. */
export const write = (body: string, context: Partial<ParseContext> = {}): Chapter =>
  parseChapter(source(HEAD + body), { ...CONTEXT, ...QUIET, ...context }, { checkWriting })

export const writeFile = (text: string): Chapter =>
  parseChapter(source(text), { ...CONTEXT, ...QUIET }, { checkWriting })

/** `rule@line:column what it is about` of each finding. */
export const told = ({ findings }: Pick<Chapter, 'findings'>): string[] =>
  findings
    .filter(isOurs)
    .map(({ rule, place, about }) => `${rule}@${place.line}:${place.column}${about ? ` ${about}` : ''}`)

const isOurs = ({ rule }: Finding): boolean => headingOf(rule) === 'Writing, in words'

/** The body with every mend made, as `check --fix` would. */
export function mended(body: string, context: Partial<ParseContext> = {}): string {
  const text = HEAD + body
  return withFixes(text, write(body, context).findings.filter(isOurs)).slice(HEAD.length)
}

export function withFixes(text: string, findings: readonly Finding[]): string {
  const fixes = findings.flatMap(({ fix }): Fix[] => (fix ? [fix] : []))
  return fixes.toSorted((a, b) => b.start - a.start).reduce(withFix, text)
}

function withFix(text: string, { start, end, was, becomes }: Fix): string {
  if (text.slice(start, end) !== was) throw new Error(`“${was}” does not stand at ${start}`)
  return text.slice(0, start) + becomes + text.slice(end)
}
