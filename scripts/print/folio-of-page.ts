import { roman } from '../ground/language/roman.ts'
import type { PlacedRun } from './place-runs.ts'

/**
 * What is printed at the foot of each physical page; index 0 is page 1. The front cover counts as i, the body from 1.
 */
export function folioOfPage(placed: readonly PlacedRun[]): readonly string[] {
  const counts = { roman: 0, arabic: 0 }
  return placed.flatMap((run) =>
    Array.from({ length: run.pages }, () => {
      counts[run.numbering] += 1
      return run.numbering === 'roman' ? roman(counts.roman) : String(counts.arabic)
    }),
  )
}
