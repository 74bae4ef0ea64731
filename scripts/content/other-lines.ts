// What is told once a file, at its first place: how many more there are, and in which lines.
import { splitLine } from '../ground/included-lines.ts'
import type { Others } from '../rules/phrases.ts'

const MOST = 20

/** Lines of another file than that of the first are counted, and not named. */
export function othersBeside(first: number, others: readonly number[]): Others {
  const own = splitLine(first)
  const inFile = others.map(splitLine).filter(({ number }) => number === own.number)
  const lines = [...new Set(inFile.map(({ line }) => line))].filter((line) => line !== own.line)
  if (lines.length === 0) return { more: others.length }
  return { more: others.length, lines: inWords(lines.sort((a, b) => a - b)) }
}

function inWords(lines: readonly number[]): string {
  if (lines.length > MOST) return `${lines.slice(0, MOST).join(', ')} and further down`
  const last = lines.at(-1)
  return lines.length === 1 ? `${last}` : `${lines.slice(0, -1).join(', ')} and ${last}`
}
