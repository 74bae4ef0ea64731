// Lines of a text that come from another file carry its number: a line by itself says which file it is of.
import type { Finding } from '../model/finding.ts'

/** More lines than a file has. */
const OF_A_FILE = 1_000_000

/** Line `line` of the included file `number`, from 1. */
export const includedLine = (number: number, line: number): number => number * OF_A_FILE + line

/** Which included file a line is of, 0 for the text itself, and which line of it. */
export const splitLine = (line: number): { readonly number: number; readonly line: number } => ({
  number: Math.floor(line / OF_A_FILE),
  line: line % OF_A_FILE,
})

interface Including {
  readonly file: string
  readonly included?: readonly string[]
}

/** Findings of texts told at the file and line where the words stand. Does no harm a second time. */
export function atTheirFiles(findings: readonly Finding[], texts: readonly Including[]): readonly Finding[] {
  const including = new Map(
    texts.flatMap(({ file, included }) => (included ? [[file, included] as const] : [])),
  )
  if (including.size === 0) return findings
  return findings.map((one) => {
    const { file = '', line = 0 } = one.place
    const place = splitLine(line)
    const own = place.number > 0 ? including.get(file)?.[place.number - 1] : undefined
    return own === undefined ? one : { ...one, place: { ...one.place, file: own, line: place.line } }
  })
}
