// What publication.yaml says of the rules, applied to what they found. Every finding of every room passes through here.
import type { Finding, Publication, RuleChange } from './model.ts'
import { finding, isWritingRule } from './rules.ts'

type Changes = Pick<Publication, 'rules'>

/** Drops what an exception names or a rule switched off has found, and gives the others the severity that was asked for. */
export function applyRules(findings: readonly Finding[], { rules }: Changes): Finding[] {
  if (rules.length === 0) return [...findings]
  return findings.flatMap((one) => {
    const changes = rules.filter(({ rule }) => rule === one.rule)
    if (changes.some(({ except }) => except.some((entry) => names(entry, one)))) return []
    const severity = changes.findLast((change) => change.severity !== undefined)?.severity ?? one.severity
    return severity === 'off' ? [] : [{ ...one, severity }]
  })
}

/**
 * Exceptions of the rules of writing that leave nothing alone, `findings` being all of the texts before any was dropped.
 * Other rules may find something later, in the browser or in the PDF.
 */
export function unneededExceptions(findings: readonly Finding[], { rules }: Changes): Finding[] {
  const isIdle = (change: RuleChange, entry: string): boolean =>
    isWritingRule(change.rule) && !findings.some((one) => one.rule === change.rule && names(entry, one))
  return rules.flatMap((change) =>
    change.except
      .filter((entry) => isIdle(change, entry))
      .map((entry) => {
        const place = { file: 'publication.yaml', line: change.line }
        return finding('exclusion-is-needed', place, { actual: entry, key: change.rule })
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
    .replace(/[.]+(?= |$)/g, '')
    .trim()
