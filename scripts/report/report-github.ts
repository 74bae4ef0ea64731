import type { Finding } from '../model/finding.ts'
import type { Severity } from '../model/place.ts'
import type { LocatedFinding } from './locate-findings.ts'
import { countText, reportText } from './report-text.ts'
import { annotation, withoutCommands } from './workflow-commands.ts'

const LEVELS = { error: 'error', warning: 'warning', info: 'notice' } as const

/** GitHub shows ten of each level a step and drops the rest without a word. */
const SHOWN = 10

/**
 * Findings as annotations, which GitHub shows on the lines of a pull request: errors wherever they stand, all else
 * where the pull request changed something, or everywhere when nobody knows what it changed; those on changed lines
 * first. What is left is counted in one more, and listed in the log.
 */
export function reportGithub(findings: readonly LocatedFinding[]): string {
  const chosen = (['error', 'warning', 'info'] as const).flatMap((severity) => choose(findings, severity))
  const left = findings.filter((one) => !chosen.includes(one)).map(({ finding }) => finding)
  return [
    ...chosen.map(annotate),
    ...(left.length > 0 ? [annotation('notice', {}, leftText(left)), logText(left)] : []),
  ].join('\n')
}

function choose(findings: readonly LocatedFinding[], severity: Severity): readonly LocatedFinding[] {
  return findings
    .filter(({ finding }) => finding.severity === severity)
    .filter(({ isOnChangedLine }) => severity === 'error' || isOnChangedLine !== false)
    .map((one, index) => ({ one, index }))
    .sort((a, b) => Number(b.one.isOnChangedLine) - Number(a.one.isOnChangedLine) || a.index - b.index)
    .slice(0, severity === 'info' ? SHOWN - 1 : SHOWN) // One notice is kept for what is left.
    .map(({ one }) => one)
}

function annotate({
  finding: { rule, severity, message, mend, place },
  path,
  range,
}: LocatedFinding): string {
  const isOneLine = range?.endLine === undefined || range.endLine === range.line
  const properties = {
    file: path,
    line: range?.line,
    endLine: range?.endLine,
    // GitHub takes columns only where all stands on one line.
    ...(isOneLine ? { col: range?.column, endColumn: range?.endColumn } : {}),
    title: rule,
  }
  const page = place.page === undefined ? '' : ` (page ${place.page} of the PDF)`
  return annotation(LEVELS[severity], properties, `${message}${page}\n${mend}`)
}

const leftText = (left: readonly Finding[]): string =>
  `${countText(left)} more, on lines that are not marked here: the log of this step lists them.`

const logText = (left: readonly Finding[]): string => withoutCommands(reportText(left, false))
