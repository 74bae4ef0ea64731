import { styleText } from 'node:util'
import type { Finding, Place, Severity } from '../model.ts'

const COLOURS = { error: 'red', warning: 'yellow', info: 'cyan' } as const

/** Findings for a person at a terminal: place, severity, what is wrong, rule; how to mend it on a line of its own. */
export function reportText(findings: readonly Finding[], colours: boolean): string {
  const paint = (style: Parameters<typeof styleText>[0], text: string): string =>
    colours ? styleText(style, text, { validateStream: false }) : text
  return inOrder(findings)
    .map(({ place, severity, message, rule, mend, cause }) => {
      const head = `${oneLine(placeText(place))}  ${paint(COLOURS[severity], severity)}  ${oneLine(message)}  ${paint('dim', rule)}`
      return [
        head,
        `    ${oneLine(mend)}`,
        ...(cause ? [`    ${paint('dim', `(${oneLine(firstLine(cause))})`)}`] : []),
      ].join('\n')
    })
    .join('\n')
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

/** By file and line, so that an author goes through a file once. */
const inOrder = (findings: readonly Finding[]): readonly Finding[] =>
  [...findings].sort(
    (a, b) =>
      (a.place.file ?? '').localeCompare(b.place.file ?? '') ||
      (a.place.line ?? 0) - (b.place.line ?? 0) ||
      (a.place.column ?? 0) - (b.place.column ?? 0) ||
      (a.place.page ?? 0) - (b.place.page ?? 0),
  )

const firstLine = (text: string): string => text.split('\n')[0] ?? text

/** A text quoted in a finding must not move the cursor or colour the terminal of whoever reads it. */
const oneLine = (text: string): string => text.replace(/\p{Cc}+/gu, ' ')
