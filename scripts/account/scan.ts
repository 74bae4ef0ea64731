import type { Reading } from './reading.ts'

/** A text that is read sign by sign. */
export interface Scan {
  readonly text: string
  /** Of `text` in the file. */
  readonly offset: number
  readonly reading: Reading
  readonly labels: ReadonlySet<string>
  /** HTML, in which backticks and brackets are text. */
  readonly html: boolean
}

/** Notes that these signs are used. `told`: only where a finding says so. */
export function use({ reading, offset }: Scan, start: number, end: number, told = false): void {
  if (end > start) reading.uses.push({ start: offset + start, end: offset + end, ...(told ? { told } : {}) })
}

export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}
