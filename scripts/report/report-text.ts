import { styleText } from 'node:util'
import type { Finding } from '../model/finding.ts'
import type { Place, Severity } from '../model/place.ts'
import { countOfFold, FEW, type Fold, foldFindings, inOrder, placesOfFold } from './fold-findings.ts'

const COLOURS = { error: 'red', warning: 'yellow', info: 'cyan' } as const

type Paint = (style: Parameters<typeof styleText>[0], text: string) => string

const paintOf =
  (colours: boolean): Paint =>
  (style, text) =>
    colours ? styleText(style, text, { validateStream: false }) : text

/** Findings for a person at a terminal: place, severity, what is wrong, rule; how to mend it on a line of its own. */
export function reportText(findings: readonly Finding[], colours: boolean): string {
  const paint = paintOf(colours)
  return inOrder(findings)
    .map((one) => whole(one, paint))
    .join('\n')
}

/**
 * The same, but where there are many those of one rule are one line: how often, in how many files, the first places.
 */
export function reportFolded(findings: readonly Finding[], colours: boolean): string {
  if (findings.length <= FEW) return reportText(findings, colours)
  const paint = paintOf(colours)
  const lines = foldFindings(findings).map((fold) =>
    fold.findings.length === 1 ? whole(fold.findings[0], paint) : folded(fold, paint),
  )
  return [...lines, `--all shows each of the ${findings.length}.`].join('\n')
}

function whole({ place, severity, message, rule, mend, cause }: Finding, paint: Paint): string {
  const head = `${oneLine(placeText(place))}  ${paint(COLOURS[severity], severity)}  ${oneLine(message)}  ${paint('dim', rule)}`
  return [
    head,
    `    ${oneLine(mend)}`,
    ...(cause ? [`    ${paint('dim', `(${oneLine(firstLine(cause))})`)}`] : []),
  ].join('\n')
}

/** With the words of the first, which say what it is about. */
function folded(fold: Fold, paint: Paint): string {
  const [{ rule, message, mend }] = fold.findings
  const places = oneLine(placesOfFold(fold, placeText))
  return [
    `${paint(COLOURS[fold.severity], fold.severity)}  ${paint('dim', rule)}  ${countOfFold(fold)}: ${places}`,
    `    ${oneLine(message)} ${oneLine(mend)}`,
  ].join('\n')
}

/** `chapters/02-x.md:31:1`, `page 14`, or both. */
export function placeText({ file, line, column, page }: Place): string {
  const position = [file ?? '', line ?? '', column ?? ''].filter((one) => one !== '').join(':')
  return (
    [position, page === undefined ? '' : `page ${page} of the PDF`].filter(Boolean).join(', ') ||
    'the publication'
  )
}

/** `2 errors, 1 warning`, or `no findings`. */
export function countText(findings: readonly Finding[]): string {
  const counts = (['error', 'warning', 'info'] as const satisfies readonly Severity[])
    .map((severity) => ({ severity, count: findings.filter((one) => one.severity === severity).length }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => `${count} ${severity}${count === 1 || severity === 'info' ? '' : 's'}`)
  return counts.join(', ') || 'no findings'
}

const firstLine = (text: string): string => text.split('\n')[0] ?? text

/** A text quoted in a finding must not move the cursor or colour the terminal of whoever reads it. */
const oneLine = (text: string): string => text.replace(/\p{Cc}+/gu, ' ')
