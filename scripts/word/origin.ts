// Which file and line a block of the printed pages was made of.
import { splitLine } from '../ground/included-lines.ts'
import type { SourceFile, Writing } from './writing.ts'

interface Origin {
  readonly from: Pick<SourceFile, 'file' | 'text'>
  readonly line: number
}

/** Of `3:14`, as `data-src` has it; undefined for what no file says. */
export function originOf(source: string | undefined, { sources }: Writing): Origin | undefined {
  const [number = '', lines = ''] = (source ?? '').split(':')
  const own = sources.get(Number(number))
  if (!own) return undefined
  const { number: included, line } = splitLine(Number(lines))
  const from = included > 0 ? own.included[included - 1] : own
  return from && { from, line }
}

/** Findings from `first` on that have no place yet are told at the block that was being set. */
export function placeFindings(first: number, source: string | undefined, writing: Writing): void {
  const { findings } = writing
  const origin = findings.length > first ? originOf(source, writing) : undefined
  if (!origin) return
  const place = { file: origin.from.file, line: origin.line }
  for (let index = first; index < findings.length; index += 1) {
    const one = findings[index]!
    if (one.place.file === undefined) findings[index] = { ...one, place }
  }
}
