// What publication.yaml says of the rules, applied to what they found. Every finding of every room passes through here.
import type { Finding } from '../model/finding.ts'
import type { Publication, RuleChange } from '../model/publication.ts'
import { finding, reported } from './finding.ts'
import { isOfWriting, ruleOf } from './rules.ts'

type Changes = Pick<Publication, 'rules' | 'style' | 'names' | 'accessibility'>

/**
 * Drops what an exception names, a rule switched off or a style that was not chosen has found, and gives the others
 * the severity that was asked for.
 */
export function applyRules(findings: readonly Finding[], publication: Changes): Finding[] {
  return findings.flatMap((one) => {
    const changes = publication.rules.filter(({ rule }) => rule === one.rule)
    if (changes.some(({ except }) => except.some((entry) => names(entry, one)))) return []
    const asked = changes.findLast((change) => change.severity !== undefined)?.severity
    if (asked === undefined && !isChosen(one, publication)) return []
    if (asked === 'off') return []
    if (asked !== undefined) return [{ ...one, severity: asked }]
    return [publication.accessibility === 'reported' ? reported(one) : one]
  })
}

/** A house style is chosen as a whole, by `style:`; spellings also by listing them under `names:`. */
const isChosen = (one: Finding, { style, names }: Changes): boolean =>
  ruleOf(one.rule).kind !== 'style' ||
  style !== 'none' ||
  (one.rule === 'names-are-spelt-alike' && names.some(({ not }) => not.length > 0))

/**
 * Exceptions of the rules of writing that leave nothing alone, `findings` being all of the texts before any was
 * dropped. Other rules may find something later, in the browser or in the PDF.
 */
export function unneededExceptions(
  findings: readonly Finding[],
  { rules }: Pick<Publication, 'rules'>,
): Finding[] {
  const isIdle = (change: RuleChange, entry: string): boolean =>
    isOfWriting(change.rule) && !findings.some((one) => one.rule === change.rule && names(entry, one))
  return rules.flatMap((change) =>
    change.except
      .filter((entry) => isIdle(change, entry))
      .map((entry) => {
        const place = { file: 'publication.yaml', line: change.line }
        return finding('exclusion-is-needed', place, { entry, rule: change.rule })
      }),
  )
}

/** A file, a folder with `/` at its end, or whole words of what the finding is about. */
function names(entry: string, { place, about }: Finding): boolean {
  if (place.file === entry || (entry.endsWith('/') && place.file?.startsWith(entry))) return true
  return about !== undefined && ` ${plain(about)} `.includes(` ${plain(entry)} `)
}

/** Capitals, the form of quotation marks and what stands around a word make no difference. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[^\p{L}\p{N}\p{M}&%@#'./+-]+/gu, ' ')
    .replace(/(?<![.])[.]+(?= |$)/g, '')
    .trim()
