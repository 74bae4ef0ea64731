import type { PlacedRun } from './place-runs.ts'

/** What is printed at the foot of each physical page; index 0 is page 1. The front cover counts as i, the body from 1. */
export function folioOfPage(placed: readonly PlacedRun[]): readonly string[] {
  const counts = { roman: 0, arabic: 0 }
  return placed.flatMap((run) =>
    Array.from({ length: run.pages }, () => {
      counts[run.numbering] += 1
      return run.numbering === 'roman' ? roman(counts.roman) : String(counts.arabic)
    }),
  )
}

const NUMERALS = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
] as const

function roman(number: number): string {
  let rest = number
  let text = ''
  for (const [value, letters] of NUMERALS) {
    text += letters.repeat(Math.floor(rest / value))
    rest %= value
  }
  return text
}
