// What a chart counts, as its data name it, and its numbers as they were typed.
import type { ChartRow, Unit } from '../../model/data.ts'

/** `file | files`, or one word for both. `one file | files` says the same: the number is there already. */
export function unitOf(text: string): Unit | undefined {
  const [one = '', many = one] = text.split('|').map((part) => part.trim())
  if (many === '') return undefined
  return { one: (one || many).replace(/^(?:one|1)\s+(?=\S)/i, ''), many }
}

type Count = Pick<ChartRow, 'count' | 'typed'>

/** `1,200` where it was typed so. */
export const asTyped = ({ count, typed }: Count): string => typed ?? `${count}`

/** `1 file`, `3 files`, `3%`; the number alone where nobody has said what is counted, or its sign says it. */
export function counted(row: Count, unit: Unit | undefined): string {
  const typed = asTyped(row)
  if (!unit || /[%\p{Sc}]/u.test(typed)) return typed
  return unit.many === '%' ? `${typed}%` : `${typed} ${row.count === 1 ? unit.one : unit.many}`
}
