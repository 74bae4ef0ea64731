// A wall of findings helps nobody: where there are many, those of one rule are one line.
import type { Finding } from '../model/finding.ts'
import type { Place, Severity } from '../model/place.ts'

/** As many are told one by one. */
export const FEW = 40
const SHOWN = 3

export interface Fold {
  readonly severity: Severity
  /** In the order of files and lines. */
  readonly findings: readonly [Finding, ...Finding[]]
  readonly files: number
}

/** The findings of each rule together: errors first, and of one severity what was found most often. */
export function foldFindings(findings: readonly Finding[]): readonly Fold[] {
  const groups = new Map<string, [Finding, ...Finding[]]>()
  for (const one of inOrder(findings)) {
    const key = `${one.severity} ${one.rule}`
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return [...groups.values()]
    .map((group) => ({ severity: group[0].severity, findings: group, files: filesOf(group) }))
    .sort((a, b) => ORDER[a.severity] - ORDER[b.severity] || b.findings.length - a.findings.length)
}

export const ORDER: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 }

const filesOf = (findings: readonly Finding[]): number =>
  new Set(findings.flatMap(({ place: { file } }) => file ?? [])).size

/** `12 times in 3 files`, `twice`. */
export function countOfFold({ findings, files }: Fold): string {
  const times = findings.length === 1 ? 'once' : findings.length === 2 ? 'twice' : `${findings.length} times`
  return files === 0 ? times : `${times} in ${files === 1 ? '1 file' : `${files} files`}`
}

/** The first three places, and a sign that there are more. */
export const placesOfFold = ({ findings }: Fold, inWords: (place: Place) => string): string =>
  [
    ...findings.slice(0, SHOWN).map(({ place }) => inWords(place)),
    ...(findings.length > SHOWN ? ['…'] : []),
  ].join(', ')

/** By file and line, so that an author goes through a file once. */
export const inOrder = (findings: readonly Finding[]): readonly Finding[] =>
  [...findings].sort(
    (a, b) =>
      (a.place.file ?? '').localeCompare(b.place.file ?? '') ||
      (a.place.line ?? 0) - (b.place.line ?? 0) ||
      (a.place.column ?? 0) - (b.place.column ?? 0) ||
      (a.place.page ?? 0) - (b.place.page ?? 0),
  )
