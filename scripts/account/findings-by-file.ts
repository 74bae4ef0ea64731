// What other findings account for: words that they quote as left out, and lines that stop the build for another reason.
import type { Finding } from '../model/finding.ts'
import type { RuleId } from '../rules/rules.ts'
import { letters } from './letters.ts'

export interface Told {
  /** Whether a finding stands on a line between these, or one of the whole file tells of what is taken out. */
  readonly standsAt: (file: string, firstLine: number, lastLine: number) => boolean
  /** Whether these words need no finding of their own. */
  readonly explains: (
    file: string,
    lost: { readonly line: number; readonly words: string; readonly signs: string },
    text?: string,
  ) => boolean
  /** Whether a finding says that one of these keys is passed over, with all that stands below it, or all keys are. */
  readonly passesOver: (file: string, keys: readonly string[]) => boolean
  /** Whether a finding quotes the beginning of these words, and cuts them short. */
  readonly begins: (file: string, lost: { readonly line: number; readonly signs: string }) => boolean
  /** Changes when anything of the above may. */
  readonly summaryOf: (file: string) => string
}

/** These say that something is left out of the print, once a file. */
const TELL_OF_A_FILE: ReadonlySet<RuleId> = new Set<RuleId>(['html-is-allowed'])

/** These name keys, once a file. */
const PASS_OVER: ReadonlySet<RuleId> = new Set<RuleId>([
  'front-matter-is-for-us',
  'front-matter-key-is-known',
])

/** For these no value of the front matter is taken. */
const REFUSED: ReadonlySet<RuleId> = new Set<RuleId>(['front-matter-value-fits', 'front-matter-is-complete'])

/** Of such a file nothing was understood, and the author knows. */
const UNREAD: ReadonlySet<RuleId> = new Set<RuleId>([
  'yaml-is-sound',
  'front-matter-is-yaml',
  'merge-is-settled',
])

export function findingsByFile(findings: readonly Finding[]): Told {
  const byFile = new Map<string, Finding[]>()
  for (const one of findings) {
    const file = one.place.file ?? ''
    byFile.set(file, [...(byFile.get(file) ?? []), one])
  }
  const of = (file: string): readonly Finding[] => byFile.get(file) ?? []
  return {
    standsAt: (file, first, last) =>
      of(file).some(
        ({ place: { line }, rule }) =>
          (line !== undefined && line >= first && line <= last) || TELL_OF_A_FILE.has(rule),
      ),
    explains: (file, { line, words, signs }, text) =>
      of(file).some(
        (one) =>
          (one.severity === 'error' && (isNear(one, line) || UNREAD.has(one.rule))) ||
          quotes(one, signs || letters(words), line, text),
      ),
    passesOver: (file, keys) =>
      of(file).some(
        (one) =>
          (one.severity === 'error' && REFUSED.has(one.rule)) ||
          (PASS_OVER.has(one.rule) && keys.some((key) => one.message.includes(`\`${key}\``))),
      ),
    begins: (file, { line, signs }) =>
      of(file).some((one) => one.place.line === line && cutShort(one, signs)),
    summaryOf: (file) =>
      of(file)
        .map(({ rule, severity, place, message }) => `${rule} ${severity} ${place.line} ${message}`)
        .join('\n'),
  }
}

const isNear = ({ place }: Finding, line: number): boolean => place.line === undefined || place.line === line

/** What stands between quotation marks, or behind a colon at the end. */
const QUOTED = /“([^”]*)”|`([^`]*)`|: ([^“”`]*)$/g

const quotes = (
  { message, place }: Finding,
  signs: string,
  line: number,
  text: string | undefined,
): boolean => {
  const from = place.line ?? line
  if (signs === '' || from > line || (from < line && text === undefined)) return false
  const before =
    from < line
      ? letters(
          (text ?? '')
            .split('\n')
            .slice(from - 1, line - 1)
            .join(' '),
        )
      : ''
  return [...message.matchAll(QUOTED)].some((found) =>
    letters(found[1] ?? found[2] ?? found[3] ?? '').includes(before + signs),
  )
}

const cutShort = ({ message }: Finding, signs: string): boolean =>
  [...message.matchAll(/[“`]([^”`]*)…[”`]/g)].some((match) => {
    const quoted = letters(match[1] ?? '')
    return quoted !== '' && (signs.startsWith(quoted) || quoted.startsWith(signs))
  })
